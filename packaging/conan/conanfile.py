"""Conan 2 recipe; with this tree:  conan create packaging/conan --build=missing"""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load

required_conan_version = ">=2.0"


class Ctgrad(ConanFile):
    name = "ctgrad"
    description = "Automatic differentiation for C++20: compile-time gradients and dynamic graphs"
    license = "BSL-1.0"
    topics = ("automatic-differentiation", "gradient", "header-only", "cpp20")
    package_type = "header-library"
    settings = "os", "compiler", "build_type", "arch"
    options = {"batch": [True, False], "eigen": [True, False]}
    default_options = {"batch": False, "eigen": False, "boost/*:header_only": True}
    no_copy_source = True

    def _root(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        text = load(self, os.path.join(self._root(), "include", "ctgrad", "version.hpp"))
        self.version = ".".join(re.findall(r"#define CTGRAD_VERSION_[A-Z]+ (\d+)", text))

    def export_sources(self):
        for what in ("LICENSE", "include/*"):
            copy(self, what, src=self._root(), dst=self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.74 <2]")
        if self.options.batch:
            self.requires("xsimd/[>=8]")
            self.requires("onetbb/[>=2021]")
        if self.options.eigen:
            self.requires("eigen/[>=3.4 <4]")

    def validate(self):
        check_min_cppstd(self, 20)

    def package(self):
        copy(self, "LICENSE", src=self.source_folder,
             dst=os.path.join(self.package_folder, "licenses"))
        copy(self, "*.hpp", src=os.path.join(self.source_folder, "include"),
             dst=os.path.join(self.package_folder, "include"))

    def package_id(self):
        self.info.settings.clear()

    def _target(self, name, requires, defines=()):
        part = self.cpp_info.components[name]
        part.set_property("cmake_target_name", f"ctgrad::{name}")
        part.requires = requires
        part.defines = list(defines)
        part.bindirs = []
        part.libdirs = []

    def package_info(self):
        self._target("ctgrad", ["boost::headers"])
        if self.options.batch:
            self._target("batch", ["ctgrad", "xsimd::xsimd", "onetbb::libtbb"],
                         defines=["CTGRAD_XSIMD", "CTGRAD_PARALLEL"])
        if self.options.eigen:
            self._target("eigen", ["ctgrad", "eigen::eigen"])

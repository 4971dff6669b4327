"""Runs the Conan recipe with stand-ins for the few parts of Conan that it uses:
    check_conan.py CONANFILE VERSION
What Conan itself would make of the recipe is not known from this."""
import importlib.util
import os
import shutil
import sys
import tempfile
import types
from pathlib import Path

recipe_file, version = Path(sys.argv[1]).resolve(), sys.argv[2]


class Component:
    def set_property(self, name, value):
        setattr(self, name, value)


class Components(dict):
    def __missing__(self, name):
        self[name] = Component()
        return self[name]


def copy(_, pattern, src, dst):
    found = [file for file in Path(src).glob(pattern.replace("/*", "/**/*") if "/" in pattern else
                                             f"**/{pattern}" if "*" in pattern else pattern)
             if file.is_file()]
    assert found, f"nothing is {pattern} in {src}"
    for file in found:
        target = Path(dst) / file.relative_to(src)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)


def stand_in(name, **what):
    module = types.ModuleType(name)
    vars(module).update(what)
    sys.modules[name] = module


stand_in("conan", ConanFile=object)
stand_in("conan.tools")
stand_in("conan.tools.build", check_min_cppstd=lambda *_: None, can_run=lambda _: True)
stand_in("conan.tools.cmake", CMake=object, cmake_layout=None)
stand_in("conan.tools.files", copy=copy, load=lambda _, path: Path(path).read_text())


def module_of(file):
    spec = importlib.util.spec_from_file_location("recipe", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
module_of(recipe_file.parent / "test_package/conanfile.py")
recipe = module_of(recipe_file).Ctgrad()
required = []
recipe.recipe_folder = str(recipe_file.parent)
recipe.options = types.SimpleNamespace(batch=True, eigen=True)
recipe.requires = required.append
recipe.cpp_info = types.SimpleNamespace(components=Components())

recipe.set_version()
assert recipe.version == version, f"version {recipe.version}, not {version}"
with tempfile.TemporaryDirectory() as folder:
    recipe.export_sources_folder = recipe.source_folder = os.path.join(folder, "source")
    recipe.package_folder = os.path.join(folder, "package")
    recipe.export_sources()
    recipe.package()
    for file in ("include/ctgrad/ctgrad.hpp", "include/ctgrad/eigen/eigen.hpp", "licenses/LICENSE"):
        assert os.path.exists(os.path.join(recipe.package_folder, file)), f"{file} is not packed"
recipe.requirements()
recipe.package_info()

targets = {part.cmake_target_name for part in recipe.cpp_info.components.values()}
assert targets == {"ctgrad::ctgrad", "ctgrad::batch", "ctgrad::eigen"}, targets
own, packages = set(recipe.cpp_info.components), {name.split("/")[0] for name in required}
for part in recipe.cpp_info.components.values():
    for name in part.requires:
        assert name in own or name.split("::")[0] in packages, f"{name} is not required"

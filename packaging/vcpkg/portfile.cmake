# An overlay port: it packages the tree that it stands in.
#   vcpkg install ctgrad --overlay-ports=packaging/vcpkg
# A port of the registry has vcpkg_from_github() here, with the hash of a release, instead.
get_filename_component(SOURCE_PATH "${CURRENT_PORT_DIR}/../.." ABSOLUTE)

set(VCPKG_BUILD_TYPE release)  # headers only
vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    -DCTGRAD_INSTALL=ON
    -DCTGRAD_BUILD_TESTS=OFF
    -DCTGRAD_BUILD_EXAMPLES=OFF
    -DCTGRAD_BUILD_BENCHMARKS=OFF
    -DCTGRAD_BUILD_DOCS=OFF
    -DCTGRAD_BUILD_COMMAND=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/ctgrad)

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/licenses")
file(INSTALL "${CURRENT_PORT_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")

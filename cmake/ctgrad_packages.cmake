# The Debian package, libctgrad-dev: `cmake --workflow --preset deb` builds it. Its changelog and
# copyright are in packaging/debian.
find_program(CTGRAD_GZIP gzip)
mark_as_advanced(CTGRAD_GZIP)
if(NOT PROJECT_IS_TOP_LEVEL OR NOT CTGRAD_GZIP)
  return()
endif()

set(debian ${PROJECT_SOURCE_DIR}/packaging/debian)
set(debian_changelog ${PROJECT_BINARY_DIR}/changelog.Debian.gz)
execute_process(COMMAND ${CTGRAD_GZIP} -9 -n -c ${debian}/changelog
  OUTPUT_FILE ${debian_changelog} COMMAND_ERROR_IS_FATAL ANY)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${debian}/changelog)
install(FILES ${debian_changelog} ${debian}/copyright DESTINATION share/doc/libctgrad-dev
  COMPONENT ctgrad_debian EXCLUDE_FROM_ALL)

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # there is nothing to build before headers are packed
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The ctgrad authors <ctgrad@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "automatic differentiation for C++20, header-only")
set(CPACK_PACKAGE_DESCRIPTION "\
A formula or a generic function is differentiated inside of the compiler
into straight-line code; a function whose control flow depends on data is
recorded as a graph while it runs. Gradients, Jacobians, Hessians and
derivatives of any order, with respect to numbers, arrays and structs.
.
This package has the headers, the CMake package ctgrad and a file for
pkg-config. There is nothing to link.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# One package of these components; a licence is in Debian's copyright file.
set(CPACK_COMPONENTS_ALL ctgrad ctgrad_debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_NAME libctgrad-dev)
set(CPACK_DEBIAN_PACKAGE_SOURCE ctgrad)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0ctgrad1)  # older than -1, which would be Debian's own
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libboost-dev (>= 1.74)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libeigen3-dev, libtbb-dev, libxsimd-dev")
# CPack has no variable for the field Multi-Arch before CMake 3.31, so it follows another one.
set(CPACK_DEBIAN_PACKAGE_PRIORITY "optional\nMulti-Arch: foreign")
include(CPack)

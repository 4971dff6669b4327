# The Debian packages: libctgrad-dev, and ctgrad with the command where that is built.
# `cmake --workflow --preset deb` makes them. Their changelog and copyright are in packaging/debian.
find_program(CTGRAD_GZIP gzip)
mark_as_advanced(CTGRAD_GZIP)
if(NOT PROJECT_IS_TOP_LEVEL OR NOT CTGRAD_GZIP)
  return()
endif()

set(debian ${PROJECT_SOURCE_DIR}/packaging/debian)

# compress(<file> <result>): as Debian wants it, without a name and a time inside.
function(compress file result)
  execute_process(COMMAND ${CTGRAD_GZIP} -9 -n -c ${file}
    OUTPUT_FILE ${result} COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endfunction()

set(debian_changelog ${PROJECT_BINARY_DIR}/changelog.Debian.gz)
compress(${debian}/changelog ${debian_changelog})
install(FILES ${debian_changelog} ${debian}/copyright DESTINATION share/doc/libctgrad-dev
  COMPONENT ctgrad_debian EXCLUDE_FROM_ALL)
if(ctgrad_has_command)
  set(debian_man_page ${PROJECT_BINARY_DIR}/ctgrad.1.gz)
  compress(${PROJECT_SOURCE_DIR}/tools/ctgrad/ctgrad.1 ${debian_man_page})
  install(FILES ${debian_man_page} DESTINATION share/man/man1
    COMPONENT ctgrad_command_debian EXCLUDE_FROM_ALL)
  install(FILES ${debian_changelog} ${debian}/copyright DESTINATION share/doc/ctgrad
    COMPONENT ctgrad_command_debian EXCLUDE_FROM_ALL)
endif()

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # there is nothing to build before headers are packed
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The ctgrad authors <ctgrad@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # it is the first line of each description
set(CPACK_DEBIAN_DEV_DESCRIPTION "\
automatic differentiation for C++20, header-only
A formula or a generic function is differentiated inside of the compiler
into straight-line code; a function whose control flow depends on data is
recorded as a graph while it runs. Gradients, Jacobians, Hessians and
derivatives of any order, with respect to numbers, arrays and structs.
.
This package has the headers, the CMake package ctgrad and a file for
pkg-config. There is nothing to link.")
set(CPACK_DEBIAN_COMMAND_DESCRIPTION "\
values, derivatives and pictures of formulas
A formula, written as in mathematics, is evaluated with its gradient at a
point or at every row of a CSV file of any size, is differentiated as
text, LaTeX or C++, and is drawn as a graph.
.
This package has the command ctgrad. The library, for programs in C++, is
in libctgrad-dev.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# Two packages, of these components; a licence is in Debian's copyright file.
set(CPACK_COMPONENTS_ALL ctgrad ctgrad_debian)
set(CPACK_COMPONENT_CTGRAD_GROUP dev)
set(CPACK_COMPONENT_CTGRAD_DEBIAN_GROUP dev)
if(ctgrad_has_command)
  list(APPEND CPACK_COMPONENTS_ALL ctgrad_command ctgrad_command_debian)
  set(CPACK_COMPONENT_CTGRAD_COMMAND_GROUP command)
  set(CPACK_COMPONENT_CTGRAD_COMMAND_DEBIAN_GROUP command)
endif()
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE ctgrad)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0ctgrad1)  # older than -1, which would be Debian's own

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libctgrad-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libboost-dev (>= 1.74)")
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS "libeigen3-dev, libtbb-dev, libxsimd-dev")
# CPack has no variable for the field Multi-Arch before CMake 3.31, so it follows another one.
set(CPACK_DEBIAN_DEV_PACKAGE_PRIORITY "optional\nMulti-Arch: foreign")

set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME ctgrad)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION math)
find_program(CTGRAD_SHLIBDEPS dpkg-shlibdeps)
find_program(CTGRAD_FILE file)
mark_as_advanced(CTGRAD_SHLIBDEPS CTGRAD_FILE)
if(CTGRAD_SHLIBDEPS AND CTGRAD_FILE)
  set(CPACK_DEBIAN_COMMAND_PACKAGE_SHLIBDEPS ON)  # which versions of libc6, libstdc++6, libgcc-s1
else()
  set(CPACK_DEBIAN_COMMAND_PACKAGE_DEPENDS "libc6, libstdc++6, libgcc-s1")
endif()
set(CPACK_DEBIAN_COMMAND_PACKAGE_SUGGESTS graphviz)
include(CPack)

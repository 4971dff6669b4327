# Install rules. Nothing of ctgrad depends on a processor, so everything but the headers goes to
# share/ and the version file serves 32-bit and 64-bit users alike. All paths are relative: an
# installed tree may be moved. Everything is of the component ctgrad, except for what only some
# packages want (ctgrad_packages.cmake).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/ctgrad)
set(pkgconfig_dir ${CMAKE_INSTALL_DATADIR}/pkgconfig)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME ctgrad)

install(TARGETS ctgrad EXPORT ctgradTargets FILE_SET HEADERS FILE_SET optional)
install(EXPORT ctgradTargets NAMESPACE ctgrad:: DESTINATION ${package_dir})

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/ctgradConfig.cmake.in ${PROJECT_BINARY_DIR}/ctgradConfig.cmake
  INSTALL_DESTINATION ${package_dir}
  NO_SET_AND_CHECK_MACRO
  NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/ctgradConfigVersion.cmake
  COMPATIBILITY SameMinorVersion
  ARCH_INDEPENDENT)
install(
  FILES ${PROJECT_BINARY_DIR}/ctgradConfig.cmake ${PROJECT_BINARY_DIR}/ctgradConfigVersion.cmake
        ${CMAKE_CURRENT_LIST_DIR}/ctgrad_batch.cmake ${CMAKE_CURRENT_LIST_DIR}/ctgrad_eigen.cmake
        ${CMAKE_CURRENT_LIST_DIR}/ctgrad_components.cmake
  DESTINATION ${package_dir})

# The same for tools that read the Common Package Specification. Off: find_package() would prefer it
# to ctgradConfig.cmake, and it cannot look for xsimd, oneTBB and Eigen on the system of a user.
option(CTGRAD_INSTALL_CPS "Install a CPS file of ctgrad::ctgrad alone (CMake >= 4.3)" OFF)
mark_as_advanced(CTGRAD_INSTALL_CPS)
if(CTGRAD_INSTALL_CPS AND CMAKE_VERSION VERSION_GREATER_EQUAL 4.3)
  install(PACKAGE_INFO ctgrad EXPORT ctgradTargets
    VERSION ${PROJECT_VERSION}
    COMPAT_VERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}.0
    DESTINATION ${CMAKE_INSTALL_DATADIR}/cps/ctgrad)
elseif(CTGRAD_INSTALL_CPS)
  message(FATAL_ERROR "CTGRAD_INSTALL_CPS needs CMake 4.3 or newer; this is ${CMAKE_VERSION}.")
endif()

file(RELATIVE_PATH pkgconfig_to_prefix
  ${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/ctgrad.pc.in ${PROJECT_BINARY_DIR}/ctgrad.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/ctgrad.pc DESTINATION ${pkgconfig_dir})

# How debuggers show Values and formulas.
install(FILES ${PROJECT_SOURCE_DIR}/tools/gdb/ctgrad_printers.py
              ${PROJECT_SOURCE_DIR}/tools/ctgrad.natvis
  DESTINATION ${CMAKE_INSTALL_DATADIR}/ctgrad)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/licenses/ctgrad
  COMPONENT ctgrad_licence)

include(${CMAKE_CURRENT_LIST_DIR}/ctgrad_packages.cmake)

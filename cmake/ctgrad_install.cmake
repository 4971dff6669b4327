# Install rules. Nothing of ctgrad depends on a processor, so everything but the headers goes to
# share/ and the version file serves 32-bit and 64-bit users alike. All paths are relative: an
# installed tree may be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/ctgrad)
set(pkgconfig_dir ${CMAKE_INSTALL_DATADIR}/pkgconfig)

install(TARGETS ctgrad EXPORT ctgradTargets FILE_SET HEADERS FILE_SET optional)
install(EXPORT ctgradTargets NAMESPACE ctgrad:: DESTINATION ${package_dir})

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/ctgradConfig.cmake.in ${PROJECT_BINARY_DIR}/ctgradConfig.cmake
  INSTALL_DESTINATION ${package_dir}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/ctgradConfigVersion.cmake
  COMPATIBILITY SameMinorVersion
  ARCH_INDEPENDENT)
install(
  FILES ${PROJECT_BINARY_DIR}/ctgradConfig.cmake ${PROJECT_BINARY_DIR}/ctgradConfigVersion.cmake
        ${CMAKE_CURRENT_LIST_DIR}/ctgrad_batch.cmake
  DESTINATION ${package_dir})

file(RELATIVE_PATH pkgconfig_to_prefix
  ${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/ctgrad.pc.in ${PROJECT_BINARY_DIR}/ctgrad.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/ctgrad.pc DESTINATION ${pkgconfig_dir})

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/licenses/ctgrad)

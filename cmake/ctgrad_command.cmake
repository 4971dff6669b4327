# Is the command `ctgrad` (tools/ctgrad) built? It reads its command line with CLI11; where that is
# not installed, or a source archive has no tools, there is none.
set(ctgrad_has_command FALSE)
if(CTGRAD_BUILD_COMMAND AND EXISTS ${PROJECT_SOURCE_DIR}/tools/ctgrad)
  find_package(CLI11 CONFIG QUIET)
  if(TARGET CLI11::CLI11)
    set(ctgrad_has_command TRUE)
  else()
    message(STATUS "ctgrad: the command ctgrad is not built, because CLI11 was not found: install it "
      "(Debian, Ubuntu: libcli11-dev; vcpkg, Conan: cli11) or set CLI11_DIR")
  endif()
endif()

# Checks of the recipes of package managers all that can be checked without them: the JSON is valid
# and complete, the port configures and installs this tree (its calls of vcpkg's functions are looked
# at, not carried out), and so does the recipe for Conan (check_conan.py).
cmake_minimum_required(VERSION 3.23)

file(READ ${packaging}/vcpkg/vcpkg.json manifest)
foreach(field IN ITEMS version description license dependencies)
  string(JSON value ERROR_VARIABLE problem GET "${manifest}" ${field})
  if(problem)
    message(FATAL_ERROR "vcpkg.json: ${problem}")
  endif()
endforeach()

# The port, with vcpkg's functions replaced by ones that note what they are given.
set(calls "")
function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" SOURCE_PATH OPTIONS)
  if(NOT EXISTS ${arg_SOURCE_PATH}/include/ctgrad/version.hpp OR NOT "-DCTGRAD_INSTALL=ON" IN_LIST
     arg_OPTIONS OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "the port configures something else: ${ARGV}")
  endif()
  # Every option must be one of this project.
  file(READ ${arg_SOURCE_PATH}/CMakeLists.txt project)
  foreach(option IN LISTS arg_OPTIONS)
    string(REGEX REPLACE "^-D([A-Z_]+)=O[NF]+$" "\\1" name ${option})
    if(NOT project MATCHES "option\\(${name} ")
      message(FATAL_ERROR "ctgrad has no option ${name}")
    endif()
  endforeach()
  set(calls ${calls} configure PARENT_SCOPE)
endfunction()
macro(note_call name)
  set(calls ${calls} ${name} PARENT_SCOPE)
endmacro()
function(vcpkg_cmake_install)
  note_call(install)
endfunction()
function(vcpkg_cmake_config_fixup)
  note_call(fixup)
endfunction()
function(vcpkg_install_copyright word file)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "no licence at ${file}")
  endif()
  note_call(copyright)
endfunction()

set(CURRENT_PORT_DIR ${packaging}/vcpkg)
set(CURRENT_PACKAGES_DIR ${folder})
set(PORT ctgrad)
file(REMOVE_RECURSE ${folder})
include(${packaging}/vcpkg/portfile.cmake)
if(NOT calls STREQUAL "configure;install;fixup;copyright")
  message(FATAL_ERROR "the port does something else: ${calls}")
endif()

if(python)
  execute_process(
    COMMAND ${python} ${CMAKE_CURRENT_LIST_DIR}/check_conan.py ${packaging}/conan/conanfile.py
            ${version}
    COMMAND_ERROR_IS_FATAL ANY)
endif()

# Uses the library by the very lines of README.md: those below <!-- install: name --> are put into a
# project of three more lines, which is configured, built and run.
#   cmake -Dway=<name> -Dfolder=... -Dsource=<ctgrad> -Dprefix=<where it is installed> ... -P check_install.cmake
cmake_minimum_required(VERSION 3.23)

file(READ ${source}/README.md text)
if(NOT text MATCHES "\n<!-- install: ${way} -->\n```cmake\n(([^`]|\n)*)```\n")
  message(FATAL_ERROR "README.md has no CMake block below <!-- install: ${way} -->")
endif()
set(lines "${CMAKE_MATCH_1}")

file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder}/project)
file(COPY ${source}/tests/package/main.cpp DESTINATION ${folder}/project)
file(WRITE ${folder}/project/CMakeLists.txt
  "cmake_minimum_required(VERSION 3.23)\nproject(app LANGUAGES CXX)\n"
  "add_executable(app main.cpp)\n${lines}")

set(settings -DBoost_DIR=${Boost_DIR})
if(way STREQUAL "find_package")
  list(APPEND settings -DCMAKE_PREFIX_PATH=${prefix})
elseif(way STREQUAL "add_subdirectory")
  file(CREATE_LINK ${source} ${folder}/project/ctgrad SYMBOLIC)
else()  # what would be downloaded is here already
  list(APPEND settings -DFETCHCONTENT_SOURCE_DIR_CTGRAD=${source})
endif()

execute_process(COMMAND ${CMAKE_COMMAND} -S ${folder}/project -B ${folder}/build -G ${generator}
  -DCMAKE_CXX_COMPILER=${compiler} ${settings} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${folder}/build
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${folder}/build/app OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
if(NOT output STREQUAL "-3 2 1\n")
  message(FATAL_ERROR "the program of the package tests printed ${output}")
endif()

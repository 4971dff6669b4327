# How this project compiles and runs its own programs (tests, examples, blocks of the documents).
# The flags live here and only here; users of the library get none of them.

# ctgrad_add_program(<target> <source>...): an executable with the warnings and flags of this
# project. Contraction is off because values of all engines are promised to be bit-identical without
# it.
function(ctgrad_add_program target)
  add_executable(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE ctgrad::ctgrad)
  ctgrad_add_warnings(${target})
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>)
endfunction()

# Warnings are errors here; `cmake --compile-no-warning-as-error` turns that off (CMake >= 3.24).
function(ctgrad_add_warnings target)
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow>
    $<$<CXX_COMPILER_ID:MSVC>:/W4;/permissive->)
  set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR ON)
endfunction()

# ctgrad_add_test_flags(<target>): the warnings and flags of this project, for what is compiled once
# and run once: -O1 takes half the time of -O3, and says as much.
function(ctgrad_add_test_flags target)
  ctgrad_add_warnings(${target})
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-O1>)
endfunction()

# ctgrad_add_unit_test_program(<name> <source>...): one Boost.Test program and one ctest.
function(ctgrad_add_unit_test_program name)
  set(main ${CMAKE_CURRENT_BINARY_DIR}/${name}_main.cpp)
  file(CONFIGURE OUTPUT ${main} CONTENT
    "#define BOOST_TEST_MODULE ${name}\n#include <boost/test/unit_test.hpp>\n")
  add_executable(test_${name} ${main} ${ARGN})
  target_link_libraries(test_${name} PRIVATE ctgrad::ctgrad Boost::unit_test_framework)
  ctgrad_add_test_flags(test_${name})
  add_test(NAME ${name} COMMAND test_${name} --color_output=no --report_level=short)
  set_tests_properties(${name} PROPERTIES LABELS ${name})
endfunction()

# ctgrad_add_unit_tests(<folder>): all sources of a folder as one Boost.Test program and one ctest.
function(ctgrad_add_unit_tests folder)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  ctgrad_add_unit_test_program(${folder} ${sources})
endfunction()

# ctgrad_add_output_test(<test> <target> [<expected>]): runs a program in a fresh folder of its own
# and compares what it prints with a file (compare_output.cmake).
function(ctgrad_add_output_test test target)
  add_test(NAME ${test} COMMAND ${CMAKE_COMMAND}
    -Dprogram=$<TARGET_FILE:${target}>
    -Dfolder=${CMAKE_CURRENT_BINARY_DIR}/${target}.run
    -Dexpected=${ARGN}
    -P ${ctgrad_SOURCE_DIR}/cmake/compare_output.cmake)
endfunction()

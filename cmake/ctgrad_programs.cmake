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
# and run once, mostly by compilers at work: -O0 takes a quarter less of their time than -O1 with
# g++, half with clang++. Optimised code is what examples, documents and benchmarks check.
function(ctgrad_add_test_flags target)
  ctgrad_add_warnings(${target})
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-O0>)
endfunction()

# ctgrad_add_busy_test_library(<target> <source>...): what tests spend their time in.
function(ctgrad_add_busy_test_library target)
  add_library(${target} STATIC ${ARGN})
  target_link_libraries(${target} PUBLIC ctgrad::ctgrad)
  ctgrad_add_warnings(${target})
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-O1>)
endfunction()

# ctgrad_precompile(<target>): for a target with the flags of ctgrad_add_test_flags and no others. A
# source that says something to the library before it includes it has to go without.
function(ctgrad_precompile target)
  target_link_libraries(${target} PRIVATE ctgrad_precompiled)
  target_precompile_headers(${target} REUSE_FROM ctgrad_precompiled)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source)
    if(EXISTS ${source})
      file(STRINGS ${source} said LIMIT_COUNT 1 REGEX "^#define CTGRAD_")
      if(said)
        set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
      endif()
    endif()
  endforeach()
endfunction()

# ctgrad_add_unit_test_program(<name> <source>...): one Boost.Test program and one ctest.
function(ctgrad_add_unit_test_program name)
  add_executable(test_${name} ${ARGN})
  target_link_libraries(test_${name} PRIVATE ctgrad_test_main ctgrad_reference)
  ctgrad_add_test_flags(test_${name})
  ctgrad_precompile(test_${name})
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

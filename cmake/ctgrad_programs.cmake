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
  ctgrad_spend_memory(${target})
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
  ctgrad_spend_memory(${target})
  ctgrad_link_fast(${target})
endfunction()

# ctgrad_link_fast(<target>): lld and gold take a quarter and half of the time of the usual linker.
function(ctgrad_link_fast target)
  include(CheckLinkerFlag)
  foreach(linker IN ITEMS lld gold)
    check_linker_flag(CXX -fuse-ld=${linker} CTGRAD_HAS_${linker})
    if(CTGRAD_HAS_${linker})
      target_link_options(${target} PRIVATE -fuse-ld=${linker})
      return()
    endif()
  endforeach()
endfunction()

# ctgrad_spend_memory(<target>): g++ looks for memory that it could use again only when it has half
# a gigabyte, which saves 3 to 13 % of its time.
function(ctgrad_spend_memory target)
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=500000>)
endfunction()

# ctgrad_add_busy_test_library(<target> <source>...): what tests spend their time in.
function(ctgrad_add_busy_test_library target)
  add_library(${target} STATIC ${ARGN})
  target_link_libraries(${target} PUBLIC ctgrad::ctgrad)
  ctgrad_add_warnings(${target})
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-O1>)
  ctgrad_spend_memory(${target})
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

# ctgrad_join(<variable> <name> <source>...): sources of tests, several in each file: what they share
# is read and instantiated once for all of them, which saves g++ a third of its time and more. Each
# stands in a namespace of its own, below the headers of all of them (whose include guards make sure
# that they are not read again). Some have to stay alone; with CTGRAD_JOIN_TESTS=OFF all do.
set(CTGRAD_JOIN_AT_MOST 8)
function(ctgrad_join variable name)
  set(alone "")
  set(joined "")
  foreach(source IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH source)
    ctgrad_stands_alone(is_alone ${source})
    if(is_alone OR NOT CTGRAD_JOIN_TESTS)
      list(APPEND alone ${source})
    else()
      list(APPEND joined ${source})
    endif()
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${joined})

  # Source i is in file i modulo their number: neighbours often take long for the same reason.
  list(LENGTH joined count)
  math(EXPR files "(${count} + ${CTGRAD_JOIN_AT_MOST} - 1) / ${CTGRAD_JOIN_AT_MOST}")
  set(i 0)
  foreach(source IN LISTS joined)
    math(EXPR file "${i} % ${files}")
    list(APPEND sources_${file} ${source})
    math(EXPR i "${i} + 1")
  endforeach()
  set(file 0)
  while(file LESS files)
    set(together ${CMAKE_CURRENT_BINARY_DIR}/joined/${name}_${file}.cpp)
    ctgrad_write_joined(${together} ${sources_${file}})
    list(APPEND alone ${together})
    math(EXPR file "${file} + 1")
  endwhile()
  set(${variable} ${alone} PARENT_SCOPE)
endfunction()

# ctgrad_stands_alone(<variable> <source>): it is made by the build, does without precompiled headers,
# says something to the library before it includes it, uses up names before, or defines members of
# another namespace.
function(ctgrad_stands_alone variable source)
  get_source_file_property(answer ${source} SKIP_PRECOMPILE_HEADERS)
  cmake_path(IS_PREFIX PROJECT_BINARY_DIR ${source} is_made)
  if(is_made)
    set(answer ON)
  elseif(NOT answer)
    set(reasons "^#define CTGRAD_" "^BOOST_HANA_ADAPT_STRUCT" "^namespace (ctgrad|edge|generated) {"
      "^(struct|inline constexpr bool) ctgrad::" "^#include .*taken_names")
    list(JOIN reasons "|" reasons)
    file(STRINGS ${source} answer LIMIT_COUNT 1 REGEX "${reasons}")
  endif()
  set(${variable} "${answer}" PARENT_SCOPE)
endfunction()

# ctgrad_write_joined(<file> <source>...): the file that includes the sources.
function(ctgrad_write_joined file)
  set(headers "")
  set(namespaces "")
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(GET source STEM stem)
    file(STRINGS ${source} includes REGEX "^#include ")
    foreach(include IN LISTS includes)
      if(include MATCHES "\"(.*)\"" AND EXISTS ${folder}/${CMAKE_MATCH_1})
        set(include "#include \"${folder}/${CMAKE_MATCH_1}\"")
      endif()
      list(APPEND headers ${include})
    endforeach()
    string(APPEND namespaces "namespace of_${stem} {\n#include \"${source}\"\n}\n")
  endforeach()
  list(REMOVE_DUPLICATES headers)
  list(JOIN headers "\n" headers)
  file(CONFIGURE OUTPUT ${file} CONTENT "${headers}\n\n${namespaces}" @ONLY)
endfunction()

# ctgrad_add_unit_test_program(<name> <source>...): one Boost.Test program and one ctest.
function(ctgrad_add_unit_test_program name)
  ctgrad_join(sources ${name} ${ARGN})
  add_executable(test_${name} ${sources})
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

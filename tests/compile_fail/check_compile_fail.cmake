# Compiles one file that must be refused. Demanded: the compiler fails, the tag from the file name
# (E03_x.cpp: [ctgrad-E03]) stands in the first lines of its output, the output is short, and the
# same file with -DVALID compiles, so that nothing but the intended mistake is wrong with it.
#   cmake -Dcompiler=... -Dinclude_dirs=... -Dfile=... -P check_compile_fail.cmake
# With -Dprecompiled=<header> a file that begins with <ctgrad/ctgrad.hpp> is given that header,
# which includes the same and is precompiled.
cmake_minimum_required(VERSION 3.23)
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/text.cmake)

set(tag_within 15)  # lines: what a reader sees without scrolling
set(lines_at_most 60)

set(known "")
file(STRINGS ${file} first LIMIT_COUNT 1 REGEX "^#")
if(EXISTS "${precompiled}.gch" AND first STREQUAL "#include <ctgrad/ctgrad.hpp>")
  set(known -include ${precompiled})
endif()

function(compile result_variable output_variable)
  list(TRANSFORM include_dirs PREPEND -I)
  execute_process(
    COMMAND ${compiler} -std=c++20 -fsyntax-only ${include_dirs} ${known} ${ARGN} ${file}
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
  set(${result_variable} "${result}" PARENT_SCOPE)
  set(${output_variable} "${output}" PARENT_SCOPE)
endfunction()

# The number of lines, and of the first line that holds the tag (0: none does).
function(scan text tag lines_variable tag_line_variable)
  set(number 0)
  set(tag_line 0)
  while(NOT "${text}" STREQUAL "")
    pop_line(text line)
    math(EXPR number "${number} + 1")
    string(FIND "${line}" "${tag}" position)
    if(tag_line EQUAL 0 AND NOT position EQUAL -1)
      set(tag_line ${number})
    endif()
  endwhile()
  set(${lines_variable} ${number} PARENT_SCOPE)
  set(${tag_line_variable} ${tag_line} PARENT_SCOPE)
endfunction()

cmake_path(GET file STEM name)
string(REGEX REPLACE "_.*" "" number "${name}")
set(tag "[ctgrad-${number}]")

compile(result output)
if(result EQUAL 0)
  message(FATAL_ERROR "${name} compiles, but must not")
endif()

scan("${output}" "${tag}" lines tag_line)
if(tag_line EQUAL 0)
  message(FATAL_ERROR "${name}: the compiler does not mention ${tag}:\n${output}")
elseif(tag_line GREATER tag_within)
  message(FATAL_ERROR
    "${name}: the compiler mentions ${tag} only in line ${tag_line}, after line ${tag_within}:\n"
    "${output}")
elseif(lines GREATER lines_at_most)
  message(FATAL_ERROR
    "${name}: the compiler prints ${lines} lines, more than ${lines_at_most}:\n${output}")
endif()

# What "// shows: <text>" in the file demands besides the tag, as near to the top.
file(STRINGS ${file} shown REGEX "^// shows: ")
foreach(line IN LISTS shown)
  string(REPLACE "// shows: " "" wanted "${line}")
  scan("${output}" "${wanted}" lines shown_line)
  if(shown_line EQUAL 0 OR shown_line GREATER tag_within)
    message(FATAL_ERROR "${name}: the compiler does not show '${wanted}' within the first "
      "${tag_within} lines:\n${output}")
  endif()
endforeach()

compile(result output -DVALID)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${name} does not compile with -DVALID:\n${output}")
endif()
message(STATUS "${name}: ${tag} in line ${tag_line} of ${lines}")

# Runs a program in a fresh folder and compares what it prints, line by line, with a file. A line of
# that file which starts with "~ " is a regular expression for the whole line. Files named in
# <name>.files beside <name>.txt, one a line, must be there after the run and not be empty. Without
# an expected file the program only has to succeed.
#   cmake -Dprogram=... -Dfolder=... [-Dexpected=<name>.txt] -P compare_output.cmake
cmake_minimum_required(VERSION 3.23)
include(${CMAKE_CURRENT_LIST_DIR}/text.cmake)

file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder})
execute_process(COMMAND ${program} WORKING_DIRECTORY ${folder}
  OUTPUT_VARIABLE output RESULT_VARIABLE result)
file(WRITE ${folder}/stdout.txt "${output}")
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${program} ended with ${result} after printing\n${output}")
endif()

function(compare_lines)
  if(NOT EXISTS ${expected})
    message(FATAL_ERROR "no expected output: check ${folder}/stdout.txt and copy it to ${expected}")
  endif()
  file(READ ${expected} wanted)
  set(number 0)
  while(NOT "${wanted}${output}" STREQUAL "")
    math(EXPR number "${number} + 1")
    pop_line(wanted want)
    pop_line(output got)
    if("${want}" MATCHES "^~ (.*)$")
      set(pattern "${CMAKE_MATCH_1}")
      if("${got}" MATCHES "^(${pattern})$")
        continue()
      endif()
    elseif("${want}" STREQUAL "${got}")
      continue()
    endif()
    message(FATAL_ERROR
      "line ${number} of the output differs\n  expected: ${want}\n  printed:  ${got}\n"
      "all of it is in ${folder}/stdout.txt, the expectation in ${expected}")
  endwhile()
endfunction()

function(check_files makes)
  file(STRINGS ${makes} names)
  foreach(name IN LISTS names)
    if(NOT EXISTS ${folder}/${name})
      message(FATAL_ERROR "${program} did not write ${name}")
    endif()
    file(SIZE ${folder}/${name} size)
    if(size EQUAL 0)
      message(FATAL_ERROR "${program} wrote an empty ${name}")
    endif()
  endforeach()
endfunction()

if(expected)
  compare_lines()
  cmake_path(REPLACE_EXTENSION expected files OUTPUT_VARIABLE makes)
  if(EXISTS ${makes})
    check_files(${makes})
  endif()
endif()

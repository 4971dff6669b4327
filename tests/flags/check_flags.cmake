# Demands that all programs print the same, and something.
#   cmake -Dprograms=<program>;<program>... -P check_flags.cmake
cmake_minimum_required(VERSION 3.23)

foreach(program IN LISTS programs)
  execute_process(COMMAND ${program} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
  if(NOT output)
    message(FATAL_ERROR "${program} prints nothing")
  elseif(NOT DEFINED first)
    set(first "${output}")
  elseif(NOT output STREQUAL first)
    list(GET programs 0 other)
    message(FATAL_ERROR "${program} printed\n${output}\nbut ${other}\n${first}")
  endif()
endforeach()
message(STATUS "${first}")

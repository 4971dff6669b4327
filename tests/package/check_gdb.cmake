# Compiles gdb/main.cpp for the debugger, lets gdb look at its objects with the printers, and
# compares what it sees with gdb/expected.txt.
cmake_minimum_required(VERSION 3.23)

set(source ${CMAKE_CURRENT_LIST_DIR}/gdb)
file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder})
list(TRANSFORM include_dirs PREPEND -I)
execute_process(
  COMMAND ${compiler} -std=c++20 -g -O0 ${include_dirs} ${source}/main.cpp -o ${folder}/program
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(
  COMMAND ${gdb} -batch -nx -x ${printers} -x ${source}/look.py ${folder}/program
  WORKING_DIRECTORY ${folder} OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(output MATCHES "ptrace|Couldn't get registers|Could not trace")
  message("skipped: gdb may not run programs here")
  return()
endif()

file(READ ${folder}/seen.txt seen)
string(REPLACE "temperatur..." "temperature" seen "${seen}")  # clang cuts long names
file(READ ${source}/expected.txt expected)
if(NOT seen STREQUAL expected)
  message(FATAL_ERROR "gdb sees\n${seen}\ninstead of\n${expected}\nand says\n${output}")
endif()

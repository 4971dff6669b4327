# Compares the listing between <!-- machine code --> and <!-- end of machine code --> in README.md
# with what machine_code.sh prints today. The listing names its compiler and flags in its first line;
# with another compiler there is nothing to compare.
#   cmake -Dbash=... -Dcompiler=... -Dreadme=... -Dscript=... -P check_machine_code.cmake
cmake_minimum_required(VERSION 3.23)

file(READ ${readme} text)
if(NOT text MATCHES "\n<!-- machine code -->\n(.*)<!-- end of machine code -->\n")
  message(FATAL_ERROR "${readme} has no machine code between its markers")
endif()
set(shown "${CMAKE_MATCH_1}")

execute_process(COMMAND ${CMAKE_COMMAND} -E env CXX=${compiler} ${bash} ${script} readme
  OUTPUT_VARIABLE made COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "^```text\nc[+][+] " "```text\ng++ " made "${made}")
string(REGEX MATCH "^```text\n[^\n]*\n" made_by "${made}")
string(REGEX MATCH "^```text\n[^\n]*\n" shown_by "${shown}")
if(NOT made_by STREQUAL shown_by)
  message(STATUS "README.md shows another compiler's code: ${shown_by}")
elseif(NOT made STREQUAL shown)
  message(FATAL_ERROR "README.md shows\n${shown}but today this is\n${made}"
    "docs/machine_code.sh readme prints it; docs/machine_code.md is to be printed again, too")
endif()

# The single header that is committed must be the one that the script writes.
cmake_minimum_required(VERSION 3.23)

execute_process(
  COMMAND ${python} ${CMAKE_CURRENT_LIST_DIR}/../../scripts/single_header.py ${again}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files --ignore-eol ${single_header} ${again}
  RESULT_VARIABLE different)
if(different)
  message(FATAL_ERROR "${single_header} is not up to date: run scripts/single_header.py")
endif()

# Runs the driver on a file of this folder: it must fail with the given complaint, or, without one,
# succeed. A test that only wants failure would also pass when the driver itself is broken.
cmake_minimum_required(VERSION 3.23)

execute_process(
  COMMAND ${CMAKE_COMMAND} -Dcompiler=${compiler} "-Dinclude_dirs=${include_dirs}" -Dfile=${file}
    -P ${CMAKE_CURRENT_LIST_DIR}/../check_compile_fail.cmake
  OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
string(REGEX REPLACE "[ \n]+" " " text "${output}")  # messages are wrapped at some column

if(complaint STREQUAL "")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "the driver refuses a file that is as it should be:\n${output}")
  endif()
elseif(result EQUAL 0)
  message(FATAL_ERROR "the driver accepts ${file}:\n${output}")
elseif(NOT text MATCHES "${complaint}")
  message(FATAL_ERROR "the driver fails, but does not say '${complaint}':\n${output}")
endif()

# Every page of docs/ stands in contents.md.
#   cmake -Droot=<project> -P check_contents.cmake
cmake_minimum_required(VERSION 3.23)

file(READ ${root}/docs/contents.md contents)
file(GLOB pages RELATIVE ${root}/docs ${root}/docs/*.md)
list(REMOVE_ITEM pages contents.md)
foreach(page IN LISTS pages)
  string(FIND "${contents}" "](${page})" at)
  if(at EQUAL -1)
    message(SEND_ERROR "contents.md does not name ${page}")
  endif()
endforeach()
list(LENGTH pages number)
message(STATUS "${number} pages")

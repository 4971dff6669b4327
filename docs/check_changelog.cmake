# The top heading of the changelog must name the version of version.hpp.
cmake_minimum_required(VERSION 3.23)

file(STRINGS ${changelog} headings REGEX "^## ")
list(GET headings 0 top)
if(NOT top MATCHES "^## \\[([0-9.]+)\\]" OR NOT CMAKE_MATCH_1 STREQUAL version)
  message(FATAL_ERROR "the changelog begins with '${top}', but version.hpp says ${version}")
endif()

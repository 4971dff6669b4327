# The version is written in version.hpp; every other file that states one must agree.
#   cmake -Droot=<project> -Dversion=<that of version.hpp> -P check_versions.cmake
cmake_minimum_required(VERSION 3.23)

# states(<file> <regular expression>): its first group, where it matches first, must be the version.
function(states file pattern)
  file(READ ${root}/${file} text)
  if(NOT "\n${text}" MATCHES "\n${pattern}")
    message(SEND_ERROR "${file} states no version (${pattern})")
  elseif(NOT CMAKE_MATCH_1 STREQUAL version)
    message(SEND_ERROR "${file} says ${CMAKE_MATCH_1}, but version.hpp says ${version}")
  endif()
endfunction()

set(number "([0-9]+\\.[0-9]+\\.[0-9]+)")
states(CHANGELOG.md "## \\[${number}\\]")
states(CITATION.cff "version: ${number}\n")
states(packaging/debian/changelog "ctgrad \\(${number}-")
states(packaging/vcpkg/vcpkg.json " *\"version\": \"${number}\"")
states(tools/ctgrad/ctgrad.1 "[.]TH CTGRAD 1 [^ ]+ \"ctgrad ${number}\"")
states(single_include/ctgrad_single.hpp "// ctgrad ${number}:")

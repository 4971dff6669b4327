# Builds main.cpp in one of the ways a user has, runs it and compares what it prints.
#   project, settings: a CMake project of this folder and its -D arguments
#   refusal:           configuring this project must fail, and say this
#   only_configure:    configuring this project must succeed; it is not built
#   single_header:     no CMake, all headers in one file, and two files that include it
#   build, cpack, dpkg_deb, lintian: the Debian package, unpacked into a folder
#   flags, or pkg_config and prefix: no CMake, only the compiler
cmake_minimum_required(VERSION 3.23)

set(source ${CMAKE_CURRENT_LIST_DIR})
set(gradient_at_2_3_10 "-3 2 1\n")  # of a*b + c at (2, -3, 10)

function(run)
  execute_process(COMMAND ${ARGN}
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "failed: ${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(configure ${CMAKE_COMMAND} -S ${source}/${project} -B ${folder} -G ${generator}
  -DCMAKE_CXX_COMPILER=${compiler} -DBoost_DIR=${Boost_DIR} ${settings})

file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder})
list(TRANSFORM boost_dirs PREPEND -I)
set(files ${source}/main.cpp)

if(refusal)
  execute_process(COMMAND ${configure} OUTPUT_QUIET ERROR_VARIABLE output RESULT_VARIABLE result)
  string(REGEX REPLACE "[ \n]+" " " text "${output}")
  if(result EQUAL 0 OR NOT text MATCHES "${refusal}")
    message(FATAL_ERROR "configuring must fail and say '${refusal}', but printed\n${output}")
  endif()
  return()
endif()

if(only_configure)
  run(${configure})
  return()
endif()

if(single_header)
  file(COPY ${single_header} DESTINATION ${folder})
  file(READ ${source}/main.cpp text)
  string(REPLACE "<ctgrad/ctgrad.hpp>" "\"ctgrad_single.hpp\"" text "${text}")
  file(WRITE ${folder}/main.cpp "${text}")
  set(files ${folder}/main.cpp ${source}/single_header/everything.cpp)
  set(flags -I${folder} -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
elseif(cpack)
  include(${source}/unpack_deb.cmake)
  set(flags -I${folder}/unpacked/usr/include)
elseif(pkg_config)
  run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${prefix}/share/pkgconfig
    ${pkg_config} --cflags ctgrad)
  separate_arguments(flags UNIX_COMMAND "${output}")
endif()

if(project)
  run(${configure})
  run(${CMAKE_COMMAND} --build ${folder})
else()
  run(${compiler} -std=c++20 ${flags} ${boost_dirs} ${files} -o ${folder}/user)
endif()

run(${folder}/user)
if(NOT output STREQUAL gradient_at_2_3_10)
  message(FATAL_ERROR "printed ${output}instead of ${gradient_at_2_3_10}")
endif()

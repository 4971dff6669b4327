# Installs a build tree and moves what was installed to `prefix`: a path baked in would now be
# wrong.
cmake_minimum_required(VERSION 3.23)

file(REMOVE_RECURSE ${prefix} ${prefix}.before)
execute_process(
  COMMAND ${CMAKE_COMMAND} --install ${build} --prefix ${prefix}.before
  COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${prefix}.before ${prefix})

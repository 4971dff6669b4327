# Reading text line by line. CMake lists treat ';' and '[' specially, so lines of programs and
# documents are cut off a plain string instead.

# pop_line(<text> <line>): moves the first line of the variable <text> to the variable <line>.
function(pop_line text_variable line_variable)
  set(all "${${text_variable}}")
  string(FIND "${all}" "\n" end)
  if(end EQUAL -1)
    set(first "${all}")
    set(rest "")
  else()
    string(SUBSTRING "${all}" 0 ${end} first)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${all}" ${end} -1 rest)
  endif()
  set(${line_variable} "${first}" PARENT_SCOPE)
  set(${text_variable} "${rest}" PARENT_SCOPE)
endfunction()

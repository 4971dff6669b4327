# cmake -Dprogram=... -Dpdflatex=... -Dfolder=... -P typeset.cmake: a document that the program
# writes, by LaTeX.
execute_process(COMMAND ${program} OUTPUT_FILE ${folder}/document.tex RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${program}: ${result}")
endif()
execute_process(COMMAND ${pdflatex} -interaction=nonstopmode -halt-on-error document.tex
  WORKING_DIRECTORY ${folder} RESULT_VARIABLE result OUTPUT_VARIABLE output)
if(NOT result EQUAL 0)
  string(REGEX MATCH "\n!.*" mistake "${output}")
  message(FATAL_ERROR "LaTeX refuses what to_latex writes:${mistake}")
endif()

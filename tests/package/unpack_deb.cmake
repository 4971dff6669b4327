# Part of check_package.cmake: makes the Debian packages, asks lintian, reads their fields and
# unpacks libctgrad-dev into ${folder}/unpacked. With the command there are two packages, and that
# of the command has to run.
run(${cpack} --config ${build}/CPackConfig.cmake -G DEB -B ${folder})
file(GLOB deb ${folder}/libctgrad-dev_*_all.deb)

# says(<deb> <field>...): lintian is silent, and there are these fields.
macro(says deb)
  run(${lintian} --fail-on error,warning ${deb})
  run(${dpkg_deb} --field ${deb})
  foreach(field IN ITEMS ${ARGN})
    if(NOT output MATCHES "(^|\n)${field}\n")
      message(FATAL_ERROR "the package does not say '${field}':\n${output}")
    endif()
  endforeach()
endmacro()

says(${deb} "Package: libctgrad-dev" "Architecture: all" "Multi-Arch: foreign"
  "Depends: libboost-dev [(]>= 1.74[)]")
run(${dpkg_deb} --extract ${deb} ${folder}/unpacked)
foreach(file IN ITEMS cmake/ctgrad/ctgradConfig.cmake pkgconfig/ctgrad.pc
                      doc/libctgrad-dev/changelog.Debian.gz doc/libctgrad-dev/copyright)
  if(NOT EXISTS ${folder}/unpacked/usr/share/${file})
    message(FATAL_ERROR "share/${file} is not in the package")
  endif()
endforeach()

if(with_command)
  file(GLOB deb ${folder}/ctgrad_*.deb)
  says(${deb} "Package: ctgrad" "Section: math" "Depends: libc6[^\n]*libstdc[+][+]6[^\n]*"
    "Suggests: graphviz")
  run(${dpkg_deb} --extract ${deb} ${folder}/command)
  foreach(file IN ITEMS man/man1/ctgrad.1.gz doc/ctgrad/changelog.Debian.gz doc/ctgrad/copyright)
    if(NOT EXISTS ${folder}/command/usr/share/${file})
      message(FATAL_ERROR "share/${file} is not in the package")
    endif()
  endforeach()
  run(${folder}/command/usr/bin/ctgrad eval "a*b" a=2 b=5)
  if(NOT output MATCHES "result +10 +1\n")
    message(FATAL_ERROR "the packed command printed\n${output}")
  endif()
endif()

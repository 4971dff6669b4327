# Part of check_package.cmake: makes the Debian package, asks lintian, reads its fields and unpacks
# it into ${folder}/unpacked.
run(${cpack} --config ${build}/CPackConfig.cmake -G DEB -B ${folder})
file(GLOB deb ${folder}/libctgrad-dev_*_all.deb)

run(${lintian} --fail-on error,warning ${deb})
run(${dpkg_deb} --field ${deb})
foreach(field IN ITEMS "Package: libctgrad-dev" "Architecture: all" "Multi-Arch: foreign"
                       "Depends: libboost-dev [(]>= 1.74[)]")
  if(NOT output MATCHES "(^|\n)${field}\n")
    message(FATAL_ERROR "the package does not say '${field}':\n${output}")
  endif()
endforeach()
run(${dpkg_deb} --extract ${deb} ${folder}/unpacked)
foreach(file IN ITEMS cmake/ctgrad/ctgradConfig.cmake pkgconfig/ctgrad.pc
                      doc/libctgrad-dev/changelog.Debian.gz doc/libctgrad-dev/copyright)
  if(NOT EXISTS ${folder}/unpacked/usr/share/${file})
    message(FATAL_ERROR "share/${file} is not in the package")
  endif()
endforeach()

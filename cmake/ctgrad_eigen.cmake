# The target ctgrad::eigen: ctgrad::ctgrad and Eigen, for <ctgrad/eigen/eigen.hpp>. There is no such
# target where Eigen is not found. Read by this project and by its installed package. Set
# CTGRAD_EIGEN to OFF to do without; another Eigen than the one of the system is used if it has been
# found before, as Eigen3::Eigen.
option(CTGRAD_EIGEN "Let there be ctgrad::eigen, if Eigen is found" ON)
mark_as_advanced(CTGRAD_EIGEN)

if(CTGRAD_EIGEN AND NOT TARGET Eigen3::Eigen)
  find_package(Eigen3 3.4 CONFIG QUIET)
  if(TARGET Eigen3::Eigen)
    set_target_properties(Eigen3::Eigen PROPERTIES IMPORTED_GLOBAL TRUE)
  endif()
endif()

set(ctgrad_matrices "there is none (Eigen 3.4 was not found)")
if(CTGRAD_EIGEN AND TARGET Eigen3::Eigen)
  add_library(ctgrad::eigen INTERFACE IMPORTED GLOBAL)
  target_link_libraries(ctgrad::eigen INTERFACE ctgrad::ctgrad Eigen3::Eigen)
  set(ctgrad_matrices "matrices are those of Eigen ${Eigen3_VERSION}")
endif()

if(NOT ctgrad_FIND_QUIETLY)
  message(STATUS "ctgrad::eigen: ${ctgrad_matrices}")
endif()

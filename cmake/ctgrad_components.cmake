# The components of find_package(ctgrad COMPONENTS ...): the parts of ctgrad that need, or are
# better with, a library that the rest does without. Asking for one makes sure that it is there; who
# asks for none has whatever was found.
#
#   batch     ctgrad::batch, always there: <ctgrad/batch/batch.hpp>
#   xsimd     the lanes of ctgrad::batch are registers of xsimd
#   tbb       the threads of ctgrad::batch are those of oneTBB
#   eigen     ctgrad::eigen: <ctgrad/eigen/eigen.hpp>
#   special   <ctgrad/op/special.hpp>, which needs Boost.Math

# ctgrad_look_for(<component>): sets ctgrad_<component>_FOUND, and ctgrad_remedy if it is missing.
function(ctgrad_look_for component)
  get_target_property(definitions ctgrad::batch INTERFACE_COMPILE_DEFINITIONS)
  set(found FALSE)
  if(component STREQUAL "batch")
    set(found TRUE)
  elseif(component STREQUAL "xsimd")
    if("CTGRAD_XSIMD" IN_LIST definitions)
      set(found TRUE)
    endif()
    set(remedy "needs xsimd: install it (Debian, Ubuntu: libxsimd-dev; vcpkg, Conan: xsimd) or set "
      "xsimd_DIR to the folder of xsimdConfig.cmake; CTGRAD_XSIMD must not be OFF")
  elseif(component STREQUAL "tbb")
    if("CTGRAD_PARALLEL" IN_LIST definitions)
      set(found TRUE)
    endif()
    set(remedy "needs oneTBB: install it (Debian, Ubuntu: libtbb-dev; vcpkg: tbb; Conan: onetbb) "
      "or set TBB_DIR to the folder of TBBConfig.cmake; CTGRAD_TBB must not be OFF")
  elseif(component STREQUAL "eigen")
    if(TARGET ctgrad::eigen)
      set(found TRUE)
    endif()
    set(remedy "needs Eigen 3.4: install it (Debian, Ubuntu: libeigen3-dev; vcpkg: eigen3; Conan: "
      "eigen) or set Eigen3_DIR to the folder of Eigen3Config.cmake; CTGRAD_EIGEN must not be OFF")
  elseif(component STREQUAL "special")
    get_target_property(folders Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
    foreach(folder IN LISTS folders)
      if(EXISTS ${folder}/boost/math/special_functions.hpp)
        set(found TRUE)
      endif()
    endforeach()
    set(remedy "needs Boost.Math: install it (Debian, Ubuntu: libboost-dev; vcpkg: boost-math; "
      "Conan: boost)")
  else()
    set(remedy "is none of ctgrad's, which are batch, xsimd, tbb, eigen and special")
  endif()
  list(JOIN remedy "" remedy)
  set(ctgrad_${component}_FOUND ${found} PARENT_SCOPE)
  set(ctgrad_remedy "the component '${component}' ${remedy}." PARENT_SCOPE)
endfunction()

foreach(component IN LISTS ctgrad_FIND_COMPONENTS)
  ctgrad_look_for(${component})
  if(ctgrad_${component}_FOUND)
    continue()
  elseif(ctgrad_FIND_REQUIRED_${component})
    set(ctgrad_FOUND FALSE)
    string(APPEND ctgrad_NOT_FOUND_MESSAGE "${ctgrad_remedy}\n")
  elseif(NOT ctgrad_FIND_QUIETLY)
    message(STATUS "ctgrad: ${ctgrad_remedy}")
  endif()
endforeach()

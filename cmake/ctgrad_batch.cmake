# The target ctgrad::batch: ctgrad::ctgrad, and for <ctgrad/batch/batch.hpp> what this system has of
# xsimd (SIMD registers; without it lanes are four numbers in plain C++) and oneTBB (threads). Read
# by this project and by its installed package, so that it is the user's system that decides. Set
# CTGRAD_XSIMD or CTGRAD_TBB to OFF to do without. No instruction set is chosen here: it is that of
# the user's flags, -march=native for example.
option(CTGRAD_XSIMD "Let ctgrad::batch use xsimd, if it is found" ON)
option(CTGRAD_TBB   "Let ctgrad::batch use oneTBB, if it is found" ON)
mark_as_advanced(CTGRAD_XSIMD CTGRAD_TBB)

add_library(ctgrad::batch INTERFACE IMPORTED GLOBAL)
target_link_libraries(ctgrad::batch INTERFACE ctgrad::ctgrad)

set(ctgrad_lanes "four numbers in plain C++ (xsimd was not found)")
if(CTGRAD_XSIMD AND NOT TARGET xsimd)
  find_package(xsimd CONFIG QUIET)
endif()
if(CTGRAD_XSIMD AND TARGET xsimd)
  # Its headers only: in some packages the target asks for a library that is not installed.
  get_target_property(ctgrad_xsimd_headers xsimd INTERFACE_INCLUDE_DIRECTORIES)
  target_include_directories(ctgrad::batch SYSTEM INTERFACE ${ctgrad_xsimd_headers})
  target_compile_definitions(ctgrad::batch INTERFACE CTGRAD_XSIMD)
  set(ctgrad_lanes "registers of xsimd ${xsimd_VERSION}")
endif()

set(ctgrad_threads "none (oneTBB was not found)")
if(CTGRAD_TBB AND NOT TARGET TBB::tbb)
  find_package(TBB CONFIG QUIET)
  if(TARGET TBB::tbb)
    set_target_properties(TBB::tbb PROPERTIES IMPORTED_GLOBAL TRUE)
  endif()
endif()
if(CTGRAD_TBB AND TARGET TBB::tbb)
  target_link_libraries(ctgrad::batch INTERFACE TBB::tbb)
  target_compile_definitions(ctgrad::batch INTERFACE CTGRAD_PARALLEL)
  set(ctgrad_threads "those of oneTBB ${TBB_VERSION}")
endif()

if(NOT ctgrad_FIND_QUIETLY)
  message(STATUS "ctgrad::batch: lanes are ${ctgrad_lanes}, threads are ${ctgrad_threads}")
endif()

// One function at many points: vmap(g), vsum(g), vmean(g), and the recordings that they run.
//
// Include this header beside <ctgrad/ctgrad.hpp>; with CMake, link ctgrad::batch, which has the
// lanes of xsimd and the threads of oneTBB if they were found.
#pragma once

#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/batch/rows.hpp>
#include <ctgrad/batch/vmap.hpp>
#include <ctgrad/batch/vsum.hpp>
#include <ctgrad/ctgrad.hpp>
#include <ctgrad/record/record.hpp>

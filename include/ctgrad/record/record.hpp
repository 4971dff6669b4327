// Functions recorded at run time, once, and run, differentiated, frozen and stored as often as one
// likes. Not part of <ctgrad/ctgrad.hpp>.
//
//   const auto r = ctgrad::record(f, x, w);                   f(x, w) as a program
//   const auto g = ctgrad::gradient<ctgrad::wrt<1>>(r);       its derivative, a recording again
//   const std::vector<double> dw = g(x, w);
#pragma once

#include <ctgrad/record/derivative.hpp>
#include <ctgrad/record/recorder.hpp>

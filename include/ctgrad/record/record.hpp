// Functions recorded at run time, once, and run, differentiated, frozen and stored as often as one
// likes. Not part of <ctgrad/ctgrad.hpp>.
//
//   const auto r = ctgrad::record(f, x, w);                   f(x, w) as a program
//   const auto g = ctgrad::gradient<ctgrad::wrt<1>>(r);       its derivative, a recording again
//   const std::vector<double> dw = g(x, w);
//
//   recording.hpp   what a recording is, and how it is run
//   recorder.hpp    record(f, arguments...) and record<guarded>(f, arguments...)
//   derivative.hpp  gradient, jacobian, hessian, derivative<N>, partial, jvp, vjp, hvp of
//   recordings cpp.hpp         to_cpp, to_string and to_dot of recordings storage.hpp     save and
//   load
#pragma once

#include <ctgrad/record/cpp.hpp>
#include <ctgrad/record/derivative.hpp>
#include <ctgrad/record/recorder.hpp>
#include <ctgrad/record/storage.hpp>

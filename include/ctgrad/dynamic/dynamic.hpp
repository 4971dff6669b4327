// Derivatives at run time: dynamic(f) with the whole family.
#pragma once

#include <ctgrad/dynamic/derivative.hpp>
#include <ctgrad/dynamic/function.hpp>
#include <ctgrad/dynamic/gradient.hpp>
#include <ctgrad/dynamic/hessian.hpp>
#include <ctgrad/dynamic/jacobian.hpp>
#include <ctgrad/dynamic/product.hpp>
#include <ctgrad/dynamic/recorded_jacobian.hpp>

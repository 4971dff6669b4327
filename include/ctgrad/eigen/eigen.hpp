#pragma once

#include <ctgrad/eigen/householder.hpp>
#include <ctgrad/eigen/matrix.hpp>
#include <ctgrad/eigen/product.hpp>
#include <ctgrad/eigen/scalar.hpp>
#include <ctgrad/eigen/solve.hpp>
#include <ctgrad/eigen/triangular.hpp>

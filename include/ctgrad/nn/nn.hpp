// Neural networks on Values: a small user of the library.
#pragma once

#include <ctgrad/nn/mlp.hpp>
#include <ctgrad/nn/optimizer.hpp>

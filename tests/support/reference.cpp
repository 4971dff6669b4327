#include "reference_impl.hpp"

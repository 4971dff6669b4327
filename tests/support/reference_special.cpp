#include "reference_special_impl.hpp"

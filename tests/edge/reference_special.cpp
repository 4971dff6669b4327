#include "../support/reference_special_impl.hpp"

#include "../support/reference_impl.hpp"

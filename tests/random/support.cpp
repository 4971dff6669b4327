// The numbers of 100 digits, compiled once for everything that uses random programs.
#include "../support/reference_impl.hpp"

// The second of two translation units: the same, with the headers in the opposite order.
#include "everything_reversed.hpp"
#include "use.hpp"

results results_of_the_other();

results results_of_the_other() {
  return use_everything();
}

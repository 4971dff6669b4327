// Evaluates every row once per point, by hand and by ctgrad, and ends with an error unless the
// results agree and ctgrad has not touched the heap. instructions.sh runs it in valgrind.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <vector>

#include "row.hpp"

// -- the heap ----------------------------------------------------------------------------------

static std::size_t allocations = 0;

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

// -- the rows ----------------------------------------------------------------------------------

namespace rows {
namespace {

std::vector<row>& all() {
  static std::vector<row> rows;
  return rows;
}

using numbers_of_result = std::array<double, 512>;

double largest(std::span<const double> numbers) {
  double result = 1;
  for (const double x : numbers) result = std::max(result, std::abs(x));
  return result;
}

/// Values have to be equal; derivatives may be summed in another order, so a few roundings of the
/// largest term are allowed.
bool agree(const row& r, const numbers_of_result& found, const numbers_of_result& expected) {
  const double rounding = 1e-13 * largest(std::span(expected).first(r.numbers));
  for (std::size_t k = 0; k < r.numbers; ++k) {
    const double allowed = k < r.values ? 0 : rounding;
    if (std::abs(found[k] - expected[k]) <= allowed) continue;
    std::fprintf(stderr, "%s: number %zu of the result is %.17g, by hand it is %.17g\n", r.name, k,
                 found[k], expected[k]);
    return false;
  }
  return true;
}

bool evaluate(const row& r, const void* point) {
  numbers_of_result expected{}, found{};
  r.by_hand(expected.data(), point);
  const std::size_t before = allocations;
  r.by_ctgrad(found.data(), point);
  if (allocations == before) return agree(r, found, expected);
  std::fprintf(stderr, "%s: ctgrad allocates on the heap\n", r.name);
  return false;
}

}  // namespace

bool add(const row& r) {
  all().push_back(r);
  return true;
}

}  // namespace rows

int main() {
  bool good = true;
  for (const auto& row : rows::all()) {
    for (const void* point : row.points) good = rows::evaluate(row, point) && good;
  }
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

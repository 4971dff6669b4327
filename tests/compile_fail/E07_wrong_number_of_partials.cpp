// An op of two operands with one partial.
#include <ctgrad/ctgrad.hpp>

struct scaled_op : ctgrad::op<"scaled", 2> {
  static constexpr auto value(const auto& x, const auto& y) { return 2 * x * y; }
  static constexpr auto partials(const auto& x, const auto& y, const auto&) {
#ifdef VALID
    return std::tuple{2 * y, 2 * x};
#else
    return std::tuple{2 * (x + y)};
#endif
  }
};
constexpr auto f = [](auto x, auto y) { return ctgrad::apply<scaled_op>(x, y); };

int main() {
  return static_cast<int>(ctgrad::gradient(f)(2.0, 3.0)[0]);
}

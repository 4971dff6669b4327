// An op of one operand whose partials are a number.
#include <ctgrad/ctgrad.hpp>

struct cube_op : ctgrad::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
  static constexpr auto partials(const auto& x, const auto&) {
#ifdef VALID
    return std::tuple{3 * x * x};
#else
    return 3 * x * x;
#endif
  }
};
constexpr auto f = [](auto x) { return ctgrad::apply<cube_op>(x); };

int main() {
  return static_cast<int>(ctgrad::derivative(f)(2.0));
}

// The same with a Value.
#include <ctgrad/ctgrad.hpp>

struct cube_op : ctgrad::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
#ifdef VALID
  static constexpr auto partials(const auto& x, const auto&) { return std::tuple{3 * x * x}; }
#endif
};

int main() {
  const auto y = ctgrad::apply<cube_op>(ctgrad::Value{2.0});
  y.backward();
}

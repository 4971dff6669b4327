// The partials of an op are not constexpr: no code can be generated from them.
#include <ctgrad/ctgrad.hpp>

struct cube_op : ctgrad::op<"cube", 1> {
  static constexpr auto value(const auto& x) { return x * x * x; }
#ifdef VALID
  static constexpr auto partials(const auto& x, const auto&){
#else
  static auto partials(const auto& x, const auto&) {
#endif
      return std::tuple {
        3 * x * x
      };
}
}
;
constexpr auto f = [](auto x) { return ctgrad::apply<cube_op>(x); };

int main() {
  return static_cast<int>(ctgrad::gradient(f)(2.0)[0]);
}

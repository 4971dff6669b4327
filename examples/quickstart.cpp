// Quickstart: one function text, three engines.
//
//   formula    the function called with variables: a type, lowered to straight-line code
//   function   the function called with symbols inside the compiler: straight-line code again
//   Value      the function called with Values: recorded while it runs, then swept backwards
//
// Eight small programs are computed in all three; the table shows them side by side.
#include <ctgrad/ctgrad.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>

namespace cg = ctgrad;
using cg::Value;
using cg::var;

// The eight programs. Ordinary generic functions: nothing in them names an engine, and relu, tanh
// and pow are found by the type they are called with.
constexpr auto rectified = [](auto a, auto b, auto c) { return relu(a + b * c); };
constexpr auto sum = [](auto a, auto b) { return a + b; };
constexpr auto product = [](auto a, auto b) { return a * b; };
constexpr auto two_steps = [](auto x1, auto x2, auto x4, auto x6) { return (x4 + x1 * x2) * x6; };
constexpr auto chain = [](auto a, auto b, auto c, auto d) { return (a * b + c) * d; };
constexpr auto neuron = [](auto x1, auto x2, auto w1, auto w2, auto b) {
  return tanh(x1 * w1 + x2 * w2 + b);
};
constexpr auto reused = [](auto x) {
  auto z = 2 * x + 2 + x;
  auto q = relu(z) + z * x;
  auto h = relu(z * z);
  return h + q + q * x;
};
constexpr auto tangled = [](auto a, auto b) {
  auto c0 = a + b;
  auto d0 = a * b + pow(b, 3);
  auto c1 = c0 + (c0 + 1);
  auto c2 = c1 + (1 + c1 + (-a));
  auto d1 = d0 + (d0 * 2 + relu(b + a));
  auto d2 = d1 + (3 * d1 + relu(b - a));
  auto f = pow(c2 - d2, 2);
  return f / 2 + 10 / f;
};

// Derivatives are constants: the compiler itself has computed these.
constexpr auto a = var<"a">;
constexpr auto b = var<"b">;
constexpr auto c = var<"c">;
constexpr auto at_3 = cg::gradient(rectified(a, b, c))(a = 2.0, b = 3.0, c = 10.0);
static_assert(at_3[a] == 1.0 && at_3[b] == 10.0 && at_3[c] == 3.0);
static_assert(cg::gradient(rectified)(2.0, 3.0, 10.0) == std::array{1.0, 10.0, 3.0});
static_assert(cg::gradient(rectified)(2.0, -3.0, 10.0) == std::array{0.0, 0.0, 0.0});
static_assert(cg::gradient(chain)(2.0, -3.0, 10.0, -2.0) == std::array{6.0, -4.0, -2.0, 4.0});
static_assert(cg::derivative(reused)(-4.0) == 46.0);

// One line of the table; false if an engine is off by more than a few units in the last place.
bool line(const std::string& what, double expected, std::initializer_list<double> engines) {
  std::cout << std::left << "  " << std::setw(9) << what << std::right << std::setprecision(16)
            << std::setw(18) << expected << std::setprecision(10);
  bool good = true;
  for (const double x : engines) {
    good = good && std::abs(x - expected) <= 4e-15 * std::abs(expected);
    std::cout << std::setw(14) << x;
  }
  std::cout << (good ? "\n" : "  <- off\n");
  return good;
}

// Computes f in all engines with the numbers given for its variables.
template <class F, auto... Name>
bool compare(std::string_view text, F f, double value,
             const std::array<double, sizeof...(Name)>& gradient,
             cg::binding<Name, double>... given) {
  const auto formula = cg::value_and_gradient(f(var<Name>...))(given...);
  const auto function = cg::value_and_gradient(f)(given.value...);
  const std::array x{Value{given.value}...};
  const Value y = std::apply(f, x);
  y.backward();

  std::cout << text << '\n';
  bool good = line("value", value, {formula.value, function.value, y.data()});
  std::size_t i = 0;
  auto partial = [&](auto name) {
    const bool same = line("d/d" + cg::to_string(name), gradient[i],
                           {formula.gradient[name], function.gradient[i], x[i].grad()});
    good = good && same;
    ++i;
  };
  (partial(var<Name>), ...);
  return good;
}

// A Value also knows the gradients of everything in between.
void in_between() {
  const Value x1{3.0}, x2{4.0}, x4{5.0}, x6{2.0};
  const Value x3 = x1 * x2, x5 = x4 + x3, y = x5 * x6;
  y.backward();
  std::cout << "in between, x3 = x1*x2, x5 = x4 + x3, y = x5*x6\n"
            << "  x3 is " << x3 << ", x5 is " << x5 << '\n';
}

int main() {
  std::cout << "                     expected       formula      function         Value\n";
  const bool good[]{compare("relu(a + b*c)", rectified, 0, {0, 0, 0}, a = 2.0, b = -3.0, c = 10.0),
                    compare("a + b", sum, 7, {1, 1}, a = 3.0, b = 4.0),
                    compare("a*b", product, 10, {5, 2}, a = 2.0, b = 5.0),
                    compare("(x4 + x1*x2)*x6", two_steps, 34, {8, 6, 2, 17}, var<"x1"> = 3.0,
                            var<"x2"> = 4.0, var<"x4"> = 5.0, var<"x6"> = 2.0),
                    compare("(a*b + c)*d", chain, -8, {6, -4, -2, 4}, a = 2.0, b = -3.0, c = 10.0,
                            var<"d"> = -2.0),
                    compare("tanh(x1*w1 + x2*w2 + b)", neuron, 0.7071067811865476,
                            {-1.5, 0.5, 1, 0, 0.5}, var<"x1"> = 2.0, var<"x2"> = 0.0,
                            var<"w1"> = -3.0, var<"w2"> = 1.0, b = 6.8813735870195432),
                    compare("a value used again and again", reused, -20, {46}, var<"x"> = -4.0),
                    compare("a tangle of all operations", tangled, 24.70408163265306,
                            {138.8338192419825, 645.5772594752186}, a = -4.0, b = 2.0)};
  in_between();

  const auto right = std::count(std::begin(good), std::end(good), true);
  std::cout << right << " of " << std::size(good) << " as expected\n";
  return right == std::ssize(good) ? 0 : 1;
}

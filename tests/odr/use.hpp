// One derivative by each engine, instantiated in both translation units: d(x*y + x)/dx at (2, 3) is
// 4.
#pragma once

struct results {
  double function;
  double formula;
  double value;
};

inline results use_everything() {
  namespace cg = ctgrad;

  constexpr auto f = [](auto x, auto y) { return x * y + x; };
  const double function = cg::gradient(f)(2.0, 3.0)[0];

  constexpr auto x = cg::var<"x">;
  constexpr auto y = cg::var<"y">;
  const double formula = cg::gradient(x * y + x)(x = 2.0, y = 3.0)[x];

  cg::Value p{2.0}, q{3.0};
  auto z = f(p, q);
  z.backward();

  return {function, formula, p.grad()};
}

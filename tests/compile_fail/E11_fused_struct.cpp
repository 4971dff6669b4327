// A plain struct of Values is given to a fused function: nothing tells how many there are.
#include <ctgrad/ctgrad.hpp>

#include <utility>

struct line {
  ctgrad::Value slope, offset;
};

int main() {
#ifdef VALID
  const auto f = ctgrad::fused([](const auto& l) { return l.first * 3 + l.second; });
  const std::pair l{ctgrad::Value{1.0}, ctgrad::Value{2.0}};
#else
  const auto f = ctgrad::fused([](const auto& l) { return l.slope * 3 + l.offset; });
  const line l{ctgrad::Value{1.0}, ctgrad::Value{2.0}};
#endif
  const ctgrad::Value y = f(l);
  y.backward();
}

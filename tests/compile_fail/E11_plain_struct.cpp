// A struct of doubles cannot hold symbols; a struct template can.
#include <ctgrad/ctgrad.hpp>

#include <boost/hana/adapt_struct.hpp>

#ifdef VALID
template <class T>
struct bond {
  T rate, maturity;
};
BOOST_HANA_ADAPT_STRUCT(bond<double>, rate, maturity);
using argument = bond<double>;
#else
struct argument {
  double rate, maturity;
};
BOOST_HANA_ADAPT_STRUCT(argument, rate, maturity);
#endif

constexpr auto f = [](auto b) { return b.rate * b.maturity; };

int main() {
  return static_cast<int>(ctgrad::gradient(f)(argument{0.5, 2.0}).rate);
}

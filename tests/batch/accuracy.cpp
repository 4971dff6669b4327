// How far functions of lanes are from the truth, in units in the last place, over all numbers: the
// bounds are those of docs/batches.md. The truth of a double is the same op on long double, that of
// a float the op on double.
#include <ctgrad/batch/lanes.hpp>
#include <ctgrad/op/registry.hpp>

#include <boost/test/unit_test.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <numbers>
#include <random>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

namespace cg = ctgrad;
namespace ops = ctgrad::ops;

namespace {

/// Op is at most so many units in the last place from the truth, for double and float.
template <class Op>
struct stated {
  double of_double, of_float;
};

template <class T>
using wider = std::conditional_t<sizeof(T) == 4, double, long double>;

/// The error of a number in units in the last place of the truth.
template <class T>
double error(T got, wider<T> truth) {
  if (std::isnan(truth)) return std::isnan(got) ? 0 : HUGE_VAL;
  const T rounded = static_cast<T>(truth);
  if (got == rounded) return 0;
  if (std::isinf(rounded) || std::isinf(got)) {  // at the border of overflow, a step apart
    const T next = std::nextafter(std::isinf(got) ? got : rounded, T(0));
    return std::fabs(std::isinf(got) ? rounded : got) == std::fabs(next) ? 1 : HUGE_VAL;
  }
  using limits = std::numeric_limits<T>;
  int exponent = limits::min_exponent;
  if (std::fabs(rounded) > (limits::min)()) static_cast<void>(std::frexp(truth, &exponent));
  return static_cast<double>(std::ldexp(std::fabs(got - truth), limits::digits - exponent));
}

/// How many points of each kind; POINTS=1000000 measures.
std::size_t count() {
  const char* const asked = std::getenv("POINTS");
  return asked != nullptr ? std::stoul(asked) : 2000;
}

/// Numbers of all exponents, evenly spread ones where functions do something, and those next to
/// multiples of a quarter turn.
template <class T>
class numbers {
 public:
  T next() {
    constexpr double reach[]{1, 3, 30, 120, 760};
    const std::size_t kind = i_++ % 8;
    using word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    if (kind == 5) return near_quarter(static_cast<std::int64_t>(random_() % 40000) - 20000);
    if (kind >= 6) return std::bit_cast<T>(static_cast<word>(random_()));
    return static_cast<T>((static_cast<double>(random_() >> 11) * 0x1p-52 - 1) * reach[kind]);
  }

 private:
  static T near_quarter(std::int64_t k) {
    return static_cast<T>(static_cast<long double>(k) * (std::numbers::pi_v<long double> / 2));
  }

  std::mt19937_64 random_{5};
  std::size_t i_ = 0;
};

template <class T>
struct measured {
  double worst = 0;
  T at = 0;
};

template <class Op, class T>
measured<T> measure() {
  using pack = cg::lanes<T>;
  measured<T> result;
  numbers<T> from;
  for (std::size_t n = 0; n < 8 * count(); n += pack::size) {
    T x[pack::size], y[pack::size];
    for (T& each : x) each = from.next();
    cg::apply<Op>(pack::load(x)).store(y);
    for (std::size_t i = 0; i < pack::size; ++i) {
      const double e = error<T>(y[i], cg::apply<Op>(static_cast<wider<T>>(x[i])));
      if (e > result.worst) result = {e, x[i]};
    }
  }
  return result;
}

/// The same of two operands: of all sizes, and (for a power) with a result that is a number.
template <class Op, class T>
  requires(Op::arity == 2)
measured<T> measure() {
  using pack = cg::lanes<T>;
  measured<T> result;
  numbers<T> from, other;
  for (std::size_t n = 0; n < 4 * count(); n += pack::size) {
    T x[pack::size], y[pack::size], z[pack::size];
    for (std::size_t i = 0; i < pack::size; ++i) {
      x[i] = from.next();
      if (n % 3 != 0) x[i] = std::fabs(x[i]);
      y[i] = other.next();
      if (n % 3 == 1) y[i] = static_cast<T>(std::sin(y[i]) * T(90) / std::log(x[i]));
      if (n % 3 == 2) y[i] = static_cast<T>(std::sin(y[i]) * 740 / std::log(double(x[i])));
    }
    cg::apply<Op>(pack::load(x), pack::load(y)).store(z);
    for (std::size_t i = 0; i < pack::size; ++i) {
      const double e =
          error<T>(z[i], cg::apply<Op>(static_cast<wider<T>>(x[i]), static_cast<wider<T>>(y[i])));
      if (e > result.worst) result = {e, x[i]};
    }
  }
  return result;
}

template <class Op, class T>
void check(double bound) {
  const measured<T> m = measure<Op, T>();
  BOOST_TEST_MESSAGE(Op::name << (sizeof(T) == 4 ? " float " : " double ") << m.worst << " of "
                              << bound);
  BOOST_TEST(m.worst <= bound, Op::name << " is " << m.worst << " ulp from the truth at " << m.at
                                        << ", not " << bound);
}

/// docs/batches.md
const std::string& page() {
  static const std::string all = [] {
    std::ifstream file(PAGE);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return all;
}

/// The page says the same.
template <class Op>
void check_page(const stated<Op>& bounds) {
  std::ostringstream line;
  line << "\n| `" << Op::name << "` | " << bounds.of_double << " | " << bounds.of_float << " |\n";
  BOOST_TEST(page().find(line.str()) != std::string::npos, PAGE << " does not say" << line.str());
}

template <class Op>
void check(const stated<Op>& bounds) {
  check_page(bounds);
  check<Op, float>(bounds.of_float);
  if (std::numeric_limits<long double>::digits >= 64) check<Op, double>(bounds.of_double);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(accuracy)

BOOST_AUTO_TEST_CASE(exponentials_and_logarithms) {
  check(stated<ops::exp>{1.2, 1.2});
  check(stated<ops::exp2>{1.2, 1.2});
  check(stated<ops::expm1>{2, 2});
  check(stated<ops::log>{1, 1});
  check(stated<ops::log2>{2, 2});
  check(stated<ops::log10>{2, 2});
  check(stated<ops::log1p>{1, 1});
}

BOOST_AUTO_TEST_CASE(trigonometric_functions) {
  check(stated<ops::sin>{1, 0.6});
  check(stated<ops::cos>{1, 0.6});
  check(stated<ops::tan>{2.5, 0.6});
  check(stated<ops::asin>{1.5, 2.5});
  check(stated<ops::asin_slope>{2.5, 2.5});
  check(stated<ops::acos>{1.5, 1.5});
  check(stated<ops::atan>{2.5, 2.5});
}

BOOST_AUTO_TEST_CASE(hyperbolic_functions) {
  check(stated<ops::sinh>{2.5, 2.5});
  check(stated<ops::cosh>{2, 2});
  check(stated<ops::tanh>{2.5, 2.5});
  check(stated<ops::asinh>{2, 2});
  check(stated<ops::acosh>{2.5, 2.5});
  check(stated<ops::atanh>{2, 2});
  check(stated<ops::cbrt>{1, 1});
}

BOOST_AUTO_TEST_CASE(powers) {
  check(stated<ops::constant_power>{2.5, 0.6});
  check(stated<ops::hypot>{1.5, 1.5});
}

BOOST_AUTO_TEST_CASE(error_functions) {
  check(stated<ops::erf>{3, 3.5});
  check(stated<ops::erfc>{4, 4.5});
  check(stated<ops::gaussian>{1.5, 1.5});
  check(stated<ops::normal_pdf>{2.5, 2.5});
  check(stated<ops::normal_cdf>{4.5, 4.5});
}

BOOST_AUTO_TEST_CASE(logistic_functions) {
  check(stated<ops::sigmoid>{2.5, 2.5});
  check(stated<ops::softplus>{2, 2});
  check(stated<ops::log_sigmoid>{2, 2});
  check(stated<ops::logit>{2, 2});
  check(stated<ops::log1m_exp>{2.5, 2.5});
  check(stated<ops::log1m_exp_slope>{2.5, 2.5});
}

BOOST_AUTO_TEST_SUITE_END()

// Generator A: writes random functions as C++ text, to be compiled by every engine.
//   generate <seed> <functions> <first>  >  functions.cpp
//
// A function is a generic lambda of two or three arguments with 5 to 40 steps that share their
// results; some steps are loops with constant bounds, local lambdas and `where`. A function without
// a loop that does not grow too large when its sharing is written out is tested as a formula, too.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "../random/random_source.hpp"

namespace {

struct name {
  std::string text;
  int size;  // when written out
  bool used;
};

class writer {
 public:
  explicit writer(std::uint64_t seed) : random_(seed) {}

  void write(int number) {
    const int arguments = 2 + random_.below(2), steps = 5 + random_.below(36);
    formula_ = random_.chance(0.5);
    std::cout << "constexpr auto f" << number << " = [](";
    for (int i = 0; i < arguments; ++i) {
      std::cout << (i ? ", " : "") << "auto x" << i;
      names_.push_back({"x" + std::to_string(i), 1, false});
    }
    std::cout << ") {\n";
    for (int i = 0; i < (formula_ ? steps / 3 + 3 : steps); ++i) step(i);
    result();
    std::cout << "BOOST_AUTO_TEST_CASE(function_" << number << ") {\n  generated::check<"
              << arguments << ", " << (formula_ ? "true" : "false") << ">(f" << number << ", "
              << random_.next() % 1000000 << ");\n}\n\n";
  }

 private:
  const std::string& pick() {
    std::size_t at = std::size_t(random_.below(int(names_.size())));
    for (std::size_t i = 0; i < names_.size() && random_.chance(0.7); ++i) {
      if (!names_[i].used) at = i;
    }
    if (formula_ && names_[at].size > 12) at = 0;
    names_[at].used = true;
    size_ += names_[at].size;
    return names_[at].text;
  }

  /// Two different operands: equal ones would be a tie at every point.
  std::string two(const std::string& between) {
    const std::string first = pick();
    for (int tries = 0; tries < 8; ++tries) {
      const std::string second = pick();
      if (second != first) return first + between + second;
    }
    return first + between + "2 * " + first;
  }
  std::string constant() {
    const char* const all[]{"0.5", "1.25", "2", "0.75", "1.5", "3"};
    return all[random_.below(6)];
  }
  std::string condition() {
    const char* const all[]{" < ", " > ", " <= ", " >= "};
    return two(all[random_.below(4)]);
  }

  /// A function of one or two results whose values stay moderate.
  std::string call() {
    static const std::vector<std::string> unary{"sin(",
                                                "cos(",
                                                "tanh(",
                                                "sigmoid(",
                                                "erf(",
                                                "atan(",
                                                "asinh(",
                                                "softplus(",
                                                "abs(",
                                                "relu(",
                                                "square(",
                                                "cbrt(2 + square(",
                                                "sqrt(1 + square(",
                                                "log(2 + abs(",
                                                "exp(-square(",
                                                "inv(2 + square(",
                                                "normal_cdf(",
                                                "-tanh(",
                                                "log1p(abs(",
                                                "normal_pdf("};
    static const std::vector<std::string> binary{"max(", "min(", "hypot(", "fdim(", "log_add_exp("};
    if (random_.chance(0.35)) {
      return binary[std::size_t(random_.below(int(binary.size())))] + two(", ") + ")";
    }
    const auto& f = unary[std::size_t(random_.below(int(unary.size())))];
    return f + pick() + std::string(std::size_t(std::count(f.begin(), f.end(), '(')), ')');
  }

  std::string expression() {
    switch (random_.below(7)) {
      case 0:
        return pick() + " + " + pick();
      case 1:
        return pick() + " - " + constant() + " * " + pick();
      case 2:
        return "tanh(" + pick() + ") * " + pick();
      case 3:
        return pick() + " / (1 + square(" + pick() + "))";
      case 4:
        return "where(" + condition() + ", " + pick() + ", " + pick() + ")";
      case 5:
        return "pow(" + pick() + ", 2) * " + constant() + " - " + pick();
      default:
        return call();
    }
  }

  void step(int i) {
    const std::string n = "n" + std::to_string(i);
    size_ = 1;
    if (!formula_ && random_.chance(0.15)) {
      std::cout << "  auto " << n << " = " << pick() << " * " << constant()
                << ";\n  for (int i = 0; "
                << "i < " << 2 + random_.below(3) << "; ++i) " << n << " = sin(" << n << " + "
                << pick() << " * " << constant() << ");\n";
    } else if (random_.chance(0.15)) {
      std::cout << "  const auto local" << i << " = [](auto a, auto b) { return a * b + "
                << constant() << " * cos(a - b); };\n  const auto " << n << " = tanh(local" << i
                << "(" << pick() << ", " << pick() << "));\n";
    } else {
      std::cout << "  const auto " << n << " = " << expression() << ";\n";
    }
    names_.push_back({n, size_, false});
  }

  /// The sum of what nobody has used; a formula has to use all of its variables.
  void result() {
    std::cout << "  return " << names_.back().text;
    names_.back().used = true;
    for (const name& n : names_) {
      if (!n.used) std::cout << " + sin(" << n.text << ")";
    }
    std::cout << ";\n};\n\n";
  }

  dags::random_source random_;
  std::vector<name> names_;
  int size_ = 0;
  bool formula_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::cerr << "usage: generate <seed> <functions> <first>\n", 2;
  const std::uint64_t seed = std::strtoull(argv[1], nullptr, 0);
  const int count = std::atoi(argv[2]), first = std::atoi(argv[3]);
  std::cout << "// Written by generate.cpp with the seed " << seed << ".\n"
            << "#include <boost/test/unit_test.hpp>\n\n#include \"check.hpp\"\n\n"
            << "namespace {\n\nusing namespace generated::functions;\n\n";
  std::cout << "BOOST_AUTO_TEST_SUITE(seed_" << seed << "_" << first << ")\n\n";
  for (int i = first; i < first + count; ++i) {
    writer(dags::seed_of(seed, static_cast<std::uint64_t>(i))).write(i);
  }
  std::cout << "BOOST_AUTO_TEST_SUITE_END()\n\n}  // namespace\n";
}

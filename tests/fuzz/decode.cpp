#include "decode.hpp"

#include <array>
#include <cstring>
#include <limits>

#include "../random/operations.hpp"

namespace fuzz {
namespace {

using dags::dag, dags::takes;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr std::array numbers{0.0,    -0.0,   1.0,     -1.0,   0.5,  -0.5,  2.0,    3.0,
                             -2.0,   10.0,   1e-3,    -700.0, 1e16, 1e300, -1e300, 5e-324,
                             1e-300, 0.9999, -0.9999, inf,    -inf, 37.5,  19.25,  0.1};
constexpr std::array whole_numbers{2.0, 3.0, -1.0, -2.0, 0.0, 5.0, 1.0};
constexpr std::size_t most_operations = 200;

class decoder {
 public:
  decoder(const std::uint8_t* bytes, std::size_t size) : next_(bytes), end_(bytes + size) {}

  dag operator()() {
    const unsigned head = byte();
    result_.inputs = 1 + int(head % 4);
    for (int i = 0; i < result_.inputs; ++i) leaf(dags::input, number());
    for (const double n : whole_numbers) leaf(dags::constant, n);
    for (unsigned i = head / 4 % 4; i > 0; --i) leaf(dags::constant, number());
    leaves_ = result_.size();
    while (next_ != end_ && result_.size() < leaves_ + most_operations) operation();
    if (result_.size() == leaves_) operation();
    return result_;
  }

 private:
  unsigned byte() { return next_ == end_ ? 0 : *next_++; }

  double number() {
    const unsigned choice = byte();
    if (choice < 200) return numbers[choice % numbers.size()];
    std::uint8_t bytes[sizeof(double)];
    for (auto& b : bytes) b = static_cast<std::uint8_t>(byte());
    double result = 0;
    std::memcpy(&result, bytes, sizeof result);
    return result;
  }

  void leaf(int kind, double value) { result_.add({.op = kind, .operands = {}, .number = value}); }

  /// Ops that only make sense in derivatives become the first op of the list.
  void operation() {
    int op = int(byte()) % dags::operations;
    for (const takes what : dags::description(op).operands) {
      if (what == takes::result) op = 0;
    }
    dags::node n{.op = op};
    for (int k = 0; k < arity_of(n); ++k) {
      n.operands[std::size_t(k)] = operand(dags::description(op).operands[std::size_t(k)]);
    }
    result_.add(n);
  }

  int operand(takes what) {
    const auto back = std::size_t(byte());
    if (what == takes::whole) return result_.inputs + int(back % whole_numbers.size());
    if (what == takes::parameter) {
      return result_.inputs + int(back % (leaves_ - std::size_t(result_.inputs)));
    }
    return int(result_.size() - 1 - back % result_.size());
  }

  const std::uint8_t* next_;
  const std::uint8_t* end_;
  dag result_;
  std::size_t leaves_ = 0;
};

}  // namespace

dag decode(const std::uint8_t* bytes, std::size_t size) {
  return decoder(bytes, size)();
}

}  // namespace fuzz

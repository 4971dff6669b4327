// A rod cools down. How well does it conduct, and how much does it lose to the air? Found from five
// thermometers by the method of Gauss and Newton.
//
// The time loop is written with Values: a point of the rod is one fused operation in every step,
// twenty steps are a checkpoint, which keeps memory small, and the derivatives of all thermometers
// by both unknowns come from what has been recorded.
#include <ctgrad/ctgrad.hpp>

#include <array>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <vector>

namespace {

namespace cg = ctgrad;
using cg::Value;
using rod = std::vector<Value>;

constexpr std::size_t points = 50, stretches = 20, steps = 20;

constexpr auto after_a_step =
    cg::fused([](auto left, auto here, auto right, auto conduction, auto loss) {
      return here + conduction * (left - 2 * here + right) - loss * here;
    });

rod stretch_of_time(rod u, const Value& conduction, const Value& loss) {
  for (std::size_t step = 0; step < steps; ++step) {
    rod next = u;  // the ends keep their temperature
    for (std::size_t i = 1; i + 1 < points; ++i)
      next[i] = after_a_step(u[i - 1], u[i], u[i + 1], conduction, loss);
    u = next;
  }
  return u;
}

/// What five thermometers show in the end. `advance` takes the rod through a stretch of time.
template <class Advance>
std::vector<Value> thermometers(const Value& conduction, const Value& loss, Advance advance) {
  rod u(points, 20.0);
  for (std::size_t i = 10; i < 20; ++i) u[i] = 100.0;
  for (std::size_t k = 0; k < stretches; ++k) u = advance(u, conduction, loss);
  return {u[5], u[15], u[25], u[35], u[45]};
}

struct unknowns {
  double conduction, loss;
};

/// The step that would be right if the thermometers were linear in both unknowns: J'J x = J'r.
unknowns gauss_newton(const std::vector<std::array<double, 2>>& J, const std::vector<double>& r) {
  double a = 0, b = 0, c = 0, p = 0, q = 0;
  for (std::size_t i = 0; i < r.size(); ++i) {
    const auto [x, y] = J[i];
    a += x * x, b += x * y, c += y * y;
    p += x * r[i], q += y * r[i];
  }
  const double determinant = a * c - b * b;
  return {(c * p - b * q) / determinant, (a * q - b * p) / determinant};
}

}  // namespace

int main() {
  const auto measured = thermometers(0.2, 0.002, stretch_of_time);  // of numbers: nothing recorded
  const auto advance = cg::checkpoint(stretch_of_time);

  Value conduction{0.1}, loss{0.0};
  std::cout << std::fixed << "conduction    loss   misfit\n";
  for (int iteration = 0; iteration < 6; ++iteration) {
    const cg::scope s;
    const auto shown = thermometers(conduction, loss, advance);
    std::vector<double> residuals;
    double misfit = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      residuals.push_back(measured[i].data() - shown[i].data());
      misfit += residuals.back() * residuals.back();
    }
    std::cout << std::setprecision(5) << std::setw(10) << conduction.data() << std::setw(8)
              << loss.data() << std::setw(9) << std::setprecision(3) << misfit << '\n';
    const auto by = gauss_newton(cg::jacobian(shown, std::array{conduction, loss}), residuals);
    conduction.data() += by.conduction;
    loss.data() += by.loss;
  }

  const auto recorded = [&](auto how) {
    const cg::scope s;
    const auto before = cg::Tape::current().size();
    static_cast<void>(thermometers(conduction, loss, how));
    return cg::Tape::current().size() - before;
  };
  std::cout << "results recorded: " << recorded(advance) << " with checkpoints, "
            << recorded(stretch_of_time) << " without\n";
}

// ADOL-C: operations on a tape, with buffers so large that no tape goes to a file.
#pragma once

#include <adolc/adolc.h>

/// It has no complementary error function, and takes a branch into the tape by fmax.
inline adouble erfc(const badouble& x) {
  return 1.0 - erf(x);
}
inline adouble relu(const badouble& x) {
  return fmax(x, 0.0);
}

#include "../workload.hpp"

namespace peer {

using field::kind, field::numbers;

/// Rows of a matrix as its drivers take them.
struct rows {
  numbers all;
  std::vector<double*> starts;
  rows(std::size_t count, std::size_t width) : all(count * width), starts(count) {
    for (std::size_t i = 0; i < count; ++i) starts[i] = all.data() + i * width;
  }
};

/// The sizes of buffers belong to a tag.
inline short new_tag() {
  static short next = 0;
  return next++;
}

/// Values and derivatives of a tape.
template <class Workload>
struct tape {
  static constexpr std::size_t n = Workload::inputs, m = Workload::outputs;
  static constexpr int rows_in = static_cast<int>(m), columns = static_cast<int>(n);

  const Workload& f;
  std::vector<adouble> arguments = std::vector<adouble>(n);
  numbers point = numbers(n), value = numbers(m);
  rows unit{m, m}, jacobian{m, n}, second{Workload::what == kind::hessian ? n : 0, n};
  short tag = new_tag();

  explicit tape(const Workload& f_in) : f(f_in) {
    for (std::size_t k = 0; k < m; ++k) unit.starts[k][k] = 1;
  }
  tape(const tape&) = delete;
  ~tape() { removeTape(tag, ADOLC_REMOVE_COMPLETELY); }

  /// With what a sweep backward needs.
  void record(std::span<const double> x) {
    constexpr unsigned size = 20 * static_cast<unsigned>(Workload::operations + n) + 5'000;
    trace_on(tag, 1, size, size, size, size);
    for (std::size_t i = 0; i < n; ++i) arguments[i] <<= x[i];
    mark(f(std::span<const adouble>(arguments)));
    trace_off();
  }

  /// Runs the tape at another point.
  void run(std::span<const double> x) {
    std::ranges::copy(x, point.begin());
    zos_forward(tag, rows_in, columns, 1, point.data(), value.data());
  }

  /// The derivatives of what ran last.
  void derive(std::span<const double> x, std::span<double> out) {
    if constexpr (m == 1) {
      fos_reverse(tag, 1, columns, unit.all.data(), jacobian.all.data());
    } else {
      fov_reverse(tag, rows_in, columns, rows_in, unit.starts.data(), jacobian.starts.data());
    }
    std::ranges::copy(value, out.begin());
    std::ranges::copy(jacobian.all, out.begin() + m);
    if constexpr (Workload::what == kind::hessian) write_hessian(x, out.subspan(1 + n));
  }

 private:
  void mark(const adouble& y) { const_cast<adouble&>(y) >>= value[0]; }
  void mark(const std::array<adouble, m>& y) {
    for (std::size_t k = 0; k < m; ++k) const_cast<adouble&>(y[k]) >>= value[k];
  }

  /// The driver gives the lower half.
  void write_hessian(std::span<const double> x, std::span<double> out) {
    std::ranges::copy(x, point.begin());
    hessian(tag, columns, point.data(), second.starts.data());
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j <= i; ++j) out[i * n + j] = out[j * n + i] = second.starts[i][j];
    }
  }
};

}  // namespace peer

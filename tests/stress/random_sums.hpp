// Random straight-line programs full of sums, for any kind of number (number_kinds.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "number_kinds.hpp"

namespace stress {

/// Runs the program of a seed. Every kind of number sees the same program.
template <class V>
class random_sums {
  using k = kind<V>;

 public:
  random_sums(std::uint64_t seed, int prelude) : source_(seed) {
    for (V& r : r_) r = new_variable();
    V filler = r_[0];
    for (int i = 0; i < prelude; ++i)
      filler = sin(filler);  // a block, or the notes, come to an end
  }

  /// Everything that can be observed of so many statements.
  std::vector<double> run(int statements) {
    for (int i = 0; i < statements; ++i) step(true);
    finish();
    return std::move(seen_);
  }

 private:
  std::size_t below(std::size_t n) { return source_() % n; }
  double number() { return 0.25 * static_cast<double>(below(16)) - 1.75; }
  V& any() { return r_[below(r_.size())]; }
  V new_variable() {
    V x = k::variable(number());
    variables_.push_back(x);
    return x;
  }

  void step(bool outside) {
    V &a = any(), &b = any(), &c = any(), &d = any(), &e = any();
    if (k::data(a) * k::data(a) > 1e6) a = 0.5 * sin(a);  // numbers stay finite
    switch (below(31)) {
      case 0:
        a = b + c;
        break;
      case 1:
        a = b - c;
        break;
      case 2:
        a += b;
        break;
      case 3:
        a -= b;
        break;
      case 4:
        a += b * c;
        break;
      case 5:
        a -= b * c;
        break;
      case 6:
        a += b * c + d * e;
        break;
      case 7:
        a = b * c - d * e;
        break;
      case 8:
        a = b - c * d;
        break;
      case 9:
        a = (b * c + d) - (e * b - 1.5);
        break;
      case 10:
        a = -(b + c * d);
        break;
      case 11:
        a = 2.0 - b * c;
        break;
      case 12:
        a = b * c - 0.5 + d;
        break;
      case 13:
        a += a * b;
        break;
      case 14:
        a -= sin(a) - a * c;
        break;
      case 15:
        a += a;
        a -= a * 0.25;
        a += 0.5;
        a -= 0.25;
        break;
      case 16:
        a = b / (c * c + 1.0) + d;
        break;
      case 17:
        a = sin(b) + sin(c) - sin(d);
        break;
      case 18:
        move_into(a, b);
        break;
      case 19:
        std::swap(a, b);
        break;
      case 20:
        copies_.push_back(a);
        break;
      case 21: {
        V t = b * c;
        V u = t;
        t += d * e;
        a = t - u;
        break;
      }
      case 22: {
        V t = b * c;
        t += d;
        V u = t * e;
        a = std::move(t) + std::move(u);
        break;
      }
      case 23: {
        V t = sin(b);
        t -= c;
        V u = std::move(t);
        u += d;
        a = std::move(u);
        break;
      }
      case 24: {
        V t = a;
        V& same = a;
        same += b * t;
        const V& again = same;
        same = again;
        break;
      }
      case 25:
        a = below(2) == 0 ? V(number()) : new_variable();
        break;
      case 26: {
        V t = 0.0;
        for (V& x : r_) t += x * b;
        a = std::move(t) * 0.125;
        break;
      }
      case 27:
        a = k::dot({b, c, d}, {e, b, a});
        a += c * d;
        break;
      case 28:
        a -= k::dot({b, c}, {d, e}) + a;
        break;
      case 29:
        if (outside) inner();
        break;
      default:
        k::backward(a);
        look();
        break;
    }
  }

  /// Both are taken, together or one after the other.
  void move_into(V& a, V& b) {
    if (&a == &b) return;
    V y = below(2) == 0 ? std::move(a) + std::move(b) : std::move(b) - std::move(a);
    a = std::move(y);
    b = number();
  }

  /// Goes on in a scope with what was there before, some of it copied and some of it moved there.
  void inner() {
    const auto here = variables_.size(), copies = copies_.size();
    std::array<V, 6> outer = r_;
    {
      const typename k::guard s;
      if (below(2) == 0) {
        for (std::size_t i = 0; i < r_.size(); ++i) r_[i] = outer[i];
      }
      for (std::size_t n = below(12); n-- > 0;) step(false);
      k::backward(any());
      look();
      variables_.resize(here);
      copies_.resize(copies);
      r_ = {};
    }
    r_ = std::move(outer);
    k::backward(any());
    look();
  }

  void finish() {
    for (const V& r : r_) k::backward(r);
    for (const V& c : copies_) k::backward(c);
    look();
  }
  void look() {
    for (const V& r : r_) seen_.insert(seen_.end(), {k::data(r), k::slope(r)});
    for (const V& c : copies_) seen_.push_back(k::slope(c));
    for (const V& x : variables_) seen_.push_back(k::slope(x));
  }

  std::mt19937_64 source_;
  std::array<V, 6> r_;
  std::vector<V> variables_, copies_;
  std::vector<double> seen_;
};

}  // namespace stress

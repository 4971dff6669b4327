// What a random program asks of a kind of number besides arithmetic: of Values, of named ones and
// of plain ones (plain_tape.hpp).
#pragma once

#include <ctgrad/tape/sum.hpp>

#include <cstddef>
#include <utility>
#include <vector>

#include "plain_tape.hpp"

namespace stress {

template <class V>
struct kind;

template <>
struct kind<Value> {
  using guard = scope;
  static Value variable(double x) { return Value{x}; }
  static double data(const Value& x) { return x.data(); }
  static void backward(const Value& x) { x.backward(); }
  static double slope(const Value& x) { return x.is_passive() ? 0 : x.grad(); }
  static Value dot(const std::vector<Value>& a, const std::vector<Value>& b) {
    return ctgrad::dot(a, b);
  }
};

template <>
struct kind<named> {
  using guard = scope;
  static named variable(double x) { return named(Value{x}); }
  static double data(const named& x) { return x.value.data(); }
  static void backward(const named& x) { x.value.backward(); }
  static double slope(const named& x) { return kind<Value>::slope(x.value); }
  static named dot(const std::vector<named>& a, const std::vector<named>& b) {
    std::vector<Value> first, second;
    for (const named& x : a) first.push_back(x.value);
    for (const named& x : b) second.push_back(x.value);
    return named(ctgrad::dot(first, second));
  }
};

template <>
struct kind<plain> {
  struct guard {
    std::size_t before = plain_recording.nodes.size();
    guard() = default;
    guard(const guard&) = delete;
    guard& operator=(const guard&) = delete;
    ~guard() { plain_recording.nodes.resize(before); }
  };
  static plain variable(double x) { return {x, plain_recording.add({}, true)}; }
  static double data(const plain& x) { return x.data; }
  static void backward(const plain& x) { plain_recording.backward(x.at); }
  static double slope(const plain& x) {
    return x.at == 0 ? 0 : plain_recording.nodes[x.at].adjoint + 0.0;
  }
  static plain dot(const std::vector<plain>& a, const std::vector<plain>& b) {
    double y = 0;
    std::vector<plain_tape::edge> edges;
    for (std::size_t i = 0; i < a.size(); ++i) {
      y += a[i].data * b[i].data;
      edges.push_back({a[i].at, b[i].data});
      edges.push_back({b[i].at, a[i].data});
    }
    return plain::make(y, std::move(edges));
  }
};

}  // namespace stress

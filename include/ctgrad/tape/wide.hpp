// How results with any number of operands are recorded: fused functions (tape/fused.hpp), sums and
// dot products (tape/sum.hpp).
#pragma once

#include <ctgrad/tape/basic_value.hpp>

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class T>
class wide_engine {
  using tape_type = basic_tape<T>;
  using handle = detail::handle<T>;
  using constant = detail::constant<T>;

 public:
  using value = basic_value<T>;

  /// One result with any number of operands, at most so many of them. add(edge) is called with a
  /// function edge(partial, operand), which it calls for each operand in turn. In pictures it is
  /// `what`, with the operands that each(show) calls show(operand) with.
  template <class Add, class Each>
  CTGRAD_RECORD static value wide(const T& y, std::size_t operands, const wide_text<T>& what,
                                  Add add, Each each) {
    auto& tape = tape_type::current();
    const auto show = [&](observer<T>& who_) { show_wide(who_, tape, y, what, each); };
    if (!tape.is_ready_for(operands, show)) return unrecorded(y);
    auto* e = tape.results().edges_of_next();
    bool live = true;
    epoch checked = 0;  // neighbours are of one scope, mostly
    place_on_tape all = 0;
    add([&](const T& partial_, const auto& operand_) CTGRAD_INLINE_LAMBDA {
      const auto x_ = operand(operand_);
      if constexpr (is_handle<decltype(x_)>) {
        const epoch since = epoch_of(x_.place);
        if (since != checked) live = live && tape.is_live(checked = since);
        all |= x_.place;
        *e++ = {partial_, x_.at()};
      }
    });
    if (all == 0) return value(y);
    if (!live) [[unlikely]]
      refuse_wide(tape, add);
    const bool noted = tape.has_notes();
    const auto place = tape.results().finish(e);
    // without a note of its own it must not become a part of what has one
    const handle result{y, tape.has_notes() ? place & ~value::own : place};
    if (noted) note_wide(tape, result, what, each);
    return value(result);
  }

  /// The same of Values and numbers that are given one by one, with the partials by them all.
  template <std::size_t N, class... X>
  CTGRAD_RECORD static value fixed(const T& y, const wide_text<T>& what,
                                   const std::array<T, N>& partials, const X&... x) {
    return record_fixed(y, what, partials, operand(x)...);
  }

 protected:
  CTGRAD_RECORD static handle operand(const value& x) { return {x.data_, x.place_}; }
  CTGRAD_RECORD static handle operand(const handle& x) { return x; }
  CTGRAD_RECORD static constant operand(const constant& x) { return x; }
  CTGRAD_RECORD static constant operand(const constant_of<T> auto& x) {
    return {static_cast<T>(x)};
  }

 private:
  template <std::size_t N>
  CTGRAD_RECORD static value record_fixed(const T& y, const wide_text<T>& what,
                                          const std::array<T, N>& partials, const auto&... x) {
    constexpr std::size_t edges = (std::size_t{is_handle<decltype(x)>} + ...);
    auto* const tape = tape_type::existing();
    if (tape == nullptr || !tape->is_ready(edges) || (x.place | ...) == 0 ||
        !(x.is_live(*tape) && ...)) [[unlikely]] {
      return std::apply(
          [&](const auto&... partial_)
              CTGRAD_INLINE_LAMBDA { return record_fixed_slowly<N>(y, what, partial_..., x...); },
          partials);
    }
    std::array<T, edges> by{};
    std::array<position, edges> to{};
    std::size_t k = 0, n = 0;
    ((is_handle<decltype(x)> ? void((by[n] = partials[k], to[n++] = x.at())) : void(), ++k), ...);
    const handle result{y, tape->results().operation(by, to)};
    if (tape->has_notes()) [[unlikely]]
      return note_fixed(result, what, x...);
    return value(result);
  }
  /// Of the partials and the operands, one by one and by value: see record_slowly.
  template <std::size_t N>
  CTGRAD_APART static value record_fixed_slowly(T y, const wide_text<T>& what, auto... all) {
    const std::tuple x(all...);
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
      return wide(
          y, N, what, [&](auto&& edge_) { (edge_(std::get<K>(x), std::get<N + K>(x)), ...); },
          [&](auto&& show_) { (show_(std::get<N + K>(x)), ...); });
    }(std::make_index_sequence<N>{});
  }
  CTGRAD_APART static value note_fixed(handle result, const wide_text<T>& what, auto... x) {
    result.place &= ~value::own;  // without a note of its own it must not become a part of another
    note_wide(*tape_type::existing(), result, what, [&](auto&& show_) { (show_(x), ...); });
    return value(result);
  }

  /// What is not recorded is a constant of all levels.
  static value unrecorded(const T& y) {
    if constexpr (active<T>) {
      return value(ctgrad::apply<ops::detach>(y));
    } else {
      return value(y);
    }
  }

  template <class Each>
  CTGRAD_RECORD static void note_wide(tape_type& tape, const handle& result,
                                      const wide_text<T>& what, Each each) {
    tape.annotate_wide(result.at(), what, result.data, [&](auto put_) {
      each([&](const auto& operand_) {
        const auto x_ = operand(operand_);
        put_(static_cast<T>(x_.data), x_.at());
      });
    });
  }
  template <class Each>
  CTGRAD_COLD static void show_wide(observer<T>& who, tape_type& tape, const T& y,
                                    const wide_text<T>& what, Each each) {
    std::vector<met_operand<T>> operands;
    each([&](const auto& operand_) {
      const auto x_ = operand(operand_);
      operands.push_back({static_cast<T>(x_.data), x_.at()});
    });
    who.recording(tape, what, y, operands);
  }
  template <class Add>
  CTGRAD_COLD static void refuse_wide(const tape_type& tape, Add add) {
    add([&](const T&, const auto& operand_) {
      const auto x_ = operand(operand_);
      if constexpr (is_handle<decltype(x_)>) tape.require(epoch_of(x_.place));
    });
  }
};

}  // namespace ctgrad::detail

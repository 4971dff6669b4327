// The results of a recording: their places, the edges from them (tape/edges.hpp), and which of them
// may still change.
//
// The last result is open as long as nobody else can have seen it: a Value knows whether it has
// ever been copied (tape/basic_value.hpp). A sum with an open result becomes a part of it, so that
// s += w * x is two edges and not four, and what flows through is the same to the last bit.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/tape/edges.hpp>
#include <ctgrad/tape/epochs.hpp>
#include <ctgrad/tape/refusal.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace ctgrad::detail {

template <class T>
class results {
 public:
  using place = place_on_tape;

  /// Of at most so many positions.
  explicit results(std::size_t at_most_in) : at_most_(at_most_in + 1) {}

  [[nodiscard]] position next_position() const { return position_of(next_); }
  /// Positions in use, nobody's included.
  [[nodiscard]] std::size_t size() const { return next_position(); }
  /// The epoch of the scope that is recorded in.
  [[nodiscard]] epoch now() const { return epoch_of(next_) - open_scopes::own; }

  // -- recording: only when it is ready ----------------------------------------------------------

  /// Is the next operation recorded just so?
  [[nodiscard]] bool is_ready() const { return edges_.is_ready(); }
  /// The same for one with so many operands.
  [[nodiscard]] bool is_ready(std::size_t operands) const { return edges_.is_ready(operands); }

  /// An operation with the operands and the partials by them.
  template <std::size_t N>
  CTGRAD_RECORD place operation(const std::array<T, N>& partials,
                                const std::array<position, N>& operands) {
    const place result = next_;
    next_ = result + 1;
    first_ = edges_.next();
    edges_.add(partials, operands, position_of(result));
    return result;
  }

  /// Where the edges of an operation with any number of operands are to be written, from
  /// next_position().
  [[nodiscard]] recorded_edge<T>* edges_of_next() const { return edges_.next(); }
  /// They have been written.
  CTGRAD_RECORD place finish(recorded_edge<T>* end) {
    first_ = edges_.next();
    edges_.add_up_to(end);
    return next_++;
  }

  /// Is this the last result, and is it not to be seen again?
  [[nodiscard]] bool is_open(place last) const { return last + 1 == next_; }
  /// One more operand of the last result.
  CTGRAD_RECORD void append(const T& partial, position operand) {
    edges_.add(std::array{partial}, std::array{operand}, next_position() - 1);
  }
  /// Changes the sign of the last result, if that is easy.
  CTGRAD_RECORD bool negate_last() {
    if (first_ == nullptr || edges_.next() - first_ > easy) return false;
    for (auto* e = first_; e != edges_.next(); ++e) e->partial = -e->partial;
    return true;
  }
  /// Makes the last result a part of that before it, added or subtracted, if that is easy. What is
  /// computed from the one before, as in s += s * x, cannot be a part of it, nor does what has an
  /// adjoint by now become another quantity.
  CTGRAD_RECORD bool join_last(place before, bool subtracted) {
    const position at = position_of(before);
    if (first_ == nullptr || edges_.next() - first_ > easy || at < swept_) return false;
    if (give_last_to(at, at, subtracted)) [[unlikely]] {
      give_last_to(at + 1, at, subtracted);  // back again
      return false;
    }
    next_ = before + 1;  // that is not counted down: what is loaded and stored is waited for
    first_ = nullptr;
    return true;
  }

  // -- what is rare ------------------------------------------------------------------------------

  /// From now on the next operation is recorded just so, or never.
  CTGRAD_APART void be_ready(bool on) {
    edges_.be_ready(on && !closed_ ? at_most_ - std::min(at_most_, size()) : 0);
  }
  /// Throws if there is no position for one more result, nor memory for its edges.
  void make_room(std::size_t operands = edge_blocks<T>::at_once) {
    require_positions(1);
    edges_.make_room(operands);
    first_ = nullptr;  // it may be in another block
    closed_ = false;   // another result comes
  }
  void require_positions(std::size_t count) const {
    if (count > at_most_ - std::min(at_most_, size())) refuse_more(at_most_ - 1);
  }
  /// So many positions without edges; gives the first one's place, as one that may be copied.
  place skip(std::size_t count) {
    const place first = next_ & ~place_of(0, open_scopes::own);
    next_ += count;
    first_ = nullptr;
    return first;
  }
  /// Are there so few positions left that it has to be asked again whether it is ready?
  [[nodiscard]] bool is_nearly_full() const {
    return at_most_ - std::min(at_most_, size()) <= edge_blocks<T>::largest;
  }

  /// All that is recorded has an adjoint now. Is the last result `root`, somebody may look at it: a
  /// sum with it is another quantity.
  void sweep_ends(position root) {
    swept_ = size();
    if (root + std::size_t{1} == size()) close();
  }
  /// The last result does not change any more.
  void close() {
    first_ = nullptr;
    closed_ = true;
  }

  // -- scopes ------------------------------------------------------------------------------------

  struct mark {
    std::size_t size;
    typename edge_blocks<T>::mark edges;
    bool closed;
  };
  [[nodiscard]] mark here() const { return {size(), edges_.now(), closed_}; }
  /// Goes on in the scope of an epoch.
  void enter(epoch scope) { go_on(scope, size()); }
  /// Takes back what is behind the mark and goes on in the scope around it. Was the last result
  /// there swept over?
  void leave(epoch around, const mark& m, bool swept) {
    go_on(around, m.size);
    edges_.go_back(m.edges);
    swept_ = std::min(swept_, m.size);
    closed_ = swept || m.closed;
  }

  [[nodiscard]] const edge_blocks<T>& edges() const { return edges_; }

 private:
  /// Lets the edges of the last result come from another; is one of them to the position `at`?
  CTGRAD_RECORD bool give_last_to(position from, position at, bool negated) {
    bool found = false;
    for (auto* e = first_; e != edges_.next(); ++e) {
      found |= e->to == at;
      e->from = from;
      if (negated) e->partial = -e->partial;
    }
    return found;
  }

  void go_on(epoch scope, std::size_t in_use) {
    next_ = place_of(static_cast<position>(in_use), scope + open_scopes::own);
    first_ = nullptr;
  }

  static constexpr std::ptrdiff_t easy = 4;  // edges

  edge_blocks<T> edges_;
  place next_ = 1;                     // of the next result, as one of which there is no copy
  recorded_edge<T>* first_ = nullptr;  // of those of the last result, if it is known
  std::size_t swept_ = 0;              // results up to here have an adjoint
  std::size_t at_most_;                // positions, nobody's included
  bool closed_ = false;                // is the last result closed to sums?
};

}  // namespace ctgrad::detail

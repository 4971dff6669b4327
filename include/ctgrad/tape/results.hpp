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
    edges_.add(partials, operands);
    return next_++;
  }

  /// Where the edges of an operation with any number of operands, one at least, are to be written.
  [[nodiscard]] recorded_edge<T>* edges_of_next() const { return edges_.next(); }
  /// They have been written.
  CTGRAD_RECORD place finish(recorded_edge<T>* end) {
    edges_.add_up_to(end);
    return next_++;
  }

  /// Is this the last result, and is it not to be seen again?
  [[nodiscard]] bool is_open(place last) const { return last + 1 == next_; }
  /// One more operand of the last result.
  CTGRAD_RECORD void append(const T& partial, position operand) { edges_.append(partial, operand); }
  /// Changes the sign of the last result, if that is easy.
  CTGRAD_RECORD bool negate_last() { return edges_.negate_last(); }
  /// Makes the last result a part of that before it, added or subtracted, if that is easy. What is
  /// computed from the one before, as in s += s * x, cannot be a part of it, nor does what is
  /// settled become another quantity.
  CTGRAD_RECORD bool join_last(place before, bool subtracted) {
    const position at = position_of(before);
    if (at < settled_ || (subtracted && !negate_last())) [[unlikely]]
      return false;
    if (!edges_.join_last(at)) [[unlikely]] {
      if (subtracted) negate_last();  // back again
      return false;
    }
    next_ = before + 1;  // that is not counted down: what is loaded and stored is waited for
    return true;
  }

  // -- what is rare ------------------------------------------------------------------------------

  /// From now on the next operation is recorded just so, or never. (Behind a result that is closed
  /// one operation is not, so that it does not become a part of it.)
  CTGRAD_APART void be_ready(bool on) {
    edges_.be_ready(on && closed_at_ != size() ? at_most_ - std::min(at_most_, size()) : 0);
  }
  /// Throws if there is no position for one more result, nor memory for its edges.
  void make_room(std::size_t operands = edge_blocks<T>::at_once) {
    require_positions(1);
    if (edges_.make_room(operands)) close();  // the edges of a result are in one block
  }
  void require_positions(std::size_t count) const {
    if (count > at_most_ - std::min(at_most_, size())) refuse_more(at_most_ - 1);
  }
  /// So many positions without edges; gives the first one's place, as one that may be copied. An
  /// exception leaves everything as it was.
  place skip(std::size_t count) {
    if (gap_ == nullptr || gap_ + 1 != edges_.next()) gap_ = edges_.add_gap();
    gap_->link += count * recorded_edge<T>::one_step;
    const place first = next_ & ~place_of(0, open_scopes::own);
    next_ += count;
    return first;
  }
  /// Are there so few positions left that it has to be asked again whether it is ready?
  [[nodiscard]] bool is_nearly_full() const {
    return at_most_ - std::min(at_most_, size()) <= edge_blocks<T>::largest;
  }

  /// Everything but the last result stays the quantity that it is.
  void settle() { settled_ = size(); }
  /// The last result too.
  void close() {
    settle();
    closed_at_ = size();
  }

  // -- scopes ------------------------------------------------------------------------------------

  struct mark {
    std::size_t size;
    typename edge_blocks<T>::mark edges;
    std::size_t closed_at;
  };
  [[nodiscard]] mark here() {
    gap_ = nullptr;  // one from before is not made longer behind the mark
    return {size(), edges_.now(), closed_at_};
  }
  /// Goes on in the scope of an epoch.
  void enter(epoch scope) { go_on(scope, size()); }
  /// Takes back what is behind the mark and goes on in the scope around it. Was the last result
  /// there swept over?
  void leave(epoch around, const mark& m, bool swept) {
    go_on(around, m.size);
    edges_.go_back(m.edges);
    settled_ = std::min(settled_, m.size);
    closed_at_ = swept ? m.size : m.closed_at;
  }

  [[nodiscard]] const edge_blocks<T>& edges() const { return edges_; }

 private:
  void go_on(epoch scope, std::size_t in_use) {
    next_ = place_of(static_cast<position>(in_use), scope + open_scopes::own);
    gap_ = nullptr;
  }

  edge_blocks<T> edges_;
  place next_ = 1;                   // of the next result, as one of which there is no copy
  recorded_edge<T>* gap_ = nullptr;  // that may be made longer, if it is the last edge
  std::size_t settled_ = 0;          // results before this position do not become other quantities
  std::size_t at_most_;              // positions, nobody's included
  std::size_t closed_at_ = 0;        // size when the last result was closed to sums
};

}  // namespace ctgrad::detail

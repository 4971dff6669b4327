// What a recording is made of: edges from results to operands, in blocks that grow and never move,
// so that recording more copies nothing and what was recorded stays in place.
//
// Every recorded result has a position; they count from 1. An edge says that the adjoint of its
// result, times the partial, is a part of the adjoint at `to`. Position 0 is nobody's: what flows
// to a passive operand is never read, so that recording and sweeping have no branches on activity.
// To a number there is no edge. Any number of operands is just so many edges.
//
// Whose an edge is, is not written but counted: the first edge of a result has step 1, which is how
// far back the result before it is, and its other edges have step 0. So a result becomes a part of
// the one before it by one number. Positions without edges are those of variables; a gap, an edge
// to nobody, steps over them.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/memory.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ctgrad {

using position = std::uint32_t;

namespace detail {

template <class T>
struct recorded_edge {
  T partial{};
  std::uint64_t link = 0;  // what is stored at once: step and `to`

  static constexpr std::uint64_t one_step = std::uint64_t{1} << 32;
  [[nodiscard]] position to() const { return static_cast<position>(link); }
  [[nodiscard]] std::uint32_t step() const { return static_cast<std::uint32_t>(link >> 32); }
  [[nodiscard]] bool is_first() const { return link >= one_step; }
};

template <class T>
class edge_blocks {
 public:
  /// Edges in a block.
  static constexpr std::size_t largest = std::size_t{1} << 20;
  /// An operation writes at most so many without asking for room again.
  static constexpr std::size_t at_once = 8;

  edge_blocks() { open(0, 1); }

  /// Is there room for `at_once` more, and nothing that has to be asked for?
  [[nodiscard]] bool is_ready() const { return next_ < end_; }
  /// The same for an operation with so many operands.
  [[nodiscard]] bool is_ready(std::size_t operands) const {
    return next_ < end_ &&
           (operands <= at_once || operands <= static_cast<std::size_t>(end_ - next_));
  }
  /// From now on it is ready for so many operations at most, as long as there is room.
  void be_ready(std::size_t operations) {
    const auto asked = static_cast<std::ptrdiff_t>(std::min(operations, largest));
    end_ = std::min(asked, limit_ - next_) + next_;
  }

  /// The edges of an operation. There is room.
  template <std::size_t N>
  CTGRAD_RECORD void add(const std::array<T, N>& partials, const std::array<position, N>& to) {
    recorded_edge<T>* const next = next_;
    next[0] = {partials[0], to[0] + recorded_edge<T>::one_step};
    for (std::size_t k = 1; k < N; ++k) next[k] = {partials[k], to[k]};
    next_ = next + N;
  }
  /// One more of the last result. There is room.
  CTGRAD_RECORD void append(const T& partial, position to) { *next_++ = {partial, to}; }

  /// Those before `end`, where is room for them, have been written with steps of 0: they are the
  /// edges of an operation.
  CTGRAD_RECORD void add_up_to(recorded_edge<T>* end) {
    next_->link += recorded_edge<T>::one_step;
    next_ = end;
  }
  /// A gap of no positions yet. An exception leaves everything as it was.
  recorded_edge<T>* add_gap() {
    make_room(1);
    *next_ = {};
    return next_++;
  }

  /// Makes the last result, which is in this block, a part of the one before, if that is easy: it
  /// has few edges and none of them is to a position `at`.
  CTGRAD_RECORD bool join_last(position at) {
    for (int k = -1; k >= -easy; --k) {
      if (next_[k].to() == at) return false;
      if (!next_[k].is_first()) continue;
      next_[k].link = next_[k].to();
      return true;
    }
    return false;
  }
  /// Changes the sign of all partials of the last result, if that is easy.
  CTGRAD_RECORD bool negate_last() {
    for (int k = -1; k >= -easy; --k) {
      next_[k].partial = -next_[k].partial;
      if (next_[k].is_first()) return next_[k].step() == 1;
    }
    for (int k = -1; k >= -easy; --k) next_[k].partial = -next_[k].partial;
    return false;
  }

  /// Makes room for so many more, one behind the other: in another block? An exception leaves
  /// everything as it was.
  bool make_room(std::size_t operands = at_once) {
    block& b = blocks_[current_];
    if (std::size_t(b.end() - next_) >= operands) return false;
    recorded_edge<T>* const used = next_;
    open(current_ + 1, operands);
    blocks_[current_ - 1].used = used;
    return true;
  }

  /// Where the next edge will be.
  struct mark {
    std::size_t block;
    recorded_edge<T>* next;
  };
  [[nodiscard]] mark now() const { return {current_, next_}; }
  /// Takes back all edges behind the mark. The memory is kept. It is not ready.
  void go_back(const mark& m) {
    current_ = m.block;
    next_ = end_ = m.next;
    limit_ = blocks_[current_].end() - (at_once - 1);
  }

  /// The end of all edges.
  [[nodiscard]] recorded_edge<T>* next() const { return next_; }
  /// Calls f(first, last) with the edges between two marks, block by block, the last ones first.
  template <class F>
  void backwards(const mark& from, const mark& to, F f) const {
    for (std::size_t i = to.block + 1; i-- > from.block;) {
      const recorded_edge<T>* const first = i == from.block ? from.next : blocks_[i].begin();
      f(first, i == to.block ? to.next : blocks_[i].used);
    }
  }
  [[nodiscard]] mark start() const { return {0, blocks_[0].begin()}; }

 private:
  struct block {
    heap_array<recorded_edge<T>> data;  // in front stand some that are nobody's: searches end there
    recorded_edge<T>* used;             // the end of its edges, while another block is behind it
    [[nodiscard]] recorded_edge<T>* begin() const { return data.get() + easy; }
    [[nodiscard]] recorded_edge<T>* end() const { return data.get() + data.size(); }
  };

  static constexpr std::size_t smallest = 512;
  static constexpr int easy = 4;  // so many edges are looked at in no time

  /// Goes on in block number i, which has room for twice as many edges as the one before, and for
  /// so many at least.
  void open(std::size_t i, std::size_t least) {
    if (i == blocks_.size()) {
      const std::size_t size =
          i == 0 ? smallest : std::min(largest, 2 * blocks_[i - 1].data.size());
      blocks_.reserve(i + 1);
      blocks_.push_back({heap_array<recorded_edge<T>>(std::max(size, least + easy)), nullptr});
    } else if (blocks_[i].data.size() < least + easy) {
      blocks_[i].data = heap_array<recorded_edge<T>>(least + easy);  // nothing is recorded in it
    }
    std::fill_n(blocks_[i].data.get(), easy, recorded_edge<T>{T{}, ~std::uint64_t{}});
    go_back({i, blocks_[i].begin()});
  }

  recorded_edge<T>* next_ = nullptr;
  recorded_edge<T>* end_ = nullptr;
  recorded_edge<T>* limit_ = nullptr;  // before it is room for an operation
  std::size_t current_ = 0;
  std::vector<block> blocks_;
};

}  // namespace detail
}  // namespace ctgrad

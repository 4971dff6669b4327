// A sweep over a whole tape, back from a result: its edges, and the checkpoints between them.
#pragma once

#include <ctgrad/tape/tape.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad::detail {

template <class T>
class backward {
 public:
  explicit backward(basic_tape<T>& tape_in) : tape_(tape_in) {}

  /// Calls flow(at, first, last) for all edges, the last ones first, and computes checkpoints
  /// again on the way. The last edge is one of the result at `at`, which flow takes back as it
  /// goes.
  template <class Flow>
  void run(const Flow& flow) {
    run(flow, tape_.results_.edges().start(), 0);
  }

 private:
  using rule = adjoint_rule<T>;
  using edge_mark = typename edge_blocks<T>::mark;

  /// For the edges from a mark on, and the checkpoints from a number on.
  template <class Flow>
  void run(const Flow& flow, const edge_mark& from, std::size_t checkpoint) {
    auto at = static_cast<position>(tape_.results_.size() - 1);
    const auto flow_on = [&](const auto* begin_, const auto* end_) { flow(at, begin_, end_); };
    edge_mark to = tape_.results_.edges().now();
    for (std::size_t i = tape_.checkpoints_.size(); i-- > checkpoint;) {
      const edge_mark here = tape_.checkpoints_[i].edges;
      tape_.results_.edges().backwards(here, to, flow_on);
      recompute(flow, i);
      to = here;
    }
    tape_.results_.edges().backwards(from, to, flow_on);
  }

  /// Records what is behind a checkpoint in a scope of its own, and sweeps over it.
  template <class Flow>
  void recompute(const Flow& flow, std::size_t i) {
    const position at = tape_.checkpoints_[i].at;
    const std::size_t results = tape_.checkpoints_[i].results;
    const T* const adjoints = tape_.adjoints_.data() + at;
    if (std::all_of(adjoints, adjoints + results, rule::is_untouched)) return;
    const inner_scope inner(tape_);
    std::vector<position> again;
    tape_.checkpoints_[i].again->record(again);
    if (again.size() != results) refuse_other_results(results, again.size());
    tape_.adjoints_.extend(tape_.results_.size());
    for (std::size_t k = 0; k < results; ++k) {
      if (again[k] != 0) rule::add(tape_.adjoints_[again[k]], tape_.adjoints_[at + k]);
    }
    run(flow, inner.start.results.edges, inner.start.checkpoints);
  }

  /// A scope in which is recorded, whatever is paused or observed.
  class inner_scope {
   public:
    explicit inner_scope(basic_tape<T>& tape_in)
        : tape_(tape_in),
          paused_(std::exchange(tape_in.paused_, false)),
          observer_(std::exchange(tape_in.observer_, nullptr)),
          start(tape_in.enter()) {
      tape_.get_ready();
    }
    ~inner_scope() {
      tape_.paused_ = paused_;
      tape_.observer_ = observer_;
      tape_.leave(start);
    }
    inner_scope(const inner_scope&) = delete;
    inner_scope& operator=(const inner_scope&) = delete;

   private:
    basic_tape<T>& tape_;
    bool paused_;
    observer<T>* observer_;

   public:
    const typename basic_tape<T>::mark start;
  };

  basic_tape<T>& tape_;
};

/// Adjoints at the start of a sweep: 1 at the root, what variables hold set aside. If the sweep
/// does not come to its end, because a function at a checkpoint throws, the gradients of variables
/// are as they were.
template <class T>
class all_or_nothing {
 public:
  all_or_nothing(basic_tape<T>& tape_in, position root_) : tape_(tape_in) {
    for (auto& x : tape_.variables_) x.before = tape_.adjoints_.at(x.at);
    tape_.adjoints_.start(tape_.results_.size());
    tape_.adjoints_[root_] = 1;
  }
  ~all_or_nothing() {
    if (is_done_) return;
    auto& adjoints = tape_.adjoints_;
    std::fill_n(adjoints.data(), adjoints.size(), adjoint_rule<T>::untouched());
    for (const auto& x : tape_.variables_) adjoints[x.at] = x.before;
  }
  all_or_nothing(const all_or_nothing&) = delete;
  all_or_nothing& operator=(const all_or_nothing&) = delete;
  void done() { is_done_ = true; }

 private:
  basic_tape<T>& tape_;
  bool is_done_ = false;
};

}  // namespace ctgrad::detail

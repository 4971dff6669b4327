// A recording of its own for a derivative that is taken inside of a program.
//
// It has a tape to itself: what is recorded elsewhere is neither disturbed nor grown, and a Value
// of a computation around it that meets one of its own is an error, [ctgrad-E41], never a constant.
// A thread keeps these tapes and their memory; there are as many as derivatives are taken inside of
// each other.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <utility>

namespace ctgrad::detail {

/// Tapes of this thread that nobody uses.
template <class T>
struct spare_tape {
  basic_tape<T> tape;
  spare_tape* next = nullptr;

  struct list {
    spare_tape* first = nullptr;
    list() = default;
    list(const list&) = delete;
    list& operator=(const list&) = delete;
    ~list() {
      while (first != nullptr) delete std::exchange(first, first->next);
    }
  };
  static list& all() {
    static thread_local list spare;
    return spare;
  }
  static spare_tape* take() {
    spare_tape* const mine = all().first;
    if (mine == nullptr) return new spare_tape;
    all().first = mine->next;
    return mine;
  }
  void give_back() {
    next = all().first;
    all().first = this;
  }
};

/// While it lives, Values of T are recorded on a tape of its own.
template <class T>
class own_tape {
 public:
  own_tape() : mine_(spare_tape<T>::take()) {
    mine_->tape.observe(observer_of(basic_tape<T>::current()));
    mine_->tape.begin_inner();
    before_ = basic_tape<T>::exchange_current(&mine_->tape);
  }
  ~own_tape() {
    basic_tape<T>::exchange_current(before_);
    mine_->give_back();
  }
  own_tape(const own_tape&) = delete;
  own_tape& operator=(const own_tape&) = delete;

 private:
  /// Who looks on around it looks on here too.
  static observer<T>* observer_of(basic_tape<T>& tape) {
    observer<T>* const who = tape.observe(nullptr);
    tape.observe(who);
    return who;
  }
  spare_tape<T>* mine_;
  basic_tape<T>* before_ = nullptr;
};

/// The recording of one call; it is released at the end.
template <class T>
class [[nodiscard]] inner_recording {
  own_tape<T> tape_;
  basic_scope<T> scope_;
};

}  // namespace ctgrad::detail

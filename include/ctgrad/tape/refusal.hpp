// Why a tape refuses something, and what to do about it.
#pragma once

#include <ctgrad/config.hpp>
#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ctgrad::detail {

[[noreturn]] CTGRAD_COLD inline void refuse_passive(std::string_view operation) {
  raise("ctgrad-E22",
        text(operation,
             " of a Value for which nothing was recorded: it is a passive constant. Braces around "
             "one number make a variable, Value x{2.0}; Value x(2.0), Value x = 2.0 and "
             "emplace_back(2.0) do not"));
}

[[noreturn]] CTGRAD_COLD inline void refuse_released() {
  raise("ctgrad-E20",
        "this Value's recording has been released: the scope in which it was computed has ended. "
        "Use it inside the scope, or keep its data() instead; a parameter is updated in place, "
        "p.data() -= rate * p.grad()");
}

[[noreturn]] CTGRAD_COLD inline void refuse_foreign() {
  raise("ctgrad-E21",
        "this Value was recorded on another tape: by another thread, under a use_tape, inside of a "
        "derivative of dynamic(f), or on a tape that is gone. A computation stays on one tape, "
        "which has to outlive it: make it current again with a use_tape, or pass numbers between "
        "tapes with data()");
}

[[noreturn]] CTGRAD_COLD inline void refuse_outer() {
  raise("ctgrad-E41",
        "a function that is differentiated uses a Value of a computation around it, on which its "
        "derivative would depend without anybody knowing: pass the Value as an argument (wrt<...> "
        "names the ones to differentiate), or its data() if it is a constant");
}

[[noreturn]] CTGRAD_COLD inline void refuse_moved() {
  raise("ctgrad-E45",
        "this Value has been moved from: the result that it named belongs to what it was moved to. "
        "Assign to it before it is used again, or copy it instead");
}

[[noreturn]] CTGRAD_COLD inline void refuse_more(std::size_t at_most) {
  raise("ctgrad-E23", text("this recording holds at most ", std::to_string(at_most),
                           " results and variables: use a scope around each step, or a tape that "
                           "is made for more, Tape t(n)"));
}

[[noreturn]] CTGRAD_COLD inline void refuse_sweep() {
  raise(
      "ctgrad-E47",
      "backward() inside of a function at a checkpoint, which is computed while another backward() "
      "waits for it: take gradient(dynamic(f)) there, which has a tape of its own");
}

[[noreturn]] CTGRAD_COLD inline void refuse_other_results(std::size_t before, std::size_t now) {
  raise("ctgrad-E46", text("a function at a checkpoint gave ", std::to_string(before),
                           " results at first and ", std::to_string(now),
                           " when it was computed again: it must depend on nothing but its "
                           "arguments and on what has not changed since"));
}

}  // namespace ctgrad::detail

// What the tests of the tape share.
#pragma once

#include <ctgrad/tape/value.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>

#include "../support/compare.hpp"

using ctgrad::scope;
using ctgrad::Value;
using support::is_equal;
using support::is_identical;

/// How many operations and variables this thread's tape of doubles holds.
inline std::size_t recorded() {
  return ctgrad::basic_tape<double>::current().size();
}

/// The tag of the ctgrad::error that action() throws, e.g. "E20"; empty if it throws none.
template <class Action>
std::string tag_of(Action action) {
  try {
    action();
  } catch (const ctgrad::error& e) {
    const std::string_view what = e.what();
    const auto start = what.rfind("[ctgrad-");
    if (start == what.npos || !what.ends_with(']')) return "no tag: " + std::string(what);
    return std::string(what.substr(start + 8, what.size() - start - 9));
  }
  return {};
}

/// The text of the ctgrad::error that action() throws.
template <class Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const ctgrad::error& e) {
    return e.what();
  }
  return "nothing was thrown";
}

inline bool says(std::string_view message, std::string_view words) {
  return message.find(words) != message.npos;
}

/// Runs action() in a thread of its own, to its end. Boost.Test's checks do not belong inside.
template <class Action>
void in_a_thread(Action action) {
  std::thread(action).join();
}

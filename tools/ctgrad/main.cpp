// ctgrad: values, derivatives and pictures of formulas, without a line of C++. See ctgrad(1).
#include <exception>
#include <iostream>
#include <new>
#include <string_view>

#include "command_line.hpp"
#include "failure.hpp"
#include "printable.hpp"

namespace {

using command::exit_code;

/// The library begins its messages with its name, too.
void complain(std::string_view message) {
  constexpr std::string_view name = "ctgrad: ";
  std::cerr << (message.substr(0, name.size()) == name ? "" : name);
  for (const char c : message) std::cerr << (c != '\n' && command::is_control(c) ? '?' : c);
  std::cerr << (message.empty() || message.back() != '\n' ? "\n" : "");
}

exit_code run(int count, char** words) {
  try {
    return command::run_command_line(count, words);
  } catch (const command::failure& e) {
    complain(e.what());
    return e.code;
  } catch (const std::bad_alloc&) {
    complain("there is not enough memory");
  } catch (const std::exception& e) {
    complain(e.what());
  }
  return exit_code::other;
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  return static_cast<int>(run(count, words));
}

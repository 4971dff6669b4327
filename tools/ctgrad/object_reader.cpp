#include "object_reader.hpp"

#include <algorithm>
#include <cstddef>

#include "failure.hpp"
#include "number.hpp"

namespace command {
namespace {

class object_reader {
 public:
  object_reader(std::string_view text_in, const std::string& where_in)
      : text_(text_in), where_(where_in) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
  }

  std::vector<assignment> object() {
    expect('{', "an object, {\"a\": 2}");
    std::vector<assignment> all;
    while (!next_is('}')) {
      if (!all.empty()) expect(',', "',' or '}'");
      if (next_is('}')) break;  // Python allows a comma behind the last one
      all.push_back(member());
    }
    expect('}', "'}'");
    if (!at_end()) refuse("nothing behind the object");
    return all;
  }

 private:
  assignment member() {
    if (!next_is('"') && !next_is('\'')) refuse("a name in quotes");
    const std::string name = quoted();
    expect(':', "':'");
    return {name, number()};
  }

  double number() {
    skip_blanks();
    const std::size_t begin = at_;
    std::string word;
    if (next_is('"') || next_is('\'')) {
      word = quoted();
    } else {
      const auto ends = [](char c_) {
        return std::string_view(",}: \t\r\n").find(c_) != std::string_view::npos;
      };
      const auto end = std::find_if(text_.begin() + std::ptrdiff_t(at_), text_.end(), ends);
      at_ = static_cast<std::size_t>(end - text_.begin());
      word = text_.substr(begin, at_ - begin);
    }
    const auto value = number_in(word);
    if (value) return *value;
    at_ = begin;
    refuse("a number that a double can hold");
  }

  std::string quoted() {
    const std::size_t begin = at_;
    const char quote = text_[at_++];
    std::string word;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '\\') ++at_;  // names of variables need no other escapes
      if (at_ < text_.size()) word += text_[at_++];
    }
    if (at_ == text_.size()) {
      at_ = begin;
      refuse("a quote that is closed");
    }
    ++at_;
    return word;
  }

  void skip_blanks() {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  bool at_end() {
    skip_blanks();
    return at_ == text_.size();
  }
  bool next_is(char sign) { return !at_end() && text_[at_] == sign; }
  void expect(char sign, const std::string& what) {
    if (!next_is(sign)) refuse(what);
    ++at_;
  }

  [[noreturn]] void refuse(const std::string& expected) const {
    const std::string_view before = text_.substr(0, at_);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
    throw failure(exit_code::wrong_usage, where_ + ", line " + std::to_string(line) + ", column " +
                                              std::to_string(column) + ": " + expected +
                                              " is expected");
  }

  std::string_view text_;
  const std::string& where_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<assignment> read_object(std::string_view text, const std::string& where) {
  return object_reader(text, where).object();
}

}  // namespace command

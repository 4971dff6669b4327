#include "object_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>

#include "failure.hpp"
#include "number.hpp"

namespace command {
namespace {

void append_utf8(std::string& text, std::uint32_t code) {
  const auto append = [&](std::uint32_t byte_) { text += static_cast<char>(byte_); };
  if (code < 0x80) return append(code);
  if (code < 0x800) {
    append(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      append(0xE0 | code >> 12);
    } else {
      append(0xF0 | code >> 18);
      append(0x80 | (code >> 12 & 0x3F));
    }
    append(0x80 | (code >> 6 & 0x3F));
  }
  append(0x80 | (code & 0x3F));
}

class object_reader {
 public:
  object_reader(std::string_view text_in, const std::string& where_in)
      : text_(text_in), where_(where_in) {}

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
    refuse("a" + no_number(word).substr(2));
  }

  std::string quoted() {
    const std::size_t begin = at_;
    const char quote = text_[at_++];
    std::string word;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '\\') {
        ++at_;
        if (next_escape_is('u')) {
          append_utf8(word, code_point());
          continue;
        }
      }
      if (at_ < text_.size()) word += text_[at_++];  // names of variables need no other escapes
    }
    if (at_ == text_.size()) {
      at_ = begin;
      refuse("a quote that is closed");
    }
    ++at_;
    return word;
  }

  bool next_escape_is(char sign) const { return at_ < text_.size() && text_[at_] == sign; }

  /// At the u of \uXXXX; two of them where one is half of a pair.
  std::uint32_t code_point() {
    const std::size_t begin = at_;
    const std::uint32_t first = four_digits();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      ++at_;
      const std::uint32_t second = four_digits();
      if (second >= 0xDC00 && second <= 0xDFFF) {
        return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
      }
    }
    at_ = begin;
    refuse("a pair of surrogates");
  }

  std::uint32_t four_digits() {
    const char* const first = text_.data() + at_ + 1;
    const char* const last = first + std::min<std::size_t>(4, text_.size() - at_ - 1);
    std::uint32_t code = 0;
    if (std::from_chars(first, last, code, 16).ptr != first + 4) refuse("\\u with four digits");
    at_ += 5;
    return code;
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

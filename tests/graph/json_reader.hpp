// A strict reader of JSON (RFC 8259) that takes no text that is not UTF-8.
#pragma once

#include <ctgrad/detail/utf8.hpp>

#include <cctype>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct json {
  char kind = '0';  // of its first character: { [ " or 0 for a number
  double number = 0;
  std::string text;         // of a string; of a number as it is written
  std::vector<json> items;  // of a list
  std::map<std::string, json> members;

  const json& operator[](const std::string& key) const { return members.at(key); }
  const json& operator[](std::size_t i) const { return items.at(i); }
  std::size_t size() const { return items.size(); }
};

class json_reader {
 public:
  /// Throws std::runtime_error where the text is not JSON.
  static json read(std::string_view text) {
    json_reader reader{text};
    json result = reader.value();
    reader.space();
    if (!reader.left_.empty()) reader.fail("text behind the end");
    return result;
  }

 private:
  explicit json_reader(std::string_view text) : left_(text) {}

  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error(why + " before: " + std::string(left_.substr(0, 20)));
  }
  void space() {
    while (!left_.empty() && std::string_view(" \n\r\t").find(left_[0]) != left_.npos) take();
  }
  char take() {
    if (left_.empty()) fail("the end is missing");
    const char c = left_[0];
    left_.remove_prefix(1);
    return c;
  }
  bool next_is(char c) {
    space();
    if (left_.empty() || left_[0] != c) return false;
    take();
    return true;
  }
  void expect(char c) {
    if (!next_is(c)) fail(std::string("no ") + c);
  }

  json value() {
    space();
    if (left_.empty()) fail("no value");
    if (left_[0] == '{') return object();
    if (left_[0] == '[') return list();
    if (left_[0] == '"') return {'"', 0, string(), {}, {}};
    return number();
  }

  json object() {
    json result{'{', 0, {}, {}, {}};
    expect('{');
    if (next_is('}')) return result;
    do {
      space();
      const std::string key = string();
      expect(':');
      if (!result.members.emplace(key, value()).second) fail("a key twice");
    } while (next_is(','));
    expect('}');
    return result;
  }

  json list() {
    json result{'[', 0, {}, {}, {}};
    expect('[');
    if (next_is(']')) return result;
    do result.items.push_back(value());
    while (next_is(','));
    expect(']');
    return result;
  }

  json number() {
    const std::string_view start = left_;
    if (left_[0] == '-') take();
    if (left_.substr(0, 1) == "0") {
      take();
    } else if (digits() == 0) {
      fail("no number");
    }
    if (left_.substr(0, 1) == "." && (take(), digits() == 0)) fail("no digit");
    if (left_.substr(0, 1) == "e" || left_.substr(0, 1) == "E") {
      take();
      if (left_.substr(0, 1) == "+" || left_.substr(0, 1) == "-") take();
      if (digits() == 0) fail("no exponent");
    }
    const std::string text(start.substr(0, start.size() - left_.size()));
    return {'0', std::strtod(text.c_str(), nullptr), text, {}, {}};
  }
  std::size_t digits() {
    std::size_t count = 0;
    for (; !left_.empty() && std::isdigit(static_cast<unsigned char>(left_[0])) != 0; ++count)
      take();
    return count;
  }

  std::string string() {
    if (take() != '"') fail("no string");
    std::string result;
    while (!left_.empty() && left_[0] != '"') {
      if (left_[0] == '\\') {
        result += escape();
        continue;
      }
      const auto c = ctgrad::detail::first_character(left_);
      if (c.code < 32) fail("a control character");
      if (c.taken != c.bytes.size()) fail("no UTF-8");
      result += c.bytes;
      left_.remove_prefix(c.taken);
    }
    take();
    return result;
  }
  std::string escape() {
    take();
    const char c = take();
    if (c == '"' || c == '\\' || c == '/') return {c};
    if (c != 'u' || left_.substr(0, 2) != "00") fail("an escape that this reader does not know");
    const auto code = std::strtoul(std::string(left_.substr(0, 4)).c_str(), nullptr, 16);
    left_.remove_prefix(4);
    if (code < 128) return {static_cast<char>(code)};
    return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 63))};
  }

  std::string_view left_;
};

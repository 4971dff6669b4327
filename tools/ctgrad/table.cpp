#include "table.hpp"

#include <algorithm>
#include <cstddef>

namespace command {
namespace {

/// How much of a number stands in front of its point.
std::size_t whole(const std::string& number) {
  return std::min(number.find_first_of(".e"), number.size());
}

/// How many signs a text takes; names may be UTF-8.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c_) { return (c_ & 0xC0) != 0x80; }));
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

/// The cells of one column below its head, all of one width.
std::vector<std::string> names(const std::string& head, const std::vector<table::row>& rows) {
  std::vector<std::string> all{head};
  for (const auto& row : rows) all.push_back(row[0]);
  std::size_t widest = 0;
  for (const auto& cell : all) widest = std::max(widest, width(cell));
  for (auto& cell : all) cell += blanks(widest - width(cell));
  return all;
}

std::vector<std::string> numbers(const std::string& head, const std::vector<table::row>& rows,
                                 std::size_t k) {
  std::size_t left = 0, right = 0;
  for (const auto& row : rows) {
    left = std::max(left, whole(row[k]));
    right = std::max(right, row[k].size() - whole(row[k]));
  }
  const std::size_t widest = std::max(left + right, width(head));
  std::vector<std::string> all{blanks(widest - width(head)) + head};
  for (const auto& row : rows) {
    const std::size_t tail = row[k].size() - whole(row[k]);
    const std::string cell = row[k] + blanks(right - tail);
    all.push_back(blanks(widest - cell.size()) + cell);
  }
  return all;
}

}  // namespace

std::string table::text() const {
  std::vector<std::string> lines = names(heads_[0], rows_);
  for (std::size_t k = 1; k < heads_.size(); ++k) {
    const auto column = numbers(heads_[k], rows_, k);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i] += "  " + column[i];
  }
  std::string all;
  for (auto& line : lines) {
    line.erase(line.find_last_not_of(' ') + 1);
    all += line + "\n";
  }
  return all;
}

}  // namespace command

#include "block.hpp"

#include "number.hpp"
#include "printable.hpp"

namespace command {

block::block(const batch_columns& columns_in, char separator_in)
    : layout_(columns_in), separator_(separator_in), numbers_(columns_in.variables.size()) {}

std::string block::add(bool is_split, const std::vector<std::string_view>& fields) {
  const bool known = is_split && fields.size() == layout_.count;
  std::string defect;
  if (!is_split) {
    defect = "a quote is not closed, or is followed by text";
  } else if (!known) {
    defect = std::to_string(fields.size()) + (fields.size() == 1 ? " field" : " fields") +
             " in place of " + std::to_string(layout_.count);
  }
  keep(known, fields);
  if (known) {
    defect = read_numbers(fields);
  } else {
    for (auto& column : numbers_) column.push_back(0);
  }
  good_.push_back(defect.empty());
  return defect;
}

std::string block::read_numbers(const std::vector<std::string_view>& fields) {
  std::string defect;
  for (std::size_t k = 0; k < numbers_.size(); ++k) {
    const variable_source& from = layout_.variables[k];
    double x = from.value;
    if (!from.constant) {
      const auto number = number_in(fields[from.column]);
      if (!number && defect.empty()) {
        const std::string place = "field " + std::to_string(from.column + 1) + ", ";
        defect = place + "'" + printable(fields[from.column]) + "', is " +
                 no_number(fields[from.column]);
      }
      x = number.value_or(0);
    }
    numbers_[k].push_back(x);
  }
  return defect;
}

void block::keep(bool known, const std::vector<std::string_view>& fields) {
  for (const std::size_t k : layout_.keep) {
    if (known) append_field(kept_, fields[k], separator_);
    kept_ += separator_;
  }
  kept_ends_.push_back(kept_.size());
}

void block::append_row(std::string& text, std::size_t i, const std::vector<const double*>& results,
                       std::size_t at) const {
  const std::size_t begin = i == 0 ? 0 : kept_ends_[i - 1];
  text.append(kept_, begin, kept_ends_[i] - begin);
  for (const double* const column : results) {
    if (good_[i]) append_number(text, column[at]);
    text += separator_;
  }
  text.back() = '\n';
}

void block::append_rows(std::string& text, const std::vector<const double*>& results) const {
  for (std::size_t i = 0; i < size(); ++i) append_row(text, i, results, i);
}

std::vector<std::vector<double>> block::columns_of(std::size_t i) const {
  std::vector<std::vector<double>> one;
  for (const auto& column : numbers_) one.push_back({column[i]});
  return one;
}

void block::clear() {
  for (auto& column : numbers_) column.clear();
  good_.clear();
  kept_.clear();
  kept_ends_.clear();
}

}  // namespace command

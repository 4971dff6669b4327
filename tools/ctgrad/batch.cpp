#include "batch.hpp"

#include <cstdint>
#include <exception>
#include <iostream>
#include <new>

#include "batch_columns.hpp"
#include "block.hpp"
#include "csv_row.hpp"
#include "evaluator.hpp"
#include "files.hpp"
#include "line_reader.hpp"
#include "progress.hpp"

namespace command {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == line.npos;
}

/// What is said about bad rows: the first of them, and how many there were.
class bad_rows {
 public:
  explicit bad_rows(const std::string& name) : where_("ctgrad: " + shown_name(name)) {}

  void report(std::uint64_t line, const std::string& defect, progress& shown) {
    if (++count_ > said_at_most) return;
    shown.clear();
    std::cerr << where_ << ", line " << line << ": " << defect << '\n';
  }
  exit_code finish(std::uint64_t rows) const {
    if (count_ == 0) return exit_code::good;
    std::cerr << where_ << ": " << count_ << " of " << rows << " rows without results";
    if (count_ > said_at_most) std::cerr << "; the first " << said_at_most << " are named above";
    std::cerr << '\n';
    return exit_code::bad_rows;
  }

 private:
  static constexpr std::uint64_t said_at_most = 20;
  std::string where_;
  std::uint64_t count_ = 0;
};

/// Reads rows and writes results, a block at a time.
class batch_run {
 public:
  explicit batch_run(const batch_options& options)
      : f_(read_formula(options.source)),
        options_(options),
        input_(options.input),
        lines_(input_.stream()),
        row_(options.separator_sign),
        progress_(input_.size(), options.quiet),
        bad_(options.input) {
    if (f_.names().empty()) {
      throw failure(exit_code::wrong_formula,
                    "the formula has no variables: there is nothing to read");
    }
    read_heads();
  }

  exit_code run() {
    require_different(options_.input, options_.output);
    output_file out(options_.output);
    out.write(
        heads_of_results(f_.names(), options_.keep, options_.gradient, options_.separator_sign));
    evaluator results(f_, options_.gradient);
    block rows(columns_, options_.separator_sign);
    while (fill(rows)) {
      text_.clear();
      compute(rows, results);
      out.write(text_);
      progress_.show(lines_.bytes(), rows_);
      rows.clear();
      line_of_row_.clear();
    }
    input_.require_good();
    out.close();
    progress_.clear();
    return bad_.finish(rows_);
  }

 private:
  void read_heads() {
    while (lines_.next() && is_blank(lines_.text()) && !lines_.too_long()) continue;
    const bool good = !lines_.too_long() && row_.split(lines_.text());
    if (!good || is_blank(lines_.text())) {
      input_.require_good();
      throw failure(exit_code::wrong_file,
                    shown_name(options_.input) + " has no first row with the names of its columns");
    }
    columns_ = columns_of(row_.fields(), f_.names(), read_arguments(options_.given), options_.keep);
  }

  /// Reads up to a full block; false if there was nothing left.
  bool fill(block& rows) {
    while (!rows.full() && lines_.next()) {
      if (is_blank(lines_.text()) && !lines_.too_long()) continue;
      add_line(rows);
    }
    return rows.size() != 0;
  }

  /// All rows at once. Should that fail, one by one, so that only those that fail are lost.
  void compute(block& rows, evaluator& results) {
    try {
      rows.append_rows(text_, results(rows.columns()));
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      for (std::size_t i = 0; i < rows.size(); ++i) compute_alone(rows, i, results);
    }
  }

  void compute_alone(block& rows, std::size_t i, evaluator& results) {
    try {
      rows.append_row(text_, i, results(rows.columns_of(i)), 0);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& e) {
      bad_.report(line_of_row_[i], e.what(), progress_);
      rows.spoil(i);
      const std::size_t count = options_.gradient ? 1 + f_.names().size() : 1;
      rows.append_row(text_, i, std::vector<const double*>(count), 0);
    }
  }

  void add_line(block& rows) {
    ++rows_;
    line_of_row_.push_back(lines_.number());
    const bool is_split = !lines_.too_long() && row_.split(lines_.text());
    std::string defect = rows.add(is_split, row_.fields());
    if (lines_.too_long()) defect = "longer than a mebibyte";
    if (!defect.empty()) bad_.report(lines_.number(), defect, progress_);
  }

  formula f_;
  const batch_options& options_;
  input_file input_;
  line_reader lines_;
  csv_row row_;
  batch_columns columns_;
  progress progress_;
  bad_rows bad_;
  std::uint64_t rows_ = 0;
  std::vector<std::uint64_t> line_of_row_;  // of the block
  std::string text_;
};

}  // namespace

exit_code batch(const batch_options& options) {
  return batch_run(options).run();
}

}  // namespace command

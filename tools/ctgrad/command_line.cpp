#include "command_line.hpp"

#include <ctgrad/version.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "batch.hpp"
#include "derive.hpp"
#include "draw.hpp"
#include "eval.hpp"

#include <CLI/CLI.hpp>

namespace command {
namespace {

#define CTGRAD_TEXT_OF(x) #x
#define CTGRAD_TEXT(x) CTGRAD_TEXT_OF(x)
constexpr auto version = "ctgrad " CTGRAD_TEXT(CTGRAD_VERSION_MAJOR) "." CTGRAD_TEXT(
    CTGRAD_VERSION_MINOR) "." CTGRAD_TEXT(CTGRAD_VERSION_PATCH);
#undef CTGRAD_TEXT
#undef CTGRAD_TEXT_OF

using action = std::function<exit_code()>;

constexpr auto about_formulas =
    "A formula has numbers, names, + - * / ^ ( ), functions such as sin(x) or\n"
    "x.relu(), comparisons and where(c, a, b). It may begin with '-'; put -- in\n"
    "front of one that looks like an option, such as -h. More: man ctgrad.";

/// What all four have: the formula, and how it is given.
void add_formula(CLI::App& app, formula_source& source) {
  app.add_option("FORMULA", source.text, "e.g. \"(a + b*c).relu()\"")->option_text(" ");
  app.add_option("-f,--file", source.file, "read the formula from FILE; '-' is stdin")
      ->option_text("FILE");
}

void add_arguments(CLI::App& app, arguments& given) {
  app.add_option("NUMBERS", given.words, "of the variables: a=2 b=-3")->option_text(" ");
  app.add_option("--values", given.values,
                 "numbers as an object, {\"a\": 2} or {'a': 2}:\n"
                 "itself, in a file, or '-' for stdin")
      ->option_text("FILE|OBJECT");
}

CLI::App& add_subcommand(CLI::App& app, const std::string& name, const std::string& description,
                         const std::string& examples) {
  CLI::App& sub = *app.add_subcommand(name, description);
  sub.set_help_flag("-h,--help", "this help");
  sub.footer("Examples:\n" + examples + "\n\n" + about_formulas);
  return sub;
}

/// In front of a word that begins with '-' and is no option: a formula, such as -x^2.
constexpr char no_option = '\x01';

void unmark(std::string& word) {
  if (!word.empty() && word[0] == no_option) word.erase(0, 1);
}

/// Marks the first of such words. A word of two '-' and more is an option, known or not.
void mark_formula(CLI::App& app, std::vector<std::string>& all) {
  const auto called =
      app.get_subcommands([&](CLI::App* sub_) { return !all.empty() && sub_->check_name(all[0]); });
  if (called.empty()) return;
  bool is_value = false;
  for (std::size_t i = 1; i < all.size() && all[i] != "--"; ++i) {
    const CLI::Option* const known = called[0]->get_option_no_throw(all[i]);
    const bool signed_word = all[i].size() > 1 && all[i][0] == '-' && all[i][1] != '-';
    if (signed_word && known == nullptr && !is_value) {
      all[i].insert(all[i].begin(), no_option);
      return;
    }
    is_value = !is_value && known != nullptr && known->get_items_expected_max() > 0;
  }
}

/// With -f there is no formula on the command line: what was taken for one is the word behind it.
void settle(formula_source& source, std::vector<std::string>& words) {
  unmark(source.text);
  for (auto& word : words) unmark(word);
  if (source.file.empty() && source.text.empty()) {
    throw failure(exit_code::wrong_usage, "there is no formula: write one, or name a file with -f");
  }
  if (!source.file.empty() && !source.text.empty()) {
    words.insert(words.begin(), source.text);
    source.text.clear();
  }
}

// -- the subcommands -----------------------------------------------------------------------------

void add_eval(CLI::App& app, action& chosen) {
  CLI::App& sub = add_subcommand(app, "eval", "Value and gradient of a formula at a point.",
                                 "  ctgrad eval \"(a + b*c).relu()\" a=2 b=-3 c=10\n"
                                 "  ctgrad eval \"x*exp(y)\" --values \"{'x': 1, 'y': 2}\" --json\n"
                                 "  ctgrad eval -f price.txt --values today.json --hessian");
  const auto options = std::make_shared<eval_options>();
  add_formula(sub, options->source);
  add_arguments(sub, options->given);
  sub.add_flag("--hessian", options->hessian, "also all second derivatives");
  sub.add_flag("--json", options->json, "as JSON, with all digits");
  sub.add_option("--digits", options->digits, "significant digits of the table, 1 to 17; else 10")
      ->check(CLI::Range(1, 17))
      ->option_text("N");
  sub.callback([options, &chosen] {
    chosen = [options] {
      settle(options->source, options->given.words);
      eval(*options);
      return exit_code::good;
    };
  });
}

void add_derive(CLI::App& app, action& chosen) {
  CLI::App& sub = add_subcommand(
      app, "derive", "Derivatives of a formula as text, LaTeX or C++.",
      "  ctgrad derive \"x*sin(y)\"                  the gradient\n"
      "  ctgrad derive \"x*sin(y)\" --wrt x --wrt y  the mixed second derivative\n"
      "  ctgrad derive \"x*sin(y)\" --latex\n"
      "  ctgrad derive \"x*sin(y)\" --cpp slope      a C++ function that needs no ctgrad");
  struct derive_words : derive_options {
    const CLI::Option* asks_for_cpp = nullptr;
  };
  const auto options = std::make_shared<derive_words>();
  add_formula(sub, options->source);
  sub.add_option("--wrt", options->by, "by which variable; again for the next order")
      ->option_text("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
  auto* const latex = sub.add_flag("--latex", options->latex, "as LaTeX")->option_text(" ");
  options->asks_for_cpp = sub.add_option("--cpp", options->cpp, "as a C++ function of this name")
                              ->option_text("NAME")
                              ->excludes(latex);
  sub.add_flag("--exact", options->exact, "as a formula that is read as the same steps")
      ->option_text(" ")
      ->excludes("--latex")
      ->excludes("--cpp");
  sub.callback([options, &chosen] {
    chosen = [options] {
      std::vector<std::string> words;
      settle(options->source, words);
      if (!words.empty()) {
        throw failure(
            exit_code::wrong_usage,
            "'" + words[0] + "' is too much: there is a formula in " + options->source.file);
      }
      if (options->asks_for_cpp->count() != 0) require_function_name(options->cpp);
      derive(*options);
      return exit_code::good;
    };
  });
}

void add_graph(CLI::App& app, action& chosen) {
  CLI::App& sub = add_subcommand(
      app, "graph", "A picture of a formula, data and grad of its steps.",
      "  ctgrad graph \"(a + b*c).relu()\" a=2 b=-3 c=10 -o graph.svg\n"
      "  ctgrad graph \"(a + b*c).relu()\" -o graph.png    the structure, without numbers\n"
      "  ctgrad graph \"(a + b*c).relu()\" a=2 b=-3 c=10 --format mmd");
  const auto options = std::make_shared<draw_options>();
  add_formula(sub, options->source);
  add_arguments(sub, options->given);
  sub.add_option("-o,--output", options->output,
                 "a name ending in .svg, .png, .pdf (by Graphviz),\n"
                 ".dot, .mmd (Mermaid) or .json; else stdout")
      ->option_text("FILE");
  sub.add_option("--format", options->format, "svg, png, pdf, dot, mmd or json; else dot")
      ->check(CLI::IsMember({"svg", "png", "pdf", "dot", "mmd", "json"}))
      ->option_text("FORMAT");
  sub.add_option("--digits", options->digits, "significant digits of numbers, 1 to 17; else 4")
      ->check(CLI::Range(1, 17))
      ->option_text("N");
  sub.add_flag("--down", options->down, "the result is below, not to the right");
  sub.callback([options, &chosen] {
    chosen = [options] {
      settle(options->source, options->given.words);
      draw(*options);
      return exit_code::good;
    };
  });
}

char separator_in(const std::string& word) {
  if (word == "tab" || word == "\\t" || word == "\t") return '\t';
  const bool good = word.size() == 1 && std::string("\"\r\n ").find(word[0]) == std::string::npos &&
                    static_cast<unsigned char>(word[0]) < 0x80;
  if (good && !std::isalnum(static_cast<unsigned char>(word[0]))) return word[0];
  throw failure(exit_code::wrong_usage, "'" + word +
                                            "' is no separator: it is one sign, such as ';', or "
                                            "the word tab");
}

void add_batch(CLI::App& app, action& chosen) {
  CLI::App& sub = add_subcommand(
      app, "batch", "Value and gradient at every row of a CSV file.",
      "  ctgrad batch \"a*exp(-b*t)\" data.csv -o slopes.csv\n"
      "  ctgrad batch \"a*exp(-b*t)\" data.csv b=0.5 --keep id  b is the same in all\n"
      "  zcat data.csv.gz | ctgrad batch \"a*exp(-b*t)\" - --no-gradient");
  struct batch_words : batch_options {
    std::vector<std::string> words;
    std::string separator = ",";
    bool no_gradient = false;
  };
  const auto options = std::make_shared<batch_words>();
  add_formula(sub, options->source);
  sub.add_option("DATA", options->words,
                 "a CSV file whose first row names its columns;\n"
                 "'-' is stdin; behind it variables that are the\n"
                 "same in all rows: a=2 b=-3")
      ->option_text(" ");
  sub.add_option("-o,--output", options->output, "where the results go; else to stdout")
      ->option_text("FILE");
  sub.add_option("--keep", options->keep, "write this column of the data, too; again for more")
      ->option_text("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
  sub.add_option("--separator", options->separator, "what stands between fields; else ','")
      ->option_text("SIGN");
  sub.add_flag("--no-gradient", options->no_gradient, "only values");
  sub.add_flag("--quiet", options->quiet, "no progress bar");
  sub.callback([options, &chosen] {
    chosen = [options] {
      settle(options->source, options->words);
      if (options->words.empty()) {
        throw failure(exit_code::wrong_usage,
                      "there is no data: name a CSV file, or '-' for stdin");
      }
      options->input = options->words.front();
      options->given.words.assign(options->words.begin() + 1, options->words.end());
      options->separator_sign = separator_in(options->separator);
      options->gradient = !options->no_gradient;
      return batch(*options);
    };
  });
}

std::string hint_of_formula(const std::string& what) {
  return what.find("--") == what.npos
             ? ""
             : "\nctgrad: put -- in front of a formula that looks like an option";
}

/// What CLI11 says, with a way to the options of the subcommand.
[[noreturn]] void refuse(const CLI::App& app, const std::string& what, const std::string& first) {
  const auto used = app.get_subcommands();
  const bool is_option = first.empty() || first[0] == '-';
  const std::string name = used.empty() ? "ctgrad" : "ctgrad " + used[0]->get_name();
  throw failure(exit_code::wrong_usage,
                (used.empty() && !is_option ? "there is no subcommand '" + first + "'" : what) +
                    "\nctgrad: see " + name + " --help");
}

}  // namespace

exit_code run_command_line(int count, char** words) {
  CLI::App app("ctgrad: values, derivatives and pictures of formulas.", "ctgrad");
  app.set_version_flag("--version", version, "the version");
  app.set_help_flag("-h,--help", "this help; ctgrad SUBCOMMAND --help for more");
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 good, 1 some rows were bad, 2 wrong usage, 3 the formula\n"
      "cannot be read or its variables do not fit, 4 a file cannot be read, written or\n"
      "drawn, 5 other.");
  action chosen;
  add_eval(app, chosen);
  add_derive(app, chosen);
  add_graph(app, chosen);
  add_batch(app, chosen);
  std::vector<std::string> all(words + 1, words + count);
  mark_formula(app, all);
  std::reverse(all.begin(), all.end());  // as CLI11 asks for them
  try {
    app.parse(std::move(all));
  } catch (const CLI::Success& e) {
    app.exit(e);
    return exit_code::good;
  } catch (const CLI::ExtrasError& e) {
    refuse(app, std::string(e.what()) + hint_of_formula(e.what()), count > 1 ? words[1] : "");
  } catch (const CLI::ParseError& e) {
    refuse(app, e.what(), count > 1 ? words[1] : "");
  }
  return chosen();
}

}  // namespace command

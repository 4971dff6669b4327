#include "eval.hpp"

#include <ctgrad/graph/json.hpp>
#include <ctgrad/record/record.hpp>

#include <cstddef>

#include "files.hpp"
#include "number.hpp"
#include "table.hpp"

namespace command {
namespace {

using ctgrad::detail::json_number;
using ctgrad::detail::json_text;

/// What is printed of a formula at a point.
struct outcome {
  std::vector<std::string> names;
  std::vector<double> point;
  double value;
  std::vector<double> gradient;
  std::vector<std::vector<double>> hessian;  // empty if it is not wanted
};

outcome outcome_of(const eval_options& options) {
  const formula f = read_formula(options.source);
  const auto point = point_of(f.names(), read_arguments(options.given));
  const auto [value, gradient] = ctgrad::value_and_gradient(f.recorded())(point);
  outcome result{f.names(), point, value, gradient, {}};
  if (options.hessian) result.hessian = ctgrad::hessian(f.recorded())(point);
  return result;
}

// -- for people ----------------------------------------------------------------------------------

std::string gradient_table(const outcome& y, int digits) {
  table all({"", "data", "grad"});
  for (std::size_t i = 0; i < y.names.size(); ++i) {
    all.add({y.names[i], rounded_text(y.point[i], digits), rounded_text(y.gradient[i], digits)});
  }
  all.add({"result", rounded_text(y.value, digits), "1"});
  return all.text();
}

std::string hessian_table(const outcome& y, int digits) {
  table::row heads{"hessian"};
  heads.insert(heads.end(), y.names.begin(), y.names.end());
  table all(heads);
  for (std::size_t i = 0; i < y.names.size(); ++i) {
    table::row row{y.names[i]};
    for (const double x : y.hessian[i]) row.push_back(rounded_text(x, digits));
    all.add(row);
  }
  return all.text();
}

// -- for programs --------------------------------------------------------------------------------

std::string data_and_grad(double data, double grad) {
  return "{\"data\": " + json_number(data) + ", \"grad\": " + json_number(grad) + "}";
}

/// {"a": ..., "b": ...} of what is written for every name.
std::string object(const std::vector<std::string>& names, const std::string& separator,
                   auto&& write) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    all += (i == 0 ? "" : "," + separator) + json_text(names[i]) + ": " + write(i);
  }
  return "{" + all + "}";
}

std::string json(const outcome& y) {
  std::string all = "{\"result\": " + data_and_grad(y.value, 1) +
                    ",\n \"variables\": " + object(y.names, "\n  ", [&](std::size_t i_) {
                      return data_and_grad(y.point[i_], y.gradient[i_]);
                    });
  if (!y.hessian.empty()) {
    all += ",\n \"hessian\": " + object(y.names, "\n  ", [&](std::size_t i_) {
             return object(y.names, " ",
                           [&](std::size_t k_) { return json_number(y.hessian[i_][k_]); });
           });
  }
  return all + "}\n";
}

}  // namespace

void eval(const eval_options& options) {
  const outcome y = outcome_of(options);
  output_file out("");
  if (options.json) {
    out.write(json(y));
  } else {
    out.write(gradient_table(y, options.digits));
    if (!y.hessian.empty()) out.write("\n" + hessian_table(y, options.digits));
  }
  out.close();
}

}  // namespace command

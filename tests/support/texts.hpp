// Random texts of formulas: everything that the grammar has, in every place where it may stand.
#pragma once

#include <ctgrad/op/registry.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "../random/random_source.hpp"

namespace support {

class text_generator {
 public:
  /// With `any_numbers`, operands of functions may be other than whole where a value has to be.
  explicit text_generator(dags::random_source& random_in, bool any_numbers = true)
      : random_(random_in) {
    ctgrad::for_each_op(ctgrad::all_ops{}, [&]<class Op>() {
      const bool whole = Op::name == "integer_power" || Op::name == "ldexp";
      if (any_numbers || !whole) functions_.push_back({Op::name, std::size_t(Op::arity)});
    });
    for (const std::string_view name : {"ln", "fabs", "silu", "gelu", "isnan"}) {
      functions_.push_back({name, 1});
    }
    functions_.push_back({"pow", 2});
    functions_.push_back({"clamp", 3});
  }

  /// A whole formula: maybe definitions, maybe "f(...) = ".
  std::string operator()() {
    names_ = {"x", "y", "z"};
    std::string all = blank();
    std::vector<std::string> known = names_;
    for (int k = random_.below(3); k > 0; --k) {
      const std::string name = "part_" + std::to_string(k);
      all += name + blank() + "=" + blank() + expression(2) + blank() + ";" + blank();
      names_.push_back(name);
    }
    if (random_.chance(0.3)) {
      if (random_.chance(0.5)) known.emplace_back("unused");
      std::swap(known[0], known[std::size_t(random_.below(int(known.size())))]);
      all += "f(";
      for (const auto& name : known) all += (&name == &known[0] ? "" : ", ") + name;
      all += ") =" + blank();
    }
    return all + expression(3) + blank();
  }

 private:
  struct function {
    std::string_view name;
    std::size_t arity;
  };

  std::string_view one_of(std::initializer_list<std::string_view> all) {
    return all.begin()[random_.below(int(all.size()))];
  }

  std::string blank() { return std::string(one_of({"", "", "", " ", "  ", "\n", " # note\n"})); }

  std::string expression(int depth) {
    if (depth > 0 && random_.chance(0.15)) return comparison(depth);
    std::string all = operand(depth);
    for (int k = random_.below(depth + 1); k > 0; --k) {
      all += blank();
      all += one_of({"+", "-", "*", "/", "+", "-", "*", "/", "^", "**"});
      all += blank() + operand(depth - 1);
    }
    return all;
  }

  std::string comparison(int depth) {
    std::string all;
    for (int k = random_.below(3); k >= 0; --k) {
      all += operand(depth - 1) + blank();
      all += one_of({"<", "<=", ">", ">=", "==", "!="});
      all += blank() + operand(depth - 1);
      if (k > 0) all += one_of({" && ", "||", " || ", "&&"});
    }
    return all;
  }

  std::string operand(int depth) {
    std::string all;
    while (random_.chance(0.2)) all += one_of({"-", "+", "-", "!", "- "});
    all += primary(depth);
    while (depth > 0 && random_.chance(0.15)) all += method(depth);
    return all;
  }

  std::string primary(int depth) {
    if (depth > 0 && random_.chance(0.3)) return "(" + blank() + expression(depth - 1) + ")";
    if (depth > 0 && random_.chance(0.5)) return call(depth);
    if (random_.chance(0.6)) return names_[std::size_t(random_.below(int(names_.size())))];
    return number();
  }

  std::string number() {
    if (random_.chance(0.3)) return std::to_string(random_.unit() * 1000);
    return std::string(
        one_of({"0", "1", "2", "3", ".5", "2.0", "1e-3", "1E+20", "0.1", "12345678901234567890",
                "1e-400", "5e-324", "65", "pi", "inf", "nan", "0.30000000000000004"}));
  }

  std::string call(int depth) {
    const function f = functions_[std::size_t(random_.below(int(functions_.size())))];
    std::string all = std::string(f.name) + "(";
    for (std::size_t k = 0; k < f.arity; ++k) all += (k == 0 ? "" : ", ") + expression(depth - 1);
    return all + ")";
  }

  std::string method(int depth) {
    const function f = functions_[std::size_t(random_.below(int(functions_.size())))];
    std::string all = "." + std::string(f.name) + "(";
    for (std::size_t k = 1; k < f.arity; ++k) all += (k == 1 ? "" : ", ") + expression(depth - 1);
    return " " + all + ")";
  }

  dags::random_source& random_;
  std::vector<function> functions_;
  std::vector<std::string> names_;
};

}  // namespace support

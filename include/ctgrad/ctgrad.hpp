// ctgrad: derivatives of C++ functions. Include this one header.
//
//   op/       what the mathematics is: every op with its value and partials, once
//   program/  what is computed: instructions as data, the reverse sweep, straight-line execution
//   expr/     formulas as types: var<"x">, named arguments, derivatives that are formulas
//   text/     formulas from text: formula<"relu(a + b*c)">; at run time parse(text) (include
//             <ctgrad/text/parse.hpp>)
//   diff/     what you ask for: gradient, jacobian, hessian, derivative<N>, partial<i, j>,
//             jvp, vjp, hvp of functions and formulas; dual;
//             sparsity: which entries can be other than 0;
//             to_string, to_latex, to_cpp, to_dot of them (include <ctgrad/diff/print.hpp>)
//   tape/     dynamic graphs: Value, backward(), scope, no_grad
//   dynamic/  the same derivatives of a function on Values: gradient(dynamic(f)), hessian, ...
//   record/   functions recorded at run time, derivatives that are recordings again, saved and
//             printed (include <ctgrad/record/record.hpp>)
//   batch/    one function at many points: vmap(g), vsum(g) (include <ctgrad/batch/batch.hpp>)
//   graph/    pictures: to_dot(value)
//   check/    is it right? check_gradient(f, x...), detect_anomaly (include <ctgrad/check/...>)
//   nn/       a user of the library: layers, losses, optimizers, training (<ctgrad/nn/nn.hpp>)
//   eigen/    Eigen's matrices of Values, derivatives by them (include <ctgrad/eigen/eigen.hpp>)
//
// The order of the includes is that of the list: an error message then names few of them.
// clang-format off
#pragma once

#include <ctgrad/version.hpp>

#include <ctgrad/op/application.hpp>
#include <ctgrad/op/op.hpp>
#include <ctgrad/op/registry.hpp>

#include <ctgrad/program/symbol.hpp>

#include <ctgrad/program/adjoint.hpp>
#include <ctgrad/program/print.hpp>
#include <ctgrad/program/unroll.hpp>

#include <ctgrad/expr/node.hpp>

#include <ctgrad/expr/bindings.hpp>
#include <ctgrad/expr/evaluate.hpp>
#include <ctgrad/expr/literals.hpp>
#include <ctgrad/expr/print.hpp>

#include <ctgrad/text/formula.hpp>

#include <ctgrad/diff/trace.hpp>

#include <ctgrad/diff/differential.hpp>

#include <ctgrad/diff/derivative.hpp>
#include <ctgrad/diff/formula.hpp>
#include <ctgrad/diff/gradient.hpp>
#include <ctgrad/diff/hessian.hpp>
#include <ctgrad/diff/jacobian.hpp>
#include <ctgrad/diff/product.hpp>
#include <ctgrad/diff/program_of.hpp>
#include <ctgrad/diff/sparsity.hpp>

#include <ctgrad/diff/dual.hpp>

#include <ctgrad/tape/value.hpp>

#include <ctgrad/tape/fused.hpp>
#include <ctgrad/tape/sum.hpp>

#include <ctgrad/dynamic/checkpoint.hpp>
#include <ctgrad/dynamic/dynamic.hpp>

#include <ctgrad/graph/dot.hpp>
#include <ctgrad/graph/json.hpp>
#include <ctgrad/graph/keep_notes.hpp>
#include <ctgrad/graph/mermaid.hpp>

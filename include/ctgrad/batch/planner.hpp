// From a program to its plan.
//
// 1. What depends on no argument that varies is computed once (the rates of an option, the
//    exponentials of a mixture's parameters), not once for every point.
// 2. Sums are one step each, whatever their length: a + b*c - d*e. So are sums over the points of
//    such sums, and `where` with its comparison.
// 3. Every other operation is a step of its own, in the order of the program.
// 4. Slots are given by liveness: that of a result which nobody needs any more is the next one's,
//    so that the memory of a block stays in the fastest cache.
#pragma once

#include <ctgrad/batch/slot_allocator.hpp>
#include <ctgrad/batch/step_writer.hpp>
#include <ctgrad/batch/varying_program.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace ctgrad::detail {

/// Completes the addends of steps, and makes one step of sums (or totals) behind each other.
/// Before: those of all steps stand in the order of the steps. Linear.
template <class T>
void merge_sums(batch_plan<T>& made) {
  std::vector<addend> addends;
  std::vector<step<T>> steps;
  for (const step<T>& s : made.steps) {
    const bool goes_on = s.addends != 0 && !steps.empty() && steps.back().run == s.run;
    if (!goes_on) steps.push_back(s);
    if (s.addends == 0) continue;
    if (goes_on) addends.pop_back();  // the end
    if (!goes_on) steps.back().first_addend = static_cast<std::uint32_t>(addends.size());
    const bool sum = s.run == &sum_block<T>;
    for (std::uint32_t i = 0; i < s.addends; ++i) {
      addends.push_back(made.addends[s.first_addend + i]);
      addends.back().to = s.to;
      if (sum && i == 0) --addends.back().code;  // the sum begins with it
    }
    if (sum) addends.push_back({s.to_total ? add_to_total : store_sum, 0, 0, s.to, 0});
    addends.push_back({});
  }
  made.addends = std::move(addends);
  made.steps = std::move(steps);
}

/// The plan of a program for arguments that vary or do not. Before: p is valid and has no dead
/// instructions. Linear in its size.
template <class T>
batch_plan<T> planned(const program<T>& p, const std::vector<variation>& inputs,
                      yield_of_points yield) {
  batch_plan<T> made;
  made.yield = yield;
  made.inputs = p.inputs;
  made.outputs = p.outputs.size();
  const varying_program<T> varying(p, inputs, yield);
  step_writer<T> writer(varying, made);
  writer.write();
  slot_allocator<T>(made, writer.reads, p.code.size()).allocate();
  merge_sums(made);
  return made;
}

}  // namespace ctgrad::detail

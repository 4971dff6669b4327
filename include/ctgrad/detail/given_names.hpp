// Names of the user's for numbers that have none of their own.
#pragma once

#include <ctgrad/detail/error.hpp>
#include <ctgrad/detail/text.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace ctgrad::detail {

/// One name each, or none: a name too few or too many would stand at the wrong number. Error:
/// [ctgrad-E33].
inline void check_names(const std::vector<std::string>& given, std::size_t numbers) {
  if (given.empty() || given.size() == numbers) return;
  raise("ctgrad-E33",
        text(std::to_string(given.size()), given.size() == 1 ? " name is" : " names are",
             " given for ", std::to_string(numbers), numbers == 1 ? " number" : " numbers",
             ": one for each is needed, in the order of the arguments; those of an array or a "
             "struct count one by one, and those that are not differentiated count as well"));
}

}  // namespace ctgrad::detail

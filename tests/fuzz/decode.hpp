// Bytes as a random program, for a fuzzer: every sequence of bytes is one.
#pragma once

#include <cstddef>
#include <cstdint>

#include "../random/dag.hpp"

namespace fuzz {

/// The first byte chooses the number of inputs (1 to 4) and constants (0 to 3); then come their
/// numbers, one byte for a number of a table or nine for any double; then one op after the other,
/// an op's number and how far back its operands stand.
dags::dag decode(const std::uint8_t* bytes, std::size_t size);

}  // namespace fuzz

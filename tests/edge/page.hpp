// docs/derivatives.md, printed from the table.
#pragma once

#include <string>

namespace edge {

/// The whole page.
std::string page();

}  // namespace edge

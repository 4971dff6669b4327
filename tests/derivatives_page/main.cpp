// derivatives_page <file>: is the file the page that the table prints?
// derivatives_page <file> --write: writes it.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "../edge/page.hpp"

namespace {

std::string content(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

/// The first line that differs, for whoever wonders why.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream left(a), right(b);
  std::string x, y;
  while (std::getline(left, x) && std::getline(right, y)) {
    if (x != y) return "- " + x + "\n+ " + y;
  }
  return "one of them ends earlier";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: derivatives_page <file> [--write]\n", 2;
  const std::string page = edge::page(), file = argv[1];
  if (argc > 2 && std::string_view(argv[2]) == "--write") {
    std::ofstream(file, std::ios::binary) << page;
    return 0;
  }
  const std::string found = content(file);
  if (found == page) return 0;
  std::cerr << file << " is not what tests/edge says; write it again with the option --write\n"
            << first_difference(found, page) << '\n';
  return 1;
}

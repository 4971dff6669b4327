#include "graphviz.hpp"

#include <cstddef>
#include <cstdio>
#include <iostream>
#include <memory>
#include <vector>

#include "failure.hpp"
#include "files.hpp"

#if __has_include(<spawn.h>)
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;
#endif

namespace command {
namespace {

using words = std::vector<std::string>;

[[noreturn]] void refuse(const std::string& what) {
  throw failure(exit_code::wrong_file, what);
}

/// How a program has ended, and what it has written to stdout and stderr.
struct outcome {
  int status = 127;
  std::string written, said;
};

#if __has_include(<spawn.h>)
struct closes {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using temporary_file = std::unique_ptr<std::FILE, closes>;

/// A file without a name that has this text, to be read from its beginning.
temporary_file file_with(const std::string& text) {
  temporary_file file(std::tmpfile());
  const bool written = file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (!written || std::fflush(file.get()) != 0) refuse("cannot write a temporary file");
  std::rewind(file.get());
  return file;
}

std::string all_of(std::FILE* file) {
  std::string text;
  char part[4096];
  std::rewind(file);
  while (const std::size_t n = std::fread(part, 1, sizeof part, file)) text.append(part, n);
  return text;
}

/// With a text as its stdin; status 127 if there is no such program.
outcome run(const words& command, const std::string& input) {
  const temporary_file in = file_with(input), out = file_with(""), said = file_with("");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(in.get()), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(said.get()), STDERR_FILENO);
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int problem =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (problem != 0) return {};
  int status = 0;
  while (waitpid(child, &status, 0) < 0) continue;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 1, all_of(out.get()), all_of(said.get())};
}
#else
/// Where programs cannot be started without a shell none is started.
outcome run(const words&, const std::string&) {
  return {};
}
#endif

/// Graphviz takes seconds for some hundred arrows and minutes for a thousand.
void warn_of_long(const std::string& text) {
  constexpr std::size_t many = 500;
  std::size_t arrows = 0;
  for (auto at = text.find(" -> "); at != text.npos; at = text.find(" -> ", at + 1)) ++arrows;
  if (arrows <= many) return;
  std::cerr << "ctgrad: " << arrows << " arrows take Graphviz long; a .dot file is there at once\n";
}

}  // namespace

void draw_by_graphviz(const std::string& text, const std::string& format,
                      const std::string& output) {
  warn_of_long(text);
  const auto [status, picture, said] = run({"dot", "-T" + format}, text);
  if (status == 127) {
    refuse("Graphviz draws ." + format +
           " and cannot be run: install it (Debian, Ubuntu: "
           "graphviz), or write a .dot or .mmd file and draw that elsewhere");
  }
  if (status != 0) {
    refuse("Graphviz (dot) ended with " + std::to_string(status) + (said.empty() ? "" : ": ") +
           said);
  }
  output_file out(output);
  out.write(picture);
  out.close();
}

}  // namespace command

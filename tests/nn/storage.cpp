// Parameters come back to the last bit, or not at all.
#include <boost/test/unit_test.hpp>

#include <bit>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "support.hpp"

using cg::nn::load;
using cg::nn::mlp;
using cg::nn::save;

namespace {

/// A module as users write them.
struct line {
  Value slope{0.0}, offset{0.0};
  std::vector<Value*> parameters() { return {&slope, &offset}; }
};

mlp tanh_net(std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  return {{2, 4, 1}, {activation::tanh, activation::linear}, engine};
}

std::string saved(auto& module) {
  std::ostringstream out;
  save(out, module);
  return out.str();
}

std::vector<std::uint64_t> bits_of(const std::vector<Value*>& values) {
  std::vector<std::uint64_t> result;
  for (const Value* v : values) result.push_back(std::bit_cast<std::uint64_t>(v->data()));
  return result;
}

/// The message with which a text is refused. Whatever it is, nothing may be changed.
std::string refusal(const std::string& text, auto& module) {
  const auto before = bits_of(module.parameters());
  std::istringstream in(text);
  std::string message;
  BOOST_CHECK_EXCEPTION(load(in, module), cg::error, [&](const cg::error& e) {
    message = e.what();
    return tagged("ctgrad-E37")(e);
  });
  BOOST_TEST((bits_of(module.parameters()) == before));
  return message;
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  return text.replace(text.find(part), part.size(), by);
}

/// A folder that is gone after the test.
struct folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "ctgrad_storage_test";
  folder() { create_directories(path); }
  ~folder() { remove_all(path); }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
};

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(storage)

BOOST_AUTO_TEST_CASE(every_bit_comes_back) {
  using limits = std::numeric_limits<double>;
  const std::vector numbers{0.1,
                            -0.0,
                            1.0 / 3,
                            limits::denorm_min(),
                            -(limits::max)(),
                            limits::infinity(),
                            std::bit_cast<double>(0xfff8000000001234U),
                            (limits::min)()};
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    line from, to;
    from.slope.data() = numbers[i];
    from.offset.data() = numbers[i + 1];
    std::istringstream in(saved(from));
    load(in, to);
    BOOST_TEST((bits_of(to.parameters()) == bits_of(from.parameters())));
  }
}

BOOST_AUTO_TEST_CASE(a_network_gives_the_same_outputs_afterwards) {
  mlp from = tanh_net(1), to = tanh_net(2);
  std::istringstream in(saved(from));
  load(in, to);
  BOOST_TEST(data_of(to.parameters()) == data_of(from.parameters()),
             boost::test_tools::per_element());
  BOOST_TEST(to({0.3, -2.0})[0].data() == from({0.3, -2.0})[0].data());
}

// Written down once: files of this version are read by all later ones.
BOOST_AUTO_TEST_CASE(the_format) {
  const std::string expected =
      "ctgrad parameters 1\n"
      "shape any\n"
      "count 2\n"
      "bfd999999999999a -0.4\n"
      "4008000000000000 3\n"
      "end d6869006ea02397c\n";
  line l;
  l.slope.data() = -0.4;
  l.offset.data() = 3;
  BOOST_TEST(saved(l) == expected);
  mlp net = tanh_net(1);
  BOOST_TEST(
      saved(net).starts_with("ctgrad parameters 1\nshape mlp 2-4-1 tanh linear\ncount 17\n"));
}

BOOST_AUTO_TEST_CASE(what_follows_stays_in_the_stream) {
  line one, two, again;
  one.slope.data() = 1.5;
  two.slope.data() = 2.5;
  std::istringstream in(saved(one) + saved(two) + "and more");
  load(in, again);
  BOOST_TEST(again.slope.data() == 1.5);
  load(in, again);
  BOOST_TEST(again.slope.data() == 2.5);
  std::string rest;
  std::getline(in, rest);
  BOOST_TEST(rest == "and more");
}

BOOST_AUTO_TEST_CASE(lines_that_end_as_on_windows_are_read) {
  line from, to;
  from.slope.data() = 0.1;
  std::string text = saved(from), windows;
  for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
  std::istringstream in(windows);
  load(in, to);
  BOOST_TEST(to.slope.data() == 0.1);
}

// -- refused -------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(cut_off_anywhere) {
  mlp net = tanh_net(1);
  const std::string text = saved(net);
  mlp other = tanh_net(2);
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::string message = refusal(text.substr(0, size), other);
    BOOST_TEST(message.find("nothing is changed") != std::string::npos);
  }
  const std::string message = refusal(text.substr(0, 120), other);
  BOOST_TEST(message.find("cut off") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(any_changed_character) {
  mlp net = tanh_net(1);
  const std::string text = saved(net);
  mlp other = tanh_net(2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const char c : {'0', '7', ' ', '\n', 'x'}) {
      if (text[i] == c) continue;
      std::string damaged = text;
      damaged[i] = c;
      refusal(damaged, other);
    }
  }
}

BOOST_AUTO_TEST_CASE(messages_name_line_and_reason) {
  line l;
  const std::string text = saved(l);
  const auto says = [&](const std::string& damaged, const std::string& part) {
    const std::string message = refusal(damaged, l);
    BOOST_TEST(message.find(part) != std::string::npos, message);
  };
  says("", "Line 1: they end too early");
  says("hello\n", "Line 1: it should say 'ctgrad parameters'");
  says(replaced(text, "parameters 1", "parameters 2"), "they are of version 2");
  says(replaced(text, "shape any", "shape mlp"), "Line 2: they are parameters of another shape");
  says(replaced(text, "count 2", "count 3"), "Line 3: they are another number of parameters");
  says(replaced(text, "count", "shape"), "Line 3: it should begin with 'count '");
  says(replaced(text, "0000000000000000 0\n", "zero\n"), "Line 4: 'zero' is no parameter");
  says(replaced(text, "0000000000000000 0\n", "000000000000000 0\n"), "Line 4: '000");
  says(replaced(text, "0000000000000000 0\n", "0000000000000001 0\n"), "Line 6: the checksum");
  says(replaced(text, "end", "0000000000000000 0\nend"), "Line 6: the checksum");
}

BOOST_AUTO_TEST_CASE(another_shape_with_the_same_number_of_parameters) {
  std::mt19937_64 engine(1);
  const std::vector both{activation::tanh, activation::linear};
  mlp net({2, 4, 1}, both, engine), relu({2, 4, 1}, {activation::relu, activation::linear}, engine);
  cg::nn::layer wide(1, 2, activation::linear, engine), tall(3, 1, activation::linear, engine);
  BOOST_TEST(wide.parameters().size() == tall.parameters().size());
  BOOST_TEST(refusal(saved(wide), tall).find("'layer 1-2 linear' instead of 'layer 3-1 linear'") !=
             std::string::npos);
  BOOST_TEST(refusal(saved(net), relu).find("'mlp 2-4-1 tanh linear'") != std::string::npos);
  cg::nn::neuron n(3, activation::tanh, engine);
  BOOST_TEST(n.shape() == "neuron 3-1 tanh");
  refusal(saved(n), tall);
}

// -- files ---------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_shape_that_could_not_be_read_back_is_not_written) {
  struct odd : line {
    std::string text = "two\nlines";
    [[nodiscard]] std::string shape() const {
      if (text.empty()) throw std::runtime_error("no shape");
      return text;
    }
  } module;
  const folder here;
  const auto path = here.path / "odd.txt";
  BOOST_CHECK_EXCEPTION(saved(module), cg::error, tagged("ctgrad-E36"));
  BOOST_CHECK_EXCEPTION(save(path, module), cg::error, tagged("ctgrad-E36"));
  module.text.clear();
  BOOST_CHECK_THROW(save(path, module), std::runtime_error);
  BOOST_TEST(std::filesystem::is_empty(here.path));  // nor is anything left over
}

BOOST_AUTO_TEST_CASE(a_link_stays_one_and_what_is_no_file_stays_what_it_is) {
  const folder here;
  line module;
  module.slope.data() = 0.5;
  save(here.path / "file.txt", module);
  std::filesystem::create_symlink("file.txt", here.path / "link.txt");
  module.slope.data() = 0.25;
  save(here.path / "link.txt", module);
  BOOST_TEST(std::filesystem::is_symlink(here.path / "link.txt"));
  line same;
  load(here.path / "file.txt", same);
  BOOST_TEST(same.slope.data() == 0.25);
  BOOST_CHECK_EXCEPTION(save(here.path, module), cg::error, tagged("ctgrad-E36"));
  BOOST_CHECK_EXCEPTION(load(here.path, module), cg::error, tagged("ctgrad-E36"));
}

BOOST_AUTO_TEST_CASE(there_and_back_in_a_file) {
  const folder here;
  mlp from = tanh_net(1), to = tanh_net(2);
  save(here.path / "net.txt", from);
  BOOST_TEST(content(here.path / "net.txt") == saved(from));
  load(here.path / "net.txt", to);
  BOOST_TEST(data_of(to.parameters()) == data_of(from.parameters()),
             boost::test_tools::per_element());
  const std::string name = (here.path / "net.txt").string();
  save(name, to);  // and over the old one
  load(name.c_str(), from);
  const auto files = std::distance(std::filesystem::directory_iterator(here.path), {});
  BOOST_TEST(files == 1);  // nothing is left beside it
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_read_or_written) {
  const folder here;
  line l;
  BOOST_CHECK_EXCEPTION(load(here.path / "none.txt", l), cg::error, tagged("ctgrad-E36"));
  BOOST_CHECK_EXCEPTION(save(here.path / "no_folder" / "net.txt", l), cg::error,
                        tagged("ctgrad-E36"));
  create_directories(here.path / "taken" / "by_a_folder");
  BOOST_CHECK_EXCEPTION(save(here.path / "taken", l), cg::error, tagged("ctgrad-E36"));
  BOOST_TEST(!exists(here.path / "taken.part"));
  std::ostringstream broken;
  broken.setstate(std::ios::badbit);
  BOOST_CHECK_EXCEPTION(save(broken, l), cg::error, tagged("ctgrad-E36"));
}

BOOST_AUTO_TEST_CASE(the_message_says_what_the_system_says) {
  const folder here;
  line l;
  const std::string none = std::generic_category().message(ENOENT);
  const auto reading = message_of([&] { load(here.path / "none.txt", l); });
  BOOST_TEST(reading.ends_with("none.txt: " + none + " [ctgrad-E36]"), reading);
  const auto writing = message_of([&] { save(here.path / "no_folder" / "net.txt", l); });
  BOOST_TEST(writing.ends_with("net.txt: " + none + " [ctgrad-E36]"), writing);
  const auto folder_read = message_of([&] { load(here.path, l); });
  BOOST_TEST(folder_read.find(": it is a folder [") != folder_read.npos, folder_read);
}

BOOST_AUTO_TEST_CASE(a_file_with_more_in_it_is_refused) {
  const folder here;
  line from, to;
  from.slope.data() = 1;
  std::ofstream(here.path / "twice.txt", std::ios::binary) << saved(from) << saved(from);
  BOOST_CHECK_EXCEPTION(load(here.path / "twice.txt", to), cg::error, tagged("ctgrad-E37"));
  BOOST_TEST(to.slope.data() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

#include "line_reader.hpp"

#include <algorithm>
#include <cstring>

namespace command {

line_reader::line_reader(std::istream& in_in) : in_(in_in), buffer_(longest + 2) {}

/// Reads behind what is there; false at the end of the stream.
bool line_reader::more() {
  std::copy(buffer_.begin() + std::ptrdiff_t(first_), buffer_.begin() + std::ptrdiff_t(last_),
            buffer_.begin());
  passed_ += first_;
  last_ -= first_;
  first_ = 0;
  in_.read(buffer_.data() + last_, std::streamsize(buffer_.size() - last_));
  const auto count = static_cast<std::size_t>(in_.gcount());
  last_ += count;
  return count != 0;
}

void line_reader::take(std::size_t end, std::size_t after) {
  text_ = {buffer_.data() + first_, end - first_};
  if (!text_.empty() && text_.back() == '\r') text_.remove_suffix(1);
  if (number_ == 0 && text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
  first_ = after;
  too_long_ = too_long_ || text_.size() > longest;
  if (too_long_) text_ = {};
  ++number_;
}

bool line_reader::next() {
  too_long_ = false;
  std::size_t searched = first_;
  while (true) {
    const char* const from = buffer_.data() + searched;
    const auto* const end = static_cast<const char*>(std::memchr(from, '\n', last_ - searched));
    if (end != nullptr) {
      const auto at = static_cast<std::size_t>(end - buffer_.data());
      take(at, at + 1);
      return true;
    }
    if (last_ - first_ == buffer_.size()) {  // longer than there is room: only its end matters
      too_long_ = true;
      first_ = last_;
    }
    searched = last_ - first_;  // more() moves everything to the front
    if (!more()) break;
  }
  if (first_ == last_ && !too_long_) return false;
  take(last_, last_);
  return true;
}

}  // namespace command

// What is made of a recording when it is first needed, and shared by all of its copies and threads.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace ctgrad::detail {

class made_once {
 public:
  /// What make() gave for this key, made now if it has not been. Whoever asks while it is being
  /// made waits. The object lives as long as this.
  template <class X, class Make>
  const X& get(const std::vector<char>& key, Make&& make) {
    const std::lock_guard lock(mutex_);
    for (const auto& [known, object] : made_) {
      if (known == key) return *static_cast<const X*>(object.get());
    }
    auto object = std::make_shared<const X>(make());
    const X& result = *object;
    made_.emplace_back(key, std::move(object));
    return result;
  }

 private:
  std::mutex mutex_;
  std::vector<std::pair<std::vector<char>, std::shared_ptr<const void>>> made_;
};

}  // namespace ctgrad::detail

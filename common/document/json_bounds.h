// Whether a JSON text is one that a parser may be given.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

// Limits that are told in one scan before a parser builds a tree: one that is deep is destroyed by
// recursion, and a key is looked for among all others of its object. A parser's own callback is no
// way to have them: nlohmann's (3.11) then looks through a list again for each object in it, so that
// a megabyte of a list of objects takes seconds. For one text.
class JsonBounds {
 public:
  static constexpr std::size_t kMaxDepth = 65;
  static constexpr std::string_view kTooDeep = "nested more than 64 levels deep";
  static constexpr std::uint32_t kMaxKeysOfObject = 1024;
  static constexpr std::uint32_t kMaxKeys = 100'000;

  explicit JsonBounds(std::uint32_t most_keys = kMaxKeys) : most_keys_(most_keys) {}

  // What is over a limit; empty if nothing is. Linear in the text, which need not be valid.
  std::string excess(std::string_view json);

  // After excess(): how many objects and lists were open at once.
  std::size_t deepest() const { return deepest_; }

 private:
  std::string take(char c);

  std::uint32_t most_keys_;
  std::array<std::uint32_t, kMaxDepth> keys_{};  // of the objects that are open
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
  std::uint32_t all_keys_ = 0;
};

}  // namespace dateline

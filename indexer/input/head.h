// An input's beginning, by which its kind is told: names lie, and crawlers' files often have none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::indexer {

// How much of an input's beginning a Head wants to see.
inline constexpr std::size_t kHeadBytes = std::size_t{1} << 16;

// The bytes must outlive it. Constant; any number of threads may look at it.
class Head {
 public:
  // `bytes`: the first kHeadBytes of an input, or all of it if it is shorter.
  explicit Head(std::string_view bytes);
  Head(const Head&) = delete;
  Head& operator=(const Head&) = delete;

  // As they are: archives and pictures have their signatures there.
  std::string_view bytes() const { return bytes_; }

  // Without a byte order mark, and without white space at either end. Of UTF-16, which is known by
  // its mark or by the zeros beside its ASCII letters, what is ASCII: enough to see tags and
  // braces. Empty if there is nothing but white space.
  std::string_view text() const { return text_; }

  // True if text() has bytes that no text has in any encoding that pages are written in.
  bool is_binary() const { return binary_; }

 private:
  std::string_view bytes_;
  std::string ascii_;  // of UTF-16; empty otherwise
  std::string_view text_;
  bool binary_ = false;
};

}  // namespace dateline::indexer

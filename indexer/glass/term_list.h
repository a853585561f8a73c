// A document's own list of terms, which deleting and replacing it need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::glass {

// Builds one tag of the termlist table.
class TermListEncoder {
 public:
  // `length` is the sum of the wdf of the `count` terms that follow.
  void start(std::uint64_t length, std::size_t count);
  // Ascending by byte.
  void append(std::string_view term, std::uint32_t wdf);
  // Valid until start().
  const std::string& tag() const { return tag_; }

 private:
  std::string tag_;
  std::string previous_;
};

}  // namespace dateline::glass

// A title as the parts that signs such as "|" part it into.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::page {

// Refers to the title, which must outlive it. Of a title of more than 500 bytes, or with more signs
// than two dozen, the whole is one part.
class TitleParts {
 public:
  explicit TitleParts(std::string_view title);

  // "Isles", "Bridge shut", "The Courier" of "Isles | Bridge shut - The Courier".
  const std::vector<std::string_view>& parts() const { return parts_; }

  // The parts in a row, one or more or all, whose letters and digits are `fold`; empty if there are
  // none. The work is linear in `fold`.
  std::string_view run(std::string_view fold) const;

  // `part` is a label beside a part that is a headline by its length.
  bool is_label(std::string_view part) const;

 private:
  std::string_view title_;
  std::vector<std::string_view> parts_;
  std::string fold_;                 // of the whole
  std::vector<std::size_t> begins_;  // of each part in it, and its end
};

std::size_t words_in(std::string_view text);

}  // namespace dateline::indexer::page

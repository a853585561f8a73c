// What has been typed so far, as the index has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

struct TypedBeginning {
  std::vector<std::string> whole;  // folded words before the last one
  std::string last;                // the word in hand; empty after a space
  std::string before;              // what stands before it, as typed
  std::string value;               // all of it as the beginning of a name

  bool empty() const { return whole.empty() && last.empty(); }
};

// Whether it may be mistyped: in a shorter one an error could make it any other.
bool tolerates_errors(const TypedBeginning& typed);

TypedBeginning read_beginning(std::string_view typed);

}  // namespace dateline::search

// How many articles of a sample have each word, read from their lists of terms.
//
// Words are counted by their stems, which is how an archive knows them; which of a stem's forms most
// articles of the sample have is told afterwards, so that people read "withdrawal" and not
// "withdraw" where that is what was written.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

class WordCounts {
 public:
  // Counts the stems and forms of an article's headline, standfirst and body, each once. Numbers are
  // left out. Throws Xapian::Error.
  void add(const Xapian::Document& document);

  using Counts = std::unordered_map<std::string, std::uint32_t>;
  // Without the mark of stems.
  const Counts& stems() const { return stems_; }

  // For each of `stems` the form of its own that most articles have; of equals the shortest, then
  // the first. The stem itself where no form is known to have it. `languages` are those that words
  // are stemmed in.
  std::vector<std::string> forms_of(const std::vector<std::string>& stems,
                                    const std::vector<std::string>& languages,
                                    Stemmers& stemmers) const;

 private:
  Counts stems_;
  Counts forms_;
};

}  // namespace dateline::search

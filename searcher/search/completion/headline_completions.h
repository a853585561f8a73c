// Headlines that have what was typed.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/store/index_reader.h"
#include "searcher/search/answer.h"

namespace dateline::search {

// An article whose headline has the words, and how well: 0 where it begins with them, 1 where they
// stand next to each other, 2 where they are apart.
struct HeadlineMatch {
  Xapian::docid article = 0;
  std::uint32_t fit = 0;
};

// The best fitting first; of equals those of articles added last. `words[i]` are the forms of which
// one has to stand at the i-th place. Throws Xapian::Error.
std::vector<HeadlineMatch> headline_matches(const store::IndexReader& index,
                                            const std::vector<std::vector<std::string>>& words);

// The headline of an article; empty where it cannot be read. Throws Xapian::Error.
std::string headline_of(const Xapian::Database& db, Xapian::docid article);

// Headlines in their order, of which each is read when it is asked for.
class HeadlineCompletions {
 public:
  // So many, of which `headline_of` has the text, by their places.
  using HeadlineOf = std::function<std::string(std::size_t place)>;
  HeadlineCompletions(std::size_t size, HeadlineOf headline_of)
      : size_(size), headline_of_(std::move(headline_of)) {}

  // At least `most` of them if there are so many, each once; its count is of the articles looked at
  // that have it.
  const std::vector<Completion>& read(std::size_t most);

 private:
  std::size_t size_;
  HeadlineOf headline_of_;
  std::size_t next_ = 0;
  std::vector<std::string> folded_;  // of each that was found
  std::vector<Completion> found_;
};

// Copies of a story may stand next to each other: so many articles are read for each headline.
inline constexpr std::size_t kReadForAHeadline = 3;

}  // namespace dateline::search

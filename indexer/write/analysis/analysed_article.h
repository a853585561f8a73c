// An article as an index takes it: terms, positions, values, data. It knows neither HTML nor
// Xapian, so that any builder can take it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "indexer/glass/encoding/posting_view.h"
#include "indexer/stories/sketch.h"

namespace dateline::indexer {

// A boolean term has wdf 0; stems and boolean terms have no positions.
using Posting = glass::PostingView;

// The postings of an article with all that they point into, in a few pieces of memory however many
// there are. Can be moved; the postings stay where they are.
class ArticlePostings {
 public:
  ArticlePostings() = default;
  ArticlePostings(std::vector<Posting> list, std::vector<char> terms,
                  std::vector<std::uint32_t> positions, std::uint64_t vocabulary)
      : list_(std::move(list)),
        terms_(std::move(terms)),
        positions_(std::move(positions)),
        vocabulary_(vocabulary) {}
  ArticlePostings(ArticlePostings&&) noexcept = default;
  ArticlePostings& operator=(ArticlePostings&&) noexcept = default;

  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }
  std::size_t size() const { return list_.size(); }
  const std::vector<Posting>& list() const { return list_; }

  // Postings of different articles with the same vocabulary and the same id, if they have one, are
  // of the same term.
  std::uint64_t vocabulary() const { return vocabulary_; }

 private:
  std::vector<Posting> list_;
  std::vector<char> terms_;
  std::vector<std::uint32_t> positions_;
  std::uint64_t vocabulary_ = 0;
};

struct AnalysedArticle {
  std::string id_term;       // "Q" + id: the one that a newer version replaces
  ArticlePostings postings;  // ascending by term, each term once, id_term among them
  std::vector<std::pair<schema::Slot, std::string>> values;  // ascending by slot, none empty
  std::string data;                                          // the stored record
  StoryMark story;                                           // of which two values are
  std::string order;  // which word of its agency's it is (common/schema/version_order.h)
};

}  // namespace dateline::indexer

// Everything of an article but its prose as terms and values: short fields, names, addresses, days,
// identifiers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/document/article.h"
#include "common/schema/fields.h"
#include "common/text/tokenizer.h"
#include "indexer/write/analysis/posting_table.h"

namespace dateline::indexer {

// Between the values of one field, so that no phrase reaches from one into the next.
inline constexpr std::uint32_t kValueGap = 100;

// Mentions beyond this say no more about what an article is about.
inline constexpr std::uint32_t kMaxMentions = 8;

// Keeps a tokenizer between articles. Not thread-safe.
class FieldTerms {
 public:
  // Short fields filter, they do not rank: their terms have frequency 0. Names rank by how often
  // they are mentioned.
  void add(const Article& article, PostingTable& into);

 private:
  // The words of one value after `position`; returns the position after which the next may begin.
  std::uint32_t add_words(std::string_view prefix, std::string_view value, std::uint32_t position,
                          PostingTable& into);
  void add_field(const schema::Field& field, const Article& article, PostingTable& into);
  void add_values(const schema::Field& field, const std::vector<std::string_view>& values,
                  PostingTable& into);
  void add_entity(const Entity& entity, std::uint32_t& position, PostingTable& into);
  void add_urls(const schema::Field& field, const Article& article, PostingTable& into);
  void add_url(const schema::Field& field, const std::string& url, std::uint32_t position,
               PostingTable& into);

  text::Tokenizer tokenizer_;
};

// What stands in the value slots, in ascending order.
std::vector<std::pair<schema::Slot, std::string>> slot_values(const Article& article);

}  // namespace dateline::indexer

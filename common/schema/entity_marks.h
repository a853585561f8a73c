// Entities as numbers, for counting them over many articles: each article has the marks of its
// people, organisations and places in value slots, so that a facet adds up numbers instead of
// reading records. A mark's name is had by reading a record that has it. Fields of several short
// values (authors, agencies, tags) have marks of these in the same way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"

namespace dateline::schema {

// 48 bits of a hash of the folded name: two of a million names share one with a chance of 1 in 500.
using EntityMark = std::uint64_t;

// Names that one entity goes by in different articles, but for spelling, have one key: "Gen. Mark
// Milley" and "Mark Milley", "Apple Inc." and "Apple", "U.S." and "United States".
std::string entity_key(EntityType type, std::string_view name);

EntityMark entity_mark(EntityType type, std::string_view name);

// The slot's value: the marks of the article's entities of this type, each once, most mentions
// first, at most kMostMarks. Empty for none.
std::string encode_marks(const Article& article, EntityType type);
inline constexpr std::size_t kMostMarks = 64;

// The mark of a value of such a field, which is that of its folded form.
EntityMark value_mark(std::string_view value);

// The slot's value: the marks of `values`, each once, in their order, at most kMostMarks.
std::string encode_value_marks(const std::vector<std::string_view>& values);

// Calls visit(EntityMark) for each mark in a slot's value; bytes that are left over are ignored.
template <typename Visit>
void each_mark(std::string_view value, const Visit& visit) {
  constexpr std::size_t kBytes = 6;
  for (; value.size() >= kBytes; value.remove_prefix(kBytes)) {
    EntityMark mark = 0;
    for (std::size_t i = 0; i < kBytes; ++i) {
      mark = mark << 8 | static_cast<unsigned char>(value[i]);
    }
    visit(mark);
  }
}

}  // namespace dateline::schema

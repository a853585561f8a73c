// An article's id as a number that says nothing, but is the same in every index and at any time: what
// settles the order of articles that are equal in all else, so that a list that is read page by page
// keeps its order while articles are added and segments are folded.
//
// In Slot::kArticle it is eight bytes, the highest first. Articles that were indexed before it was
// there have none: these are ordered by their numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema {

using ArticleMark = std::uint64_t;

// Never 0.
ArticleMark article_mark(std::string_view id);

std::string article_mark_value(ArticleMark mark);

// nullopt for what article_mark_value() does not give, as where a document has no such value.
std::optional<ArticleMark> article_mark_from_value(std::string_view value);

}  // namespace dateline::schema

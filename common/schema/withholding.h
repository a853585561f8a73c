// What keeps an article from being shown for now, or for good: an agency's word on it, or an embargo.
// Both are terms, so that a reader finds the few such articles without looking at the others:
//
//   XTcanceled, XTwithheld   not to be shown
//   XB001578315600           not to be shown before this second since 1970 UTC
//
// Embargoes sort by their ends: those that hold at a time are the terms from first_embargo_at() on,
// so each ends by the clock alone, and nothing is indexed anew.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "common/schema/fields.h"

namespace dateline::schema {

// The texts behind the field's prefix that the article has; none for fields that withhold nothing,
// for an article that is usable, and where there is no embargo. An embargo until a bare date ends
// when that day has begun everywhere on earth: too late for some is better than too early.
std::vector<std::string> withholding_texts(const Field& field, const Article& article);

// Of the terms of embargoes, the first that holds at `now`, and all after it.
std::string first_embargo_at(std::chrono::sys_seconds now);

// When the embargo of this term ends; nullopt for what is no such term.
std::optional<std::chrono::sys_seconds> end_of_embargo(std::string_view term);

}  // namespace dateline::schema

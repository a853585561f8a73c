// Who wrote an item, and which agencies it is credited to.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/document/article.h"
#include "indexer/agency/xml.h"

namespace dateline::indexer::agency {

// Of credits of one kind no more are read.
inline constexpr std::size_t kMostCredits = 100;

// "By Ann Lee and Bo Day, Associated Press": adds people and agencies.
void add_byline(std::string_view line, Article& article);

// A name that its markup says is a person's, "By" before it or not.
void add_person(std::string_view name, Article& article);

// Adds agencies alone: a credit line, the name of a provider.
void add_credit(std::string_view line, Article& article);

// NITF's byline: the persons in it, else its text without titles, in which agencies may be.
void add_byline(const Element& byline, Article& article);

}  // namespace dateline::indexer::agency

// Articles told from what stands in their place.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

enum class PageKind { kArticle, kLiveBlog, kFront, kStub };

std::string_view name_of(PageKind kind);

// What sort of page this is, given what was found on it (`dated`: a date of publication). In doubt
// an article, for a section front in the index does less harm than an article that is missing.
PageKind kind_of(const Page& page, const std::string& headline, const std::string& body,
                 bool dated);

}  // namespace dateline::indexer::page

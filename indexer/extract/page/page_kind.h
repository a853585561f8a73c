#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

enum class PageKind { kArticle, kLiveBlog, kFront, kStub };

std::string_view name_of(PageKind kind);

// What sort of page this is, given what was found on it. In doubt an article: a front that gets in
// is a nuisance, an article that stays out is a loss.
PageKind kind_of(const Page& page, const std::string& headline, const std::string& body,
                 bool dated);

}  // namespace dateline::indexer::page

// Bytes into a page that all finders of fields share.
#pragma once

#include <tl/expected.hpp>

#include "indexer/extract/page/page.h"
#include "indexer/input/raw_document.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer::page {

// Decodes, thins and parses `document`, and reads what more than one finder asks for. A page beyond
// the bounds of prescan() and Tree::parse() is a rejection.
tl::expected<Page, Rejection> read_page(const RawDocument& document);

}  // namespace dateline::indexer::page

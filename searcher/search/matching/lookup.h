// Finding one article.
#pragma once

#include <xapian.h>

#include <string_view>

#include "common/base/result.h"
#include "common/store/index_reader.h"

namespace dateline::search {

// The docid of the article with this id, else with this URL ("https://" may be left out); 0 if
// there is none. Throws Xapian::Error.
Xapian::docid find_article(const store::IndexReader& index, std::string_view id_or_url);

// What to say where there is none.
Error no_article(std::string_view id_or_url);

}  // namespace dateline::search

// An analysed article as Xapian takes it.
#pragma once

#include <xapian.h>

#include "indexer/write/analysis/analysed_article.h"

namespace dateline::indexer {

Xapian::Document xapian_document(const AnalysedArticle& article);

}  // namespace dateline::indexer

// Articles for the tests of this room.
#pragma once

#include <string>

#include "common/document/article.h"
#include "indexer/write/analysis/article_analyser.h"

namespace dateline::testing {

inline Article article(const std::string& id, const std::string& body = "A body of five words.") {
  Article out;
  out.id = id;
  out.language = "en";
  out.headline = "Headline of " + id;
  out.body = body;
  out.origin = Origin{"feed/" + id + ".html", 0};
  return out;
}

inline indexer::AnalysedArticle analysed(const Article& article,
                                         const std::string& fingerprint = {}) {
  indexer::ArticleAnalyser analyser;
  return analyser.analyse(article, fingerprint);
}

}  // namespace dateline::testing

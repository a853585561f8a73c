// An index of a few articles, made by the indexer's own writer, for one test.
#pragma once

#include <memory>
#include <string>

#include "common/document/article.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"
#include "tests/support/temporary_directory.h"

namespace dateline::testing {

class SmallIndex {
 public:
  SmallIndex();

  // Puts an article in, or in the place of the one with its id.
  void put(const Article& article);
  void remove(const std::string& id);
  void commit();

  // A number goes to an input that becomes no article, as where one is rejected.
  void skip_number();

  // Commits and lets go of the writer's lock.
  void close();

  std::string place() const { return directory_.file("index"); }

 private:
  TemporaryDirectory directory_;
  indexer::ArticleAnalyser analyser_;
  std::unique_ptr<indexer::IndexWriter> writer_;
};

// The article's parts that most tests need. `published` may be empty.
Article make_article(const std::string& id, const std::string& headline, const std::string& body,
                     const std::string& published = {});

}  // namespace dateline::testing

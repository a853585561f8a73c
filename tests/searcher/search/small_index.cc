#include "tests/searcher/search/small_index.h"

#include <gtest/gtest.h>

namespace dateline::testing {

SmallIndex::SmallIndex() {
  auto opened = indexer::IndexWriter::open(place());
  EXPECT_TRUE(opened) << opened.error().to_string();
  writer_ = std::move(*opened);
}

void SmallIndex::put(const Article& article) {
  const auto added = writer_->add(analyser_.analyse(article, ""));
  ASSERT_TRUE(added) << added.error().to_string();
}

void SmallIndex::remove(const std::string& id) { ASSERT_TRUE(writer_->remove_id(id)); }

void SmallIndex::commit() { ASSERT_TRUE(writer_->commit()); }

void SmallIndex::skip_number() { writer_->leave(*writer_->admit()); }

void SmallIndex::close() {
  commit();
  writer_.reset();
}

Article make_article(const std::string& id, const std::string& headline, const std::string& body,
                     const std::string& published) {
  Article article;
  article.id = id;
  article.headline = headline;
  article.body = body;
  article.language = "en";
  if (!published.empty()) article.published = Timestamp::parse(published);
  return article;
}

}  // namespace dateline::testing

// What the tests of the writer and of what it commits stand on: an index in a directory of its own.
#pragma once

#include <gtest/gtest.h>
#include <xapian.h>

#include <memory>
#include <set>
#include <string>

#include "common/schema/stored_record.h"
#include "common/store/index_reader.h"
#include "indexer/write/index/index_writer.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {

class WriterFixture : public ::testing::Test {
 protected:
  std::unique_ptr<IndexWriter> open(const WriterOptions& options = {}) {
    auto writer = IndexWriter::open(path_, options);
    EXPECT_TRUE(writer) << writer.error().to_string();
    return std::move(*writer);
  }

  // What a reader that comes now finds: ids, or nothing where there is no index.
  std::set<std::string> stored() const {
    std::set<std::string> ids;
    auto reader = store::IndexReader::open({path_});
    if (!reader) return ids;
    const Xapian::Database& db = reader->database();
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      if (!reader->is_live(*at)) continue;
      const bool is_new =
          ids.insert(schema::decode_record(db.get_document(*at).get_data())->id).second;
      EXPECT_TRUE(is_new) << "one id is one article";
    }
    EXPECT_EQ(ids.size(), reader->articles());
    return ids;
  }

  void give(const AnalysedArticle& one) {
    auto writer = open();
    ASSERT_TRUE(writer->add(one));
    ASSERT_TRUE(writer->commit());
  }

  using Ids = std::set<std::string>;
  dateline::testing::TemporaryDirectory directory_;
  std::string path_ = directory_.file("index");
};

}  // namespace dateline::indexer

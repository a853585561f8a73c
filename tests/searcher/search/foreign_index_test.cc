// Indexes that were damaged, or made by somebody else: what is read from them is not believed.
#include <gtest/gtest.h>
#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "common/schema/fields.h"
#include "common/store/checksums.h"
#include "common/store/columns/columns_format.h"
#include "common/store/manifest.h"
#include "indexer/write/segment/columns_writer.h"
#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using testing::make_article;
using testing::SmallIndex;

// Gives the articles of the first segment this day, with right checksums.
void set_days(const std::string& place, const std::string& day) {
  const std::string segment = store::segment_path(place, store::segment_name(1));
  Xapian::WritableDatabase db(segment, Xapian::DB_OPEN);
  for (Xapian::docid id = 1; id <= db.get_lastdocid(); ++id) {
    Xapian::Document document = db.get_document(id);
    document.add_value(static_cast<Xapian::valueno>(schema::Slot::kDay), day);
    db.replace_document(id, document);
  }
  db.close();
  ASSERT_TRUE(std::filesystem::remove(segment + "/" + store::kColumnsFile));
  ASSERT_TRUE(indexer::write_columns(segment));
  ASSERT_TRUE(store::write_checksums(segment));
}

TEST(ForeignIndex, ADayOfAnotherLengthIsNoDay) {
  for (const char* day : {"2", "20", "20200", "202001061"}) {
    SmallIndex index;
    Article article = make_article("a", "Esper resigns", "Mark Esper has resigned.", "2020-01-06");
    article.entities.push_back({EntityType::kPerson, "Mark Esper", 2, {"Mark Esper"}});
    index.put(article);
    index.close();
    set_days(index.place(), day);
    auto searcher = Searcher::open({index.place()});
    ASSERT_TRUE(searcher) << searcher.error().to_string();
    const auto profile = searcher->entity("Mark Esper");
    ASSERT_TRUE(profile) << profile.error().to_string();
    EXPECT_EQ(profile->first, "");
    Request request;
    request.query = "esper";
    request.facets.push_back(*facet_from("year:10"));
    EXPECT_TRUE(searcher->search(request));
  }
}

TEST(ForeignIndex, WhenTheManifestIsDamagedTheOpenStateGoesOnAnswering) {
  SmallIndex index;
  index.put(make_article("a", "Harbour", "Ships."));
  index.commit();
  auto searcher = Searcher::open({index.place()});
  ASSERT_TRUE(searcher) << searcher.error().to_string();
  const std::string manifest = store::manifest_path(index.place());
  const std::string whole = *real_files().read(manifest, 10000);
  ASSERT_TRUE(replace_file(manifest, "#dateline format=2 nonsense"));
  EXPECT_TRUE(searcher->article("a"));
  ASSERT_TRUE(searcher->stale_because());
  EXPECT_EQ(searcher->stale_because()->code, ErrorCode::kCorrupt);
  ASSERT_TRUE(replace_file(manifest, whole));
  index.put(make_article("b", "Quay", "Ships."));
  index.commit();
  EXPECT_TRUE(searcher->article("b"));
  EXPECT_FALSE(searcher->stale_because());
}

}  // namespace
}  // namespace dateline::search

#include "common/store/audience.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "common/store/checksums.h"
#include "common/store/index.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Documents 1 to 5: everybody's, the editors', the desk's, both's, and one that is the editors' of
// another word.
Xapian::WritableDatabase five_documents(const std::string& path) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
  const std::vector<std::vector<std::string>> documents{
      {"x", "XH1"}, {"x", "XGed"}, {"x", "XGdesk"}, {"x", "XGed", "XGdesk"}, {"y", "XGed"}};
  for (const auto& terms : documents) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    db.add_document(document);
  }
  db.commit();
  return db;
}

class AudienceTest : public ::testing::Test {
 protected:
  AudienceTest() {
    EXPECT_TRUE(create_index(path_));
    auto manifest = read_manifest(path_).value();
    const std::string name = segment_name(manifest.next_segment++);
    const std::string gone = name + ".1.gone";
    five_documents(segment_path(path_, name)).close();
    EXPECT_TRUE(write_checksums(segment_path(path_, name)));
    manifest.segments.push_back({name, 5, 1, gone});
    EXPECT_TRUE(write_tombstones(tombstones_path(path_, gone), {4}));
    EXPECT_TRUE(write_manifest(path_, manifest));
  }

  static Audience groups(std::vector<std::string> terms) { return {"XG", std::move(terms)}; }

  const testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.file("index");
};

TEST_F(AudienceTest, ADocumentThatNamesNobodyIsEverybodys) {
  const auto db = five_documents(directory_.file("five"));
  EXPECT_THAT(hidden_from(groups({}), db), ElementsAre(2, 3, 4, 5));
  EXPECT_THAT(hidden_from(groups({"XGed"}), db), ElementsAre(3));
  EXPECT_THAT(hidden_from(groups({"XGdesk"}), db), ElementsAre(2, 5));
  EXPECT_THAT(hidden_from(groups({"XGdesk", "XGed"}), db), IsEmpty());
  EXPECT_THAT(hidden_from(groups({"XGe", "XGedi"}), db), ElementsAre(2, 3, 4, 5));
}

TEST_F(AudienceTest, TermsAloneHideTheSameDocuments) {
  const auto db = five_documents(directory_.file("five"));
  for (const auto& terms : {std::vector<std::string>{}, {"XGed"}, {"XGdesk"}, {"XGdesk", "XGed"}}) {
    Xapian::Enquire enquire(db);
    enquire.set_query(hidden_query(groups(terms), db));
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Tombstones found;
    const Xapian::MSet all = enquire.get_mset(0, 10);
    for (auto at = all.begin(); at != all.end(); ++at) found.push_back(*at);
    EXPECT_EQ(found, hidden_from(groups(terms), db));
    for (Xapian::docid document = 1; document <= 5; ++document) {
      EXPECT_EQ(may_see(groups(terms), db.termlist_begin(document), db.termlist_end(document)),
                !contains(found, document));
    }
  }
}

TEST_F(AudienceTest, WhatIsHiddenCountsAsLittleAsWhatHasGone) {
  auto reader = IndexReader::open({path_});
  ASSERT_TRUE(reader) << reader.error().to_string();
  const IndexReader seen = reader->seen_by(groups({"XGdesk"}));
  EXPECT_EQ(seen.articles(), 2U);
  EXPECT_EQ(seen.count("x"), 2U);
  EXPECT_EQ(seen.count("y"), 0U);
  EXPECT_EQ(seen.first("y"), 0U);
  EXPECT_FALSE(seen.is_live(2));
  EXPECT_TRUE(seen.is_live(3));
  EXPECT_FALSE(seen.is_live(4)) << "it has gone";
  Xapian::Enquire enquire(seen.database());
  enquire.set_query(seen.live(Xapian::Query("x")));
  EXPECT_EQ(enquire.get_mset(0, 10).size(), 2U);
  EXPECT_EQ(reader->articles(), 4U) << "the reader itself sees all";
  EXPECT_EQ(reader->count("y"), 1U);
}

TEST_F(AudienceTest, WhatIsRememberedOfASegmentFollowsWhatHasGoneOfIt) {
  const auto db = five_documents(directory_.file("five"));
  UnseenDocuments unseen;
  EXPECT_THAT(*unseen.of(groups({"XGed"}), "one", db, nullptr), ElementsAre(3));
  const auto gone = std::make_shared<const Tombstones>(Tombstones{1});
  EXPECT_THAT(*unseen.of(groups({"XGed"}), "one", db, gone), ElementsAre(1, 3));
  EXPECT_EQ(unseen.of(groups({"XGed", "XGdesk"}), "one", db, gone), gone) << "no copy";
}

}  // namespace
}  // namespace dateline::store

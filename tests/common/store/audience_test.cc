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
      EXPECT_EQ(may_see(groups(terms), db, document), !contains(found, document));
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

// Terms that bar: documents 2 and 4 for good, 1, 3 and 4 until 30, 10 and 20.
Xapian::WritableDatabase barred_documents(const std::string& path) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
  const std::vector<std::vector<std::string>> documents{
      {"x", "XB30"}, {"x", "XGed", "XTno"}, {"XB10", "XGed"}, {"XB20", "XTno"}, {"XC99", "XU1"}};
  for (const auto& terms : documents) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    db.add_document(document);
  }
  db.commit();
  return db;
}

Audience barred_from(const std::string& time) {
  return {"", {}, {{"XT", "XT"}, {"XB", "XB" + time}}};
}

TEST_F(AudienceTest, ABarHidesWhatItsTermsStandIn) {
  const auto db = barred_documents(directory_.file("barred"));
  EXPECT_THAT(hidden_from(barred_from("05"), db), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(hidden_from(barred_from("11"), db), ElementsAre(1, 2, 4));
  EXPECT_THAT(hidden_from(barred_from("31"), db), ElementsAre(2, 4));
  EXPECT_THAT(hidden_from({"", {}, {{"XB", "XB20"}}}, db), ElementsAre(1, 4)) << "`from` is barred";
  EXPECT_THAT(hidden_from({"XG", {"XGed"}, {{"XB", "XB20"}}}, db), ElementsAre(1, 4));
  EXPECT_THAT(hidden_from({"XG", {}, {{"XB", "XB30"}}}, db), ElementsAre(1, 2, 3));
  EXPECT_THAT(hidden_from({""}, db), IsEmpty());
}

TEST_F(AudienceTest, BarsHideTheSameByTermsAlone) {
  const auto db = barred_documents(directory_.file("barred"));
  for (const Audience& audience : {barred_from("05"), barred_from("20"), barred_from("31"),
                                   Audience{"XG", {}, {}}, Audience{"XG", {}, {{"XB", "XB20"}}},
                                   Audience{"XG", {"XGed"}, {{"XT", "XT"}}}, Audience{""}}) {
    const Tombstones hidden = hidden_from(audience, db);
    const Xapian::Query query = hidden_query(audience, db);
    EXPECT_EQ(query.empty(), hidden.empty());
    Xapian::Enquire enquire(db);
    enquire.set_query(query);
    EXPECT_EQ(enquire.get_mset(0, 10).size(), hidden.size());
    for (Xapian::docid document = 1; document <= 5; ++document) {
      EXPECT_EQ(may_see(audience, db, document), !contains(hidden, document)) << document;
    }
  }
}

TEST_F(AudienceTest, WhatIsRememberedOfBarsHoldsUntilTimeOpensOne) {
  const auto db = barred_documents(directory_.file("barred"));
  UnseenDocuments unseen;
  // Back and forth, as clocks are put right.
  for (const std::string time : {"05", "10", "11", "20", "21", "30", "31", "15", "05", "99"}) {
    const SharedTombstones known = unseen.of(barred_from(time), "one", db, nullptr);
    EXPECT_EQ(*known, hidden_from(barred_from(time), db)) << time;
    EXPECT_EQ(unseen.first_barring_of({"XB", "XB" + time}, "one", db),
              first_barring({"XB", "XB" + time}, db))
        << time;
  }
  EXPECT_EQ(unseen.of(barred_from("12"), "one", db, nullptr),
            unseen.of(barred_from("19"), "one", db, nullptr))
      << "not made anew for each second";
}

TEST_F(AudienceTest, AReaderSaysWhetherItHidesAnything) {
  auto reader = IndexReader::open({path_});
  ASSERT_TRUE(reader) << reader.error().to_string();
  EXPECT_FALSE(reader->hides_from({""}));
  EXPECT_FALSE(reader->hides_from(groups({"XGdesk", "XGed"})));
  EXPECT_TRUE(reader->hides_from(groups({"XGdesk"})));
  EXPECT_FALSE(reader->hides_from(barred_from("10")));
  EXPECT_TRUE(reader->hides_from({"", {}, {{"XH", "XH1"}}}));
  EXPECT_EQ(reader->first_barring({"XG", "XGdf"}), "XGed");
  EXPECT_EQ(reader->first_barring({"XB", "XB10"}), "");
}

}  // namespace
}  // namespace dateline::store

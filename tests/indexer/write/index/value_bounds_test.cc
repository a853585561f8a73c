#include "indexer/write/index/value_bounds.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

constexpr auto kSource = static_cast<Xapian::valueno>(schema::Slot::kSource);

Xapian::Document document_of(const std::string& source) {
  Xapian::Document out;
  out.add_term("Q" + source);
  out.add_posting("word", 1);
  out.add_value(kSource, source);
  out.set_data("data of " + source);
  return out;
}

TEST(ValueBounds, AreThoseOfValuesThatAreThere) {
  const testing::TemporaryDirectory directory;
  Xapian::WritableDatabase db(directory.file("db"), Xapian::DB_CREATE);
  for (const char* source : {"secret a", "news b", "news c", "news b", "secret z"}) {
    db.add_document(document_of(source));
  }
  db.delete_document(5);
  db.delete_document(1);
  db.commit();
  ASSERT_EQ(db.get_value_upper_bound(kSource), "secret z") << "what this is for";
  tighten_bounds(db, schema::Slot::kSource);
  EXPECT_EQ(db.get_value_lower_bound(kSource), "news b");
  EXPECT_EQ(db.get_value_upper_bound(kSource), "news c");
  EXPECT_EQ(db.get_value_freq(kSource), 3U);
  EXPECT_EQ(db.get_document(3).get_value(kSource), "news c");
  EXPECT_EQ(db.get_document(3).get_data(), "data of news c");
  EXPECT_EQ(db.get_termfreq("word"), 3U);
}

TEST(ValueBounds, ThatAreTrueCostNothing) {
  const testing::TemporaryDirectory directory;
  Xapian::WritableDatabase db(directory.file("db"), Xapian::DB_CREATE);
  for (const char* source : {"news b", "news c", "news c"}) db.add_document(document_of(source));
  db.delete_document(3);
  db.commit();
  const auto revision = db.get_revision();
  tighten_bounds(db, schema::Slot::kSource);
  tighten_bounds(db, schema::Slot::kSection);
  EXPECT_EQ(db.get_revision(), revision);
}

}  // namespace
}  // namespace dateline::indexer

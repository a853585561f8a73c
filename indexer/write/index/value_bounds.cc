// Xapian forgets bounds with a slot's last value: so all values are taken out, and put back.
#include "indexer/write/index/value_bounds.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

// Changes are in memory until they are committed.
constexpr std::uint64_t kDocumentsACommit = 20'000;

bool has_true_bounds(const Xapian::Database& db, Xapian::valueno slot) {
  const std::string lowest = db.get_value_lower_bound(slot);
  const std::string highest = db.get_value_upper_bound(slot);
  bool has_lowest = false;
  bool has_highest = false;
  for (auto at = db.valuestream_begin(slot); at != db.valuestream_end(slot); ++at) {
    has_lowest = has_lowest || *at == lowest;
    has_highest = has_highest || *at == highest;
    if (has_lowest && has_highest) return true;
  }
  return db.get_value_freq(slot) == 0;
}

// The values of a slot by document: few different ones, as sources and sections are.
struct SlotValues {
  std::vector<std::string> texts;
  std::vector<std::pair<Xapian::docid, std::uint32_t>> documents;  // and which text
};

SlotValues values_of(const Xapian::Database& db, Xapian::valueno slot) {
  SlotValues out;
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (auto at = db.valuestream_begin(slot); at != db.valuestream_end(slot); ++at) {
    const auto [number, is_new] =
        numbers.emplace(*at, static_cast<std::uint32_t>(out.texts.size()));
    if (is_new) out.texts.push_back(*at);
    out.documents.emplace_back(at.get_docid(), number->second);
  }
  return out;
}

template <typename Change>
void change_documents(Xapian::WritableDatabase& db, const SlotValues& values, Change&& change) {
  std::uint64_t changed = 0;
  for (const auto& [number, text] : values.documents) {
    // Of a document that was just read, Xapian writes what has changed alone.
    Xapian::Document document = db.get_document(number);
    change(document, values.texts[text]);
    db.replace_document(number, document);
    if (++changed % kDocumentsACommit == 0) db.commit();
  }
  db.commit();
}

}  // namespace

void tighten_bounds(Xapian::WritableDatabase& database, schema::Slot slot) {
  const auto number = static_cast<Xapian::valueno>(slot);
  if (has_true_bounds(database, number)) return;
  const SlotValues values = values_of(database, number);
  change_documents(database, values, [&](Xapian::Document& document, const std::string&) {
    document.remove_value(number);
  });
  change_documents(database, values, [&](Xapian::Document& document, const std::string& text) {
    document.add_value(number, text);
  });
}

}  // namespace dateline::indexer

// The lists of the finished database are read, each twice: to see whether the slot has a column and
// of what, then to write it. A value takes some 30 ns, where its article took a millisecond.
//
// Tested by tests/indexer/write/segment/columns_writer_test.cc.
#include "indexer/write/segment/columns_writer.h"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "common/schema/fields.h"
#include "common/store/bounds/bounds_format.h"
#include "common/store/columns/columns_format.h"
#include "indexer/glass/tables/output_file.h"

namespace dateline::indexer {
namespace {

using schema::Slot;

// What answers are collapsed and counted by, the most wanted first.
constexpr std::array kColumnSlots{Slot::kStory, Slot::kDay, Slot::kSource, Slot::kLanguage,
                                  Slot::kSection};

using ValuePlaces = std::map<std::string, std::uint64_t>;  // of values in the dictionary, from 1

std::uint64_t bytes_as_number(std::string_view value) {
  return value.size() == store::kValueBytes ? store::load_number<std::uint64_t>(value.data()) : 0;
}

// Of one slot.
struct ColumnPlan {
  std::uint32_t width = 0;
  ValuePlaces places;
};

class ColumnsWriter {
 public:
  ColumnsWriter(const Xapian::Database& db, glass::OutputFile file)
      : db_(db), file_(std::move(file)) {
    footer_.last_document = db.get_lastdocid();
    write(store::kColumnsBegin);
  }

  void add(Slot slot) {
    const auto plan = plan_for(slot);
    if (!plan || row_bytes_ + plan->width > kMostColumnBytes) return;
    row_bytes_ += plan->width;
    store::ColumnEntry entry;
    entry.slot = static_cast<std::uint32_t>(slot);
    entry.width = plan->width;
    entry.numbers_at = written_;
    write_numbers(slot, *plan);
    entry.dictionary_at = written_;
    const std::string dictionary = dictionary_of(plan->places);
    entry.dictionary_bytes = dictionary.size();
    entry.dictionary_values = static_cast<std::uint32_t>(plan->places.size());
    entry.dictionary_sum = store::sum_of_column(dictionary);
    write(dictionary);
    store::append_entry(entries_, entry);
    ++footer_.entries;
  }

  Status finish() {
    footer_.entries_at = written_;
    write(entries_);
    std::string footer;
    store::append_footer(footer, footer_, entries_);
    write(footer);
    return file_.finish();
  }

 private:
  // Nothing for a slot without values, and one whose values do not fit.
  std::optional<ColumnPlan> plan_for(Slot slot) const {
    const auto number = static_cast<Xapian::valueno>(slot);
    if (db_.get_value_freq(number) == 0) return std::nullopt;
    const auto end = db_.valuestream_end(number);
    ColumnPlan plan{store::kValueBytes, {}};
    if (slot == Slot::kStory) {
      for (auto at = db_.valuestream_begin(number); at != end; ++at) {
        if (bytes_as_number(*at) == 0) return std::nullopt;
      }
      return plan;
    }
    for (auto at = db_.valuestream_begin(number); at != end; ++at) {
      const std::string value = *at;
      if (value.size() > store::kMostDictionaryValueBytes) return std::nullopt;
      plan.places.try_emplace(value, 0);
      if (plan.places.size() > store::kMostDictionaryValues) return std::nullopt;
    }
    std::uint64_t place = 0;
    for (auto& [value, its_place] : plan.places) its_place = ++place;
    plan.width = plan.places.size() <= 0xFF ? 1 : 2;
    return plan;
  }

  void write_numbers(Slot slot, const ColumnPlan& plan) {
    const auto number = static_cast<Xapian::valueno>(slot);
    auto at = db_.valuestream_begin(number);
    const auto end = db_.valuestream_end(number);
    std::string page;
    for (std::uint64_t document = 0; document <= footer_.last_document; ++document) {
      std::uint64_t value = 0;
      if (at != end && at.get_docid() == document) {
        value = plan.places.empty() ? bytes_as_number(*at) : plan.places.at(*at);
        ++at;
      }
      append(page, value, plan.width);
      if ((document + 1) % store::kDocumentsInPage == 0) end_page(page);
    }
    if (!page.empty()) end_page(page);
    write(std::exchange(sums_, {}));
  }

  static void append(std::string& page, std::uint64_t value, std::uint32_t width) {
    for (std::uint32_t i = 0; i < width; ++i) page += static_cast<char>(value >> (8 * i) & 0xFF);
  }

  void end_page(std::string& page) {
    store::append_number(sums_, store::sum_of_column(page));
    write(page);
    page.clear();
  }

  static std::string dictionary_of(const ValuePlaces& places) {
    std::string dictionary;
    std::string_view before;
    for (const auto& [value, place] : places) {
      store::append_to_dictionary(dictionary, before, value);
      before = value;
    }
    return dictionary;
  }

  void write(std::string_view bytes) {
    file_.write(bytes);
    written_ += bytes.size();
  }

  const Xapian::Database& db_;
  glass::OutputFile file_;
  std::uint64_t written_ = 0;
  std::size_t row_bytes_ = 0;
  store::ColumnsFooter footer_;
  std::string entries_;
  std::string sums_;  // of the column in hand
};

}  // namespace

Status write_columns(const std::string& directory) {
  const Xapian::Database db(directory);
  auto file =
      glass::OutputFile::create(directory + "/" + store::kColumnsFile, glass::Durability::kSynced);
  if (!file) return failure(file.error());
  ColumnsWriter writer(db, std::move(*file));
  for (const Slot slot : kColumnSlots) writer.add(slot);
  return writer.finish();
}

}  // namespace dateline::indexer

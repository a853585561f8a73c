#include "common/schema/fields.h"

#include <algorithm>

#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::schema {
namespace {

// ---- What every table must keep to

constexpr bool is_capitals(std::string_view text) {
  for (const char c : text) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

constexpr bool shares_a_prefix(const Field& a, const Field& b) {
  if (!a.word_prefix.empty() && (a.word_prefix == b.word_prefix || a.word_prefix == b.value_prefix))
    return true;
  return !a.value_prefix.empty() &&
         (a.value_prefix == b.value_prefix || a.value_prefix == b.word_prefix);
}

constexpr bool prefixes_are_sound() {
  constexpr std::array<std::string_view, 5> kOthers{kDayPrefix, kMonthPrefix, kYearPrefix,
                                                    kOutsideBodyPrefix, kNameKeyPrefix};
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const Field& row = kFields[i];
    if (!is_capitals(row.word_prefix) || !is_capitals(row.value_prefix)) return false;
    if (!row.word_prefix.empty() && row.word_prefix == row.value_prefix) return false;
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      if (shares_a_prefix(row, kFields[j])) return false;
    }
    for (const std::string_view other : kOthers) {
      if (row.word_prefix == other || row.value_prefix == other) return false;
    }
  }
  return true;
}

constexpr bool starts_stem_prefix() {
  for (const Field& row : kFields) {
    if (row.word_prefix.substr(0, 1) == kStemPrefix ||
        row.value_prefix.substr(0, 1) == kStemPrefix) {
      return true;
    }
  }
  return false;
}

constexpr bool has_prefixes_of_its_kind(const Field& row) {
  const bool words = !row.word_prefix.empty();
  const bool values = !row.value_prefix.empty();
  switch (row.kind) {
    case Kind::kStored:
    case Kind::kDate:
      return !words && !values;
    case Kind::kText:
      return (words || row.id == FieldId::kBody) && !values;
    case Kind::kPhrase:
    case Kind::kEntity:
      return words && values;
    case Kind::kKeyword:
    case Kind::kHidden:
      return !words && values;
  }
  return false;
}

constexpr bool prefixes_follow_kinds() {
  for (const Field& row : kFields) {
    if (!has_prefixes_of_its_kind(row)) return false;
  }
  return true;
}

constexpr std::size_t rows_of_kind(Kind kind) {
  std::size_t rows = 0;
  for (const Field& row : kFields) rows += row.kind == kind ? 1 : 0;
  return rows;
}

constexpr bool each_id_has_one_row() {
  for (std::size_t id = 0; id < static_cast<std::size_t>(FieldId::kUnnamed); ++id) {
    std::size_t rows = 0;
    for (const Field& row : kFields) rows += static_cast<std::size_t>(row.id) == id ? 1 : 0;
    if (rows != 1) return false;
  }
  return true;
}

constexpr bool each_entity_type_has_one_row() {
  for (const EntityType type : kEntityTypes) {
    std::size_t rows = 0;
    for (const Field& row : kFields) rows += row.entity == type ? 1 : 0;
    if (rows != 1) return false;
  }
  return rows_of_kind(Kind::kEntity) == kEntityTypes.size();
}

constexpr bool shares_a_name(const Field& a, const Field& b) {
  for (const std::string_view name : a.query_names) {
    if (b.query_names.has(name)) return true;
  }
  for (const std::string_view name : a.facet_names) {
    if (b.facet_names.has(name)) return true;
  }
  return a.name == b.name;
}

constexpr bool names_are_unique() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].query_names.has(kAnyEntityName)) return false;
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      if (shares_a_name(kFields[i], kFields[j])) return false;
    }
  }
  return true;
}

constexpr bool slots_are_unique() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      if (kFields[i].slot != Slot::kNone && kFields[i].slot == kFields[j].slot) return false;
    }
  }
  return true;
}

constexpr bool holds_texts(const Field& row) {
  return std::holds_alternative<std::string Article::*>(row.member) ||
         std::holds_alternative<std::vector<std::string> Article::*>(row.member);
}

constexpr bool slots_can_be_filled() {
  for (const Field& row : kFields) {
    if (row.is_facet() && row.slot == Slot::kNone) return false;
    if (row.slot == Slot::kNone) continue;
    if (!holds_texts(row) && !row.entity && row.kind != Kind::kDate) return false;
  }
  return true;
}

static_assert(prefixes_are_sound(), "prefixes are capitals, and no two fields share one");
static_assert(!starts_stem_prefix(), "Z is kept for stems");
static_assert(prefixes_follow_kinds(),
              "a row has the prefixes that its kind writes terms under, and no others");
static_assert(each_id_has_one_row(), "field() finds a row for each FieldId");
static_assert(each_entity_type_has_one_row(), "field_of() finds a row for each EntityType");
static_assert(names_are_unique(), "one name means one field");
static_assert(slots_are_unique(), "a slot has the values of one field");
static_assert(slots_can_be_filled(), "a slot has texts, a kind of entity or a day");
static_assert(rows_of_kind(Kind::kText) == 3, "stems are those of headline, standfirst and body");
static_assert(rows_of_kind(Kind::kDate) == 1, "terms of days have prefixes of their own");

}  // namespace

const Field& field_of(EntityType type) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [&](const Field& row) { return row.entity == type; });
}

const Field* field_named(std::string_view query_name) {
  if (query_name.empty()) return nullptr;
  for (const Field& row : kFields) {
    for (const std::string_view name : row.query_names) {
      if (equals_ignoring_ascii_case(name, query_name)) return &row;
    }
  }
  return nullptr;
}

const Field* facet_named(std::string_view facet_name) {
  const auto* const row = std::find_if(kFields.begin(), kFields.end(), [&](const Field& one) {
    return one.facet_names.has(facet_name);
  });
  return row == kFields.end() ? nullptr : &*row;
}

const std::vector<const Field*>& fields_in_listed_order() {
  static const auto kListed = [] {
    std::vector<const Field*> rows;
    for (const Field& row : kFields) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Field* a, const Field* b) { return a->id < b->id; });
    return rows;
  }();
  return kListed;
}

bool holds_list(const Field& field) {
  return std::holds_alternative<std::vector<std::string> Article::*>(field.member);
}

std::vector<std::string_view> texts_of(const Field& field, const Article& article) {
  std::vector<std::string_view> out;
  if (const auto* text = std::get_if<std::string Article::*>(&field.member)) {
    if (!(article.*(*text)).empty()) out.emplace_back(article.*(*text));
  } else if (const auto* list = std::get_if<std::vector<std::string> Article::*>(&field.member)) {
    out.assign((article.*(*list)).begin(), (article.*(*list)).end());
  }
  return out;
}

std::optional<Timestamp> timestamp_of(const Field& field, const Article& article) {
  const auto* when = std::get_if<std::optional<Timestamp> Article::*>(&field.member);
  return when == nullptr ? std::nullopt : article.*(*when);
}

std::string keyword_form(const Field& field, std::string_view value) {
  return field.id == FieldId::kId ? std::string(value) : to_ascii_lower(value);
}

std::string make_term(std::string_view prefix, std::string_view text) {
  std::string term;
  term.reserve(prefix.size() + text.size());
  term.append(prefix).append(text);
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + zeros <= kMaxTermBytes) return term;
  const std::string mark = "~" + fingerprint(text);
  // Halved where zero bytes count twice: such text is no word, only its identity matters.
  const std::size_t room = (kMaxTermBytes - mark.size()) / (zeros > 0 ? 2 : 1);
  return std::string(truncate_utf8(term, room)) + mark;
}

std::string make_stem_term(std::string_view word_prefix, std::string_view stem) {
  std::string prefix(kStemPrefix);
  prefix += word_prefix;
  return make_term(prefix, stem);
}

}  // namespace dateline::schema

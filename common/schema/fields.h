// THE table of fields. To add a field, add a row: terms, value slots, query names and help text all
// follow from it.
//
// Terms. Every term is a prefix from this table followed by text in folded form (common/text), so
// it never begins with an ASCII capital and a term can be told apart by its capitals alone. The
// exceptions are identifiers, kept as they are behind one-letter prefixes that no other prefix
// begins with. A body word has no prefix, which is where bulk lies. Stems are kept as "Z" + prefix
// + stem, as Xapian's own tools write them, without positions:
//
//   Siraq        the word "iraq" in a headline, with positions     ZSiraq   its stem in a headline
//   iraq         the word "iraq" in a body, with positions         Ziraq    its stem in headline,
//   standfirst or body XOiraq       the stem "iraq" stands in headline or standfirst but not in the
//   body, so that
//                body:iraq is "Ziraq AND NOT XOiraq" without a second set of body stems
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema {

// What a field holds, and so how it is indexed and asked.
enum class Kind {
  kText,     // prose: words with positions, stems
  kPhrase,   // short values: the whole value, and its words with positions
  kKeyword,  // the whole value only
  kEntity,   // names: each whole name, and their words
  kDate,     // calendar day as terms by day, month and year; instant in a slot
  kHidden,   // terms that no query names
};

enum class FieldId : std::uint8_t {
  kHeadline,
  kStandfirst,
  kBody,
  kByline,
  kAgency,
  kSource,
  kSection,
  kTag,
  kLanguage,
  kUrl,
  kId,
  kPerson,
  kOrganisation,
  kPlace,
  kPublished,
  kAccess,
  kFingerprint,
};

// Value slots. Numbers are part of the format: never reuse one.
enum class Slot : std::uint32_t {
  kInstant = 0,  // seconds since 1970 UTC, as Xapian::sortable_serialise; absent without a date
  kDay = 1,      // "20200106" in the article's own offset
  kSource = 2,   // folded
  kSection = 3,  // folded
  kLanguage = 4,
  kPeople = 5,  // entity marks (entity_marks.h), as are the next two
  kOrganisations = 6,
  kPlaces = 7,
  kNone = 0xFFFFFFFF,
};

struct Field {
  FieldId id;
  std::string_view name;  // the record's key
  Kind kind;
  std::string_view
      word_prefix;  // before words (kText, kPhrase, kEntity); may be empty for the body alone
  std::string_view
      value_prefix;  // before whole values (kPhrase, kKeyword, kEntity, kHidden); empty: none
  Slot slot;
  std::array<std::string_view, 3>
      query_names;  // what stands before the colon in a query; empty ones are unused
  std::string_view help;
};

inline constexpr std::array kFields{
    Field{FieldId::kHeadline,
          "headline",
          Kind::kText,
          "S",
          "",
          Slot::kNone,
          {"headline", "title", ""},
          "words of the headline"},
    Field{FieldId::kStandfirst,
          "standfirst",
          Kind::kText,
          "XSF",
          "",
          Slot::kNone,
          {"standfirst", "", ""},
          "words of the summary above the body"},
    Field{FieldId::kBody,
          "body",
          Kind::kText,
          "",
          "",
          Slot::kNone,
          {"body", "", ""},
          "words of the body"},
    Field{FieldId::kByline,
          "byline",
          Kind::kPhrase,
          "A",
          "XAV",
          Slot::kNone,
          {"by", "byline", "author"},
          "an author's name or a part of it"},
    Field{FieldId::kAgency,
          "agencies",
          Kind::kPhrase,
          "XY",
          "XYV",
          Slot::kNone,
          {"agency", "", ""},
          "a credited agency: AP, Reuters"},
    Field{FieldId::kSource,
          "source",
          Kind::kPhrase,
          "XP",
          "XPV",
          Slot::kSource,
          {"source", "", ""},
          "the publication"},
    Field{FieldId::kSection,
          "section",
          Kind::kPhrase,
          "XC",
          "XCV",
          Slot::kSection,
          {"section", "", ""},
          "the publication's section"},
    Field{FieldId::kTag,
          "tags",
          Kind::kPhrase,
          "K",
          "XKV",
          Slot::kNone,
          {"tag", "tags", ""},
          "a tag or keyword"},
    Field{FieldId::kLanguage,
          "language",
          Kind::kKeyword,
          "",
          "L",
          Slot::kLanguage,
          {"lang", "language", ""},
          "the language as BCP 47: en, de, pt-BR; en finds en-GB too"},
    Field{FieldId::kUrl,
          "url",
          Kind::kPhrase,
          "XU",
          "U",
          Slot::kNone,
          {"url", "", ""},
          "the address, its host, or words of its path"},
    Field{FieldId::kId,
          "id",
          Kind::kKeyword,
          "",
          "Q",
          Slot::kNone,
          {"id", "", ""},
          "the article's id"},
    Field{FieldId::kPerson,
          "person",
          Kind::kEntity,
          "XEP",
          "XEPV",
          Slot::kNone,
          {"person", "", ""},
          "a person, by any name in the article"},
    Field{FieldId::kOrganisation,
          "organisation",
          Kind::kEntity,
          "XEO",
          "XEOV",
          Slot::kNone,
          {"org", "organisation", "organization"},
          "an organisation, by any name in the article"},
    Field{FieldId::kPlace,
          "place",
          Kind::kEntity,
          "XEG",
          "XEGV",
          Slot::kNone,
          {"place", "", ""},
          "a place, by any name in the article"},
    Field{FieldId::kPublished,
          "published",
          Kind::kDate,
          "",
          "",
          Slot::kInstant,
          {"date", "", ""},
          "a day, month, year or range: 2020-01-06, 2020-01, 2019..2020-03, 7d"},
    Field{FieldId::kAccess,
          "access",
          Kind::kHidden,
          "",
          "XG",
          Slot::kNone,
          {"", "", ""},
          "a group that may see the article"},
    Field{FieldId::kFingerprint,
          "fingerprint",
          Kind::kHidden,
          "",
          "XH",
          Slot::kNone,
          {"", "", ""},
          "the input's bytes, to skip unchanged ones"},
};

// `entity:` asks all three kinds of name at once; it is no field of its own.
inline constexpr std::string_view kAnyEntityName = "entity";

// Before stems; followed by the field's word prefix. With nothing between, the stem stands in
// headline, standfirst or body.
inline constexpr std::string_view kStemPrefix = "Z";
// Stems of headline or standfirst that the body does not have.
inline constexpr std::string_view kOutsideBodyPrefix = "XO";
// A publication day as terms: D20200106, M202001, Y2020.
inline constexpr std::string_view kDayPrefix = "D";
inline constexpr std::string_view kMonthPrefix = "M";
inline constexpr std::string_view kYearPrefix = "Y";

// The sound key of a word of a name (common/names/sound_key.h) in small letters, a space, the word:
// "XEKslmn soleimani". What begins with a key are the words that may be spellings of one another.
inline constexpr std::string_view kNameKeyPrefix = "XEK";

// Xapian's limit on a term in bytes, a zero byte counting twice.
inline constexpr std::size_t kMaxTermBytes = 245;

// The version of all that stands in an index: terms, slots, stored records, metadata.
//   1  2026-11  the first
//   2  2026-11  segments below a manifest; sound keys of names, entities in slots
inline constexpr int kFormatVersion = 2;
inline constexpr int kOldestReadableFormat = 2;
// Metadata key under which it is kept, as decimal digits.
inline constexpr std::string_view kFormatKey = "dateline.format";
// Metadata key of the time of the last change, RFC 3339 in UTC.
inline constexpr std::string_view kUpdatedKey = "dateline.updated";

const Field& field(FieldId id);

// The field that a query names before a colon, ASCII case ignored; nullptr if there is none.
const Field* field_named(std::string_view query_name);

// prefix + text, cut to what Xapian takes: a longer one keeps its first bytes and ends in "~" and
// its fingerprint, so that different long texts stay different terms.
std::string make_term(std::string_view prefix, std::string_view text);

// "Z" + word prefix + stem.
std::string make_stem_term(std::string_view word_prefix, std::string_view stem);

namespace internal {

constexpr bool is_capitals(std::string_view text) {
  for (const char c : text) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

constexpr bool prefixes_are_sound() {
  constexpr std::array<std::string_view, 5> kOthers{kDayPrefix, kMonthPrefix, kYearPrefix,
                                                    kOutsideBodyPrefix, kNameKeyPrefix};
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const Field& a = kFields[i];
    if (!is_capitals(a.word_prefix) || !is_capitals(a.value_prefix)) return false;
    for (std::size_t j = 0; j < kFields.size(); ++j) {
      const Field& b = kFields[j];
      if (!a.word_prefix.empty() && a.word_prefix == b.value_prefix) return false;
      if (i != j && !a.word_prefix.empty() && a.word_prefix == b.word_prefix) return false;
      if (i != j && !a.value_prefix.empty() && a.value_prefix == b.value_prefix) return false;
    }
    for (const std::string_view other : kOthers) {
      if (a.word_prefix == other || a.value_prefix == other) return false;
    }
  }
  return true;
}

constexpr bool rows_follow_ids() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].id) != i) return false;
  }
  return true;
}

constexpr bool query_names_are_unique() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (const std::string_view name : kFields[i].query_names) {
      if (name == kAnyEntityName) return false;
      for (std::size_t j = i + 1; j < kFields.size(); ++j) {
        for (const std::string_view other : kFields[j].query_names) {
          if (!name.empty() && name == other) return false;
        }
      }
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

static_assert(prefixes_are_sound(), "prefixes are capitals, and no two fields share one");
static_assert(rows_follow_ids(), "kFields is indexed by FieldId");
static_assert(query_names_are_unique(), "one query name means one field");
static_assert(!starts_stem_prefix(), "Z is kept for stems");

}  // namespace internal
}  // namespace dateline::schema

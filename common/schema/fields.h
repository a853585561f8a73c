// THE table of fields. To add a field, add a member to the record (common/document/article.h) and a
// row here: its key in the record's JSON, its terms, value slot, query names, facet and help text
// all follow from the row.
//
// Terms. Every term is a prefix from this table followed by text in folded form (common/text), so
// it never begins with an ASCII capital and a term can be told apart by its capitals alone. The
// exceptions are identifiers, kept as they are behind one-letter prefixes that no other prefix
// begins with. A body word has no prefix, which is where bulk lies. Stems are kept as "Z" + prefix
// + stem, as Xapian's own tools write them, without positions:
//
//   Siraq    the word "iraq" in a headline, with positions
//   ZSiraq   its stem in a headline
//   iraq     the word "iraq" in a body, with positions
//   Ziraq    its stem in headline, standfirst or body
//   XOiraq   the stem "iraq" stands in headline or standfirst but not in the body, so that
//   body:iraq
//            is "Ziraq AND NOT XOiraq" without a second set of body stems
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/document/article.h"

namespace dateline::schema {

// What a field holds, and so how it is indexed and asked.
enum class Kind {
  kStored,   // stands in the record alone: no terms
  kText,     // prose: words with positions, stems; headline, standfirst and body
  kPhrase,   // short values: the whole value, and its words with positions
  kKeyword,  // codes: the whole value only, in small letters
  kEntity,   // names of entities of one type: each whole name, and their words
  kDate,     // calendar day as terms by day, month and year; instant in a slot
  kHidden,   // terms that no query names: they say who may see the article, or when
};

// Fields that code asks for by name, in the order in which all are listed to a user. Others have
// none: loops over the table do all that is done for them.
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
  kStatus,
  kEmbargo,
  kAccess,
  kFingerprint,
  kUnnamed,  // last
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
  // No field's: they are made of the words of the article (indexer/stories).
  kStory = 8,        // the story that it is a copy of (story.h): what answers are collapsed by
  kStorySketch = 9,  // what later copies are told by
  kAuthors = 10,     // marks of values (entity_marks.h), as are the next two
  kAgencies = 11,
  kTags = 12,
  // No field's: made of the id.
  kArticle = 13,  // what settles the order of articles of one instant (article_mark.h)
  // No field's: made of several.
  kVersion = 14,  // which of two with one id is the later word (version_order.h); often absent
  kNone = 0xFFFFFFFF,
};

// Where in the record a field's value is, which says too how JSON writes it. Empty: it is no key of
// the record.
using Member =
    std::variant<std::monostate, std::string Article::*, std::vector<std::string> Article::*,
                 std::optional<Timestamp> Article::*, std::vector<Entity> Article::*,
                 std::optional<std::int32_t> Article::*, std::optional<ArticleStatus> Article::*,
                 StoryVersion Article::*, std::optional<Origin> Article::*>;

// Up to three names of one thing, the canonical one first; what is empty is unused.
class Names {
 public:
  constexpr Names(std::string_view canonical = {}, std::string_view second = {},
                  std::string_view third = {})
      : names_{canonical, second, third} {}

  constexpr bool empty() const { return names_[0].empty(); }
  constexpr std::string_view canonical() const { return names_[0]; }
  constexpr auto begin() const { return names_.begin(); }
  constexpr auto end() const { return names_.end(); }
  constexpr bool has(std::string_view name) const {
    for (const std::string_view one : names_) {
      if (!name.empty() && one == name) return true;
    }
    return false;
  }

 private:
  std::array<std::string_view, 3> names_;
};

struct Field {
  FieldId id = FieldId::kUnnamed;
  std::string_view name;  // the record's key, where there is a member
  Member member = {};
  Kind kind = Kind::kStored;
  std::optional<EntityType> entity = {};  // kEntity: which of the record's entities
  std::string_view word_prefix = {};  // before words: kText (the body's is empty), kPhrase, kEntity
  std::string_view value_prefix = {};  // before whole values: kPhrase, kKeyword, kEntity, kHidden
  Slot slot = Slot::kNone;             // what a facet counts
  Slot instant_slot = Slot::kNone;     // kDate: what sorts
  Names query_names = {};              // before the colon in a query
  // What --facet calls it. Needs a slot, and a member that holds one text, a list of them, entities
  // or a date. Of a date the first counts years, the second months.
  Names facet_names = {};
  std::string_view help = {};

  constexpr bool is_facet() const { return !facet_names.empty(); }
};

// In the order of the record's keys.
inline constexpr std::array kFields{
    Field{.id = FieldId::kId,
          .name = "id",
          .member = &Article::id,
          .kind = Kind::kKeyword,
          .value_prefix = "Q",
          .query_names = {"id"},
          .help = "the article's id"},
    Field{.id = FieldId::kUrl,
          .name = "url",
          .member = &Article::url,
          .kind = Kind::kPhrase,
          .word_prefix = "XU",
          .value_prefix = "U",
          .query_names = {"url"},
          .help = "the address, its host, or words of its path"},
    Field{.name = "canonical_url", .member = &Article::canonical_url},
    Field{.id = FieldId::kSource,
          .name = "source",
          .member = &Article::source,
          .kind = Kind::kPhrase,
          .word_prefix = "XP",
          .value_prefix = "XPV",
          .slot = Slot::kSource,
          .query_names = {"source"},
          .facet_names = {"source"},
          .help = "the publication"},
    Field{.id = FieldId::kHeadline,
          .name = "headline",
          .member = &Article::headline,
          .kind = Kind::kText,
          .word_prefix = "S",
          .query_names = {"headline", "title"},
          .help = "words of the headline"},
    Field{.id = FieldId::kStandfirst,
          .name = "standfirst",
          .member = &Article::standfirst,
          .kind = Kind::kText,
          .word_prefix = "XSF",
          .query_names = {"standfirst"},
          .help = "words of the summary above the body"},
    Field{.id = FieldId::kByline,
          .name = "byline",
          .member = &Article::byline,
          .kind = Kind::kPhrase,
          .word_prefix = "A",
          .value_prefix = "XAV",
          .slot = Slot::kAuthors,
          .query_names = {"by", "byline", "author"},
          .facet_names = {"author"},
          .help = "an author's name or a part of it"},
    Field{.id = FieldId::kAgency,
          .name = "agencies",
          .member = &Article::agencies,
          .kind = Kind::kPhrase,
          .word_prefix = "XY",
          .value_prefix = "XYV",
          .slot = Slot::kAgencies,
          .query_names = {"agency"},
          .facet_names = {"agency"},
          .help = "a credited agency: AP, Reuters"},
    Field{.id = FieldId::kPublished,
          .name = "published",
          .member = &Article::published,
          .kind = Kind::kDate,
          .slot = Slot::kDay,
          .instant_slot = Slot::kInstant,
          .query_names = {"date"},
          .facet_names = {"year", "month"},
          .help = "a day, month, year or range: 2020-01-06, 2020-01, 2019..2020-03, 7d"},
    Field{.name = "modified", .member = &Article::modified},
    Field{.id = FieldId::kSection,
          .name = "section",
          .member = &Article::section,
          .kind = Kind::kPhrase,
          .word_prefix = "XC",
          .value_prefix = "XCV",
          .slot = Slot::kSection,
          .query_names = {"section"},
          .facet_names = {"section"},
          .help = "the publication's section"},
    Field{.id = FieldId::kTag,
          .name = "tags",
          .member = &Article::tags,
          .kind = Kind::kPhrase,
          .word_prefix = "K",
          .value_prefix = "XKV",
          .slot = Slot::kTags,
          .query_names = {"tag", "tags"},
          .facet_names = {"tag"},
          .help = "a tag or keyword"},
    Field{.id = FieldId::kLanguage,
          .name = "language",
          .member = &Article::language,
          .kind = Kind::kKeyword,
          .value_prefix = "L",
          .slot = Slot::kLanguage,
          .query_names = {"lang", "language"},
          .facet_names = {"language", "lang"},
          .help = "the language as BCP 47: en, de, pt-BR; en finds en-GB too"},
    Field{.name = "dateline", .member = &Article::dateline},
    Field{.id = FieldId::kBody,
          .name = "body",
          .member = &Article::body,
          .kind = Kind::kText,
          .query_names = {"body"},
          .help = "words of the body"},
    Field{.name = "entities", .member = &Article::entities},
    Field{.id = FieldId::kPerson,
          .name = "person",
          .kind = Kind::kEntity,
          .entity = EntityType::kPerson,
          .word_prefix = "XEP",
          .value_prefix = "XEPV",
          .slot = Slot::kPeople,
          .query_names = {"person"},
          .facet_names = {"person"},
          .help = "a person, by any name in the article"},
    Field{.id = FieldId::kOrganisation,
          .name = "organisation",
          .kind = Kind::kEntity,
          .entity = EntityType::kOrganisation,
          .word_prefix = "XEO",
          .value_prefix = "XEOV",
          .slot = Slot::kOrganisations,
          .query_names = {"org", "organisation", "organization"},
          .facet_names = {"org", "organisation"},
          .help = "an organisation, by any name in the article"},
    Field{.id = FieldId::kPlace,
          .name = "place",
          .kind = Kind::kEntity,
          .entity = EntityType::kPlace,
          .word_prefix = "XEG",
          .value_prefix = "XEGV",
          .slot = Slot::kPlaces,
          .query_names = {"place"},
          .facet_names = {"place"},
          .help = "a place, by any name in the article"},
    Field{.name = "urgency", .member = &Article::urgency},
    Field{.id = FieldId::kStatus,
          .name = "status",
          .member = &Article::status,
          .kind = Kind::kHidden,
          .value_prefix = "XT",
          .help = "what is not to be shown, and why (withholding.h)"},
    Field{.id = FieldId::kEmbargo,
          .name = "embargo",
          .member = &Article::embargo,
          .kind = Kind::kHidden,
          .value_prefix = "XB",
          .help = "the end of an embargo (withholding.h)"},
    Field{.name = "version", .member = &Article::version},
    Field{.id = FieldId::kAccess,
          .name = "access",
          .member = &Article::access,
          .kind = Kind::kHidden,
          .value_prefix = "XG",
          .help = "a group that may see the article"},
    Field{.name = "origin", .member = &Article::origin},
    Field{.id = FieldId::kFingerprint,
          .name = "fingerprint",
          .kind = Kind::kHidden,
          .value_prefix = "XH",
          .help = "the input's bytes, to skip unchanged ones"},
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

namespace internal {

constexpr auto rows_by_id() {
  std::array<std::uint8_t, static_cast<std::size_t>(FieldId::kUnnamed)> rows{};
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].id != FieldId::kUnnamed) {
      rows[static_cast<std::size_t>(kFields[i].id)] = static_cast<std::uint8_t>(i);
    }
  }
  return rows;
}
inline constexpr auto kRowsById = rows_by_id();

}  // namespace internal

constexpr const Field& field(FieldId id) {
  return kFields[internal::kRowsById[static_cast<std::size_t>(id)]];
}

// The field of the names of this type.
const Field& field_of(EntityType type);

// The field that a query names before a colon, ASCII case ignored; nullptr if there is none.
const Field* field_named(std::string_view query_name);

// The field that --facet names; nullptr if it is no facet.
const Field* facet_named(std::string_view facet_name);

// All rows in the order in which they are listed to a user.
const std::vector<const Field*>& fields_in_listed_order();

// The texts of a field whose member is a text or a list of texts; none for other fields, and where
// the text is empty. Views into `article`.
std::vector<std::string_view> texts_of(const Field& field, const Article& article);

// Whether the member is a list of texts; a facet's slot has their marks (entity_marks.h) then.
bool holds_list(const Field& field);

// When a kDate field says; empty where the article does not say, and for other fields.
std::optional<Timestamp> timestamp_of(const Field& field, const Article& article);

// A value of a kKeyword field as its terms have it: in small ASCII letters, but ids as they are.
std::string keyword_form(const Field& field, std::string_view value);

// prefix + text, cut to what Xapian takes: a longer one keeps its first bytes and ends in "~" and
// its fingerprint, so that different long texts stay different terms.
std::string make_term(std::string_view prefix, std::string_view text);

// "Z" + word prefix + stem.
std::string make_stem_term(std::string_view word_prefix, std::string_view stem);

}  // namespace dateline::schema

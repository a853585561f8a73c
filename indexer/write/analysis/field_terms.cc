// Which terms a field gets is its row in common/schema/fields.h. Example, an article of 2020-01-06
// by Reuters with one person in it:
//
//   published   the day's, the month's and the year's term; slots for the day and the instant
//   source      the whole value; its words with positions
//   persons     each whole name; words of names, once for the entity; the words' sound keys
//
// Tested by tests/indexer/write/analysis/article_analyser_test.cc.
#include "indexer/write/analysis/field_terms.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <set>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "common/names/spelling.h"
#include "common/schema/entity_marks.h"
#include "common/schema/withholding.h"
#include "common/text/values.h"

namespace dateline::indexer {
namespace {

using schema::Field;
using schema::FieldId;
using schema::Kind;
using schema::Slot;

// "20200106".
std::string digits_of(std::chrono::year_month_day day) {
  return replace_all(format_day(day), "-", "");
}

void add_day(const std::optional<Timestamp>& when, PostingTable& into) {
  if (!when) return;
  const std::string digits = digits_of(when->day());
  into.add(schema::kDayPrefix, digits, 0);
  into.add(schema::kMonthPrefix, digits.substr(0, 6), 0);
  into.add(schema::kYearPrefix, digits.substr(0, 4), 0);
}

// A language "en-GB" is found by en-gb and by en; hardly another article has the id.
void add_keyword(const Field& field, std::string_view value, PostingTable& into) {
  const std::string form = schema::keyword_form(field, value);
  if (field.id == FieldId::kId) return into.add_unique(field.value_prefix, form);
  into.add(field.value_prefix, form, 0);
  if (field.id != FieldId::kLanguage) return;
  into.add(field.value_prefix, form.substr(0, form.find('-')), 0);
}

// "/news/2020-01-06_iraq.html" as plain words: what joins them is punctuation of addresses, not of
// language, and must not make compounds.
std::string words_of_path(std::string_view path) {
  std::string words(path);
  std::replace_if(
      words.begin(), words.end(),
      [](char c) { return !is_ascii_alnum(c) && static_cast<unsigned char>(c) < 0x80; }, ' ');
  return words;
}

int hex_value(char c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  const std::size_t at = kDigits.find(ascii_lower(c));
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size();
    const int high = escape ? hex_value(text[i + 1]) : -1;
    const int low = escape ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      out += text[i];
    } else {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

// Initials, numbers and words of other scripts have no key.
void add_sound_key(const std::string& word, PostingTable& into) {
  const names::Spelling spelling = names::spell(word);
  if (!spelling.latin || spelling.letters.size() < 2) return;
  into.add(schema::kNameKeyPrefix, to_ascii_lower(spelling.key) + " " + word, 0);
}

}  // namespace

std::uint32_t FieldTerms::add_words(std::string_view prefix, std::string_view value,
                                    std::uint32_t position, PostingTable& into) {
  std::uint32_t last = 0;
  text::Token token{};
  for (tokenizer_.start(value); tokenizer_.next(token);) {
    into.add_at(prefix, token.form, position + token.position, 0);
    last = std::max(last, token.position);
  }
  return position + last + kValueGap;
}

void FieldTerms::add_values(const Field& field, const std::vector<std::string_view>& values,
                            PostingTable& into) {
  std::uint32_t position = 0;
  for (const std::string_view value : values) {
    const std::string folded = text::fold_value(value);
    if (!folded.empty()) into.add(field.value_prefix, folded, 0);
    position = add_words(field.word_prefix, value, position, into);
  }
}

void FieldTerms::add_entity(const Entity& entity, std::uint32_t& position, PostingTable& into) {
  const Field& field = schema::field_of(entity.type);
  const std::uint32_t wdf = std::clamp(entity.mentions, 1U, kMaxMentions);
  std::set<std::string> wholes;
  std::set<std::string> words;
  const auto collect = [&](const std::string& name) {
    wholes.insert(text::fold_value(name));
    for (const text::OwnedToken& token : text::tokenize(name)) words.insert(token.form);
    position = add_words(field.word_prefix, name, position, into);
  };
  collect(entity.name);
  for (const std::string& form : entity.forms) {
    if (form != entity.name) collect(form);
  }
  // Once for each entity: "Mark Esper" and "Esper" are not two reasons to find it.
  for (const std::string& whole : wholes) {
    if (!whole.empty()) into.add(field.value_prefix, whole, wdf);
  }
  for (const std::string& word : words) {
    into.add(field.word_prefix, word, wdf);
    add_sound_key(word, into);
  }
}

void FieldTerms::add_url(const Field& field, const std::string& url, std::uint32_t position,
                         PostingTable& into) {
  const auto normal = normalise_url(url);
  if (!normal) return;
  const std::string_view address = std::string_view(*normal).substr(normal->find(':') + 1);
  into.add_unique(field.value_prefix, address);
  const std::string host = host_of(*normal);
  into.add_at(field.word_prefix, host, position + 1, 0);
  const std::string_view path = address.substr(std::min(address.find('/', 2), address.size()));
  const std::string words =
      replace_all(host, ".", " ") + " " + words_of_path(percent_decoded(path));
  add_words(field.word_prefix, words, position, into);
}

void FieldTerms::add_urls(const Field& field, const Article& article, PostingTable& into) {
  // Addresses are at most 4,096 bytes, so the second one begins past every word of the first.
  add_url(field, article.url, 0, into);
  if (article.canonical_url != article.url) add_url(field, article.canonical_url, 1U << 13, into);
}

void FieldTerms::add_field(const Field& field, const Article& article, PostingTable& into) {
  const std::vector<std::string_view> texts = schema::texts_of(field, article);
  switch (field.kind) {
    case Kind::kPhrase:
      if (field.id == FieldId::kUrl) return add_urls(field, article, into);
      return add_values(field, texts, into);
    case Kind::kKeyword:
      for (const std::string_view text : texts) add_keyword(field, text, into);
      return;
    case Kind::kHidden:
      for (const std::string_view text : texts) into.add(field.value_prefix, text, 0);
      for (const std::string& text : schema::withholding_texts(field, article)) {
        into.add(field.value_prefix, text, 0);
      }
      return;
    case Kind::kDate:
      return add_day(schema::timestamp_of(field, article), into);
    case Kind::kText:    // TextTerms adds these
    case Kind::kEntity:  // below, in the order in which the article has them
    case Kind::kStored:
      return;
  }
}

void FieldTerms::add(const Article& article, PostingTable& into) {
  for (const Field& field : schema::kFields) add_field(field, article, into);
  std::uint32_t position = 0;
  for (const Entity& entity : article.entities) add_entity(entity, position, into);
}

namespace {

std::string slot_value(const Field& field, const Article& article) {
  if (field.entity) return schema::encode_marks(article, *field.entity);
  if (field.kind == Kind::kDate) {
    const auto& when = schema::timestamp_of(field, article);
    return when ? digits_of(when->day()) : std::string();
  }
  const auto texts = schema::texts_of(field, article);
  if (texts.empty()) return {};
  if (schema::holds_list(field)) return schema::encode_value_marks(texts);
  return field.kind == Kind::kKeyword ? schema::keyword_form(field, texts.front())
                                      : text::fold_value(texts.front());
}

std::string instant_value(const Field& field, const Article& article) {
  const auto& when = schema::timestamp_of(field, article);
  if (!when) return {};
  return Xapian::sortable_serialise(static_cast<double>(when->instant()));
}

}  // namespace

std::vector<std::pair<Slot, std::string>> slot_values(const Article& article) {
  std::vector<std::pair<Slot, std::string>> values;
  const auto put = [&](Slot slot, std::string value) {
    if (!value.empty()) values.emplace_back(slot, std::move(value));
  };
  for (const Field& field : schema::kFields) {
    if (field.slot != Slot::kNone) put(field.slot, slot_value(field, article));
    if (field.instant_slot != Slot::kNone) put(field.instant_slot, instant_value(field, article));
  }
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace dateline::indexer

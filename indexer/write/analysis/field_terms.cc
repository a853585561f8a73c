#include "indexer/write/analysis/field_terms.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <set>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "common/names/spelling.h"
#include "common/schema/entity_marks.h"

namespace dateline::indexer {
namespace {

using schema::FieldId;
using schema::Slot;

FieldId field_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return FieldId::kPerson;
    case EntityType::kOrganisation:
      return FieldId::kOrganisation;
    case EntityType::kPlace:
      break;
  }
  return FieldId::kPlace;
}

// "20200106".
std::string digits_of(std::chrono::year_month_day day) {
  return replace_all(format_day(day), "-", "");
}

void add_day(const Article& article, PostingTable& into) {
  if (!article.published) return;
  const std::string digits = digits_of(article.published->day());
  into.add(schema::kDayPrefix, digits, 0);
  into.add(schema::kMonthPrefix, digits.substr(0, 6), 0);
  into.add(schema::kYearPrefix, digits.substr(0, 4), 0);
}

// "en-GB" is found by en-gb and by en.
void add_language(const Article& article, PostingTable& into) {
  if (article.language.empty()) return;
  const std::string tag = to_ascii_lower(article.language);
  const std::string_view prefix = schema::field(FieldId::kLanguage).value_prefix;
  into.add(prefix, tag, 0);
  into.add(prefix, tag.substr(0, tag.find('-')), 0);
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

void FieldTerms::add_values(FieldId id, const std::vector<std::string>& values,
                            PostingTable& into) {
  std::uint32_t position = 0;
  const schema::Field& field = schema::field(id);
  for (const std::string& value : values) {
    const std::string folded = text::fold_value(value);
    if (!folded.empty()) into.add(field.value_prefix, folded, 0);
    position = add_words(field.word_prefix, value, position, into);
  }
}

void FieldTerms::add_entity(const Entity& entity, std::uint32_t& position, PostingTable& into) {
  const schema::Field& field = schema::field(field_of(entity.type));
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

void FieldTerms::add_url(const std::string& url, std::uint32_t position, PostingTable& into) {
  const auto normal = normalise_url(url);
  if (!normal) return;
  const schema::Field& field = schema::field(FieldId::kUrl);
  const std::string_view address = std::string_view(*normal).substr(normal->find(':') + 1);
  into.add_unique(field.value_prefix, address);
  const std::string host = host_of(*normal);
  into.add_at(field.word_prefix, host, position + 1, 0);
  const std::string_view path = address.substr(std::min(address.find('/', 2), address.size()));
  const std::string words =
      replace_all(host, ".", " ") + " " + words_of_path(percent_decoded(path));
  add_words(field.word_prefix, words, position, into);
}

void FieldTerms::add(const Article& article, PostingTable& into) {
  add_values(FieldId::kByline, article.byline, into);
  add_values(FieldId::kAgency, article.agencies, into);
  add_values(FieldId::kSource, {article.source}, into);
  add_values(FieldId::kSection, {article.section}, into);
  add_values(FieldId::kTag, article.tags, into);
  std::uint32_t position = 0;
  for (const Entity& entity : article.entities) add_entity(entity, position, into);
  // Addresses are at most 4,096 bytes, so the second one begins past every word of the first.
  add_url(article.url, 0, into);
  if (article.canonical_url != article.url) add_url(article.canonical_url, 1U << 13, into);
  add_day(article, into);
  add_language(article, into);
  into.add_unique(schema::field(FieldId::kId).value_prefix, article.id);
  for (const std::string& group : article.access) {
    into.add(schema::field(FieldId::kAccess).value_prefix, group, 0);
  }
}

std::vector<std::pair<Slot, std::string>> slot_values(const Article& article) {
  std::vector<std::pair<Slot, std::string>> values;
  const auto put = [&](Slot slot, std::string value) {
    if (!value.empty()) values.emplace_back(slot, std::move(value));
  };
  if (article.published) {
    put(Slot::kInstant,
        Xapian::sortable_serialise(static_cast<double>(article.published->instant())));
    put(Slot::kDay, digits_of(article.published->day()));
  }
  put(Slot::kSource, text::fold_value(article.source));
  put(Slot::kSection, text::fold_value(article.section));
  put(Slot::kLanguage, to_ascii_lower(article.language));
  for (const EntityType type :
       {EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace}) {
    put(schema::slot_of(type), schema::encode_marks(article, type));
  }
  return values;
}

}  // namespace dateline::indexer

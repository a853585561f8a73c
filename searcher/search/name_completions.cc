#include "searcher/search/name_completions.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/text/tokenizer.h"
#include "searcher/query/pattern.h"
#include "searcher/query/vocabulary.h"
#include "searcher/search/hits.h"

namespace dateline::search {
namespace {

using schema::Field;
using schema::FieldId;

constexpr std::size_t kTermsLookedAt = 500;
constexpr std::size_t kTermsLookedAtForErrors = 250;
// Words of names that are followed to the names, and articles whose terms are read for each: some
// 30 us an article.
constexpr std::size_t kWordsFollowed = 3;
constexpr std::size_t kArticlesRead = 4;

struct NameKind {
  FieldId field;
  EntityType type;
  Completion::Kind completion;
};
constexpr std::array<NameKind, 3> kNameKinds{
    {{FieldId::kPerson, EntityType::kPerson, Completion::Kind::kPerson},
     {FieldId::kOrganisation, EntityType::kOrganisation, Completion::Kind::kOrganisation},
     {FieldId::kPlace, EntityType::kPlace, Completion::Kind::kPlace}}};

using Counts = std::map<std::string, std::uint64_t>;

std::vector<std::pair<std::string, std::uint64_t>> most_frequent(const Counts& counts,
                                                                 std::size_t most) {
  std::vector<std::pair<std::string, std::uint64_t>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (out.size() > most) out.resize(most);
  return out;
}

Counts walk(const Xapian::Database& db, std::string_view prefix, const std::string& beginning,
            std::size_t edits) {
  Counts found;
  query::Vocabulary vocabulary(db, edits == 0 ? kTermsLookedAt : kTermsLookedAtForErrors);
  const auto set = query::beginning_set(beginning, edits);
  vocabulary.walk({prefix}, *set, [&](std::string_view word, std::uint64_t articles) {
    found.emplace(word, articles);
  });
  return found;
}

// Articles that have the term: half of them from the beginning of the index, half from its end.
std::vector<Xapian::docid> articles_of(const Xapian::Database& db, const std::string& term) {
  std::vector<Xapian::docid> out;
  auto at = db.postlist_begin(term);
  const auto end = db.postlist_end(term);
  for (; at != end && out.size() < kArticlesRead / 2; ++at) out.push_back(*at);
  if (at != end) at.skip_to(db.get_lastdocid() / 8 * 7);
  for (; at != end && out.size() < kArticlesRead; ++at) out.push_back(*at);
  return out;
}

bool has_word(std::string_view name, std::string_view word) {
  const std::vector<std::string_view> words = split(name, ' ');
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The names in an article that have the word.
void add_names(const Xapian::Database& db, Xapian::docid article, const Field& field,
               std::string_view word, Counts& into) {
  const std::string prefix(field.value_prefix);
  const auto end = db.termlist_end(article);
  auto term = db.termlist_begin(article);
  for (term.skip_to(prefix); term != end; ++term) {
    const std::string text = *term;
    if (text.compare(0, prefix.size(), prefix) != 0) return;
    const std::string name = text.substr(prefix.size());
    if (has_word(name, word)) into.emplace(name, db.get_termfreq(text));
  }
}

Counts folded_names(const Xapian::Database& db, const Field& field, const TypedBeginning& typed,
                    std::size_t edits) {
  const bool one_word = typed.whole.empty() && !typed.last.empty();
  // A walk with errors costs most, and words lead to whole names too.
  Counts names;
  if (!one_word || edits == 0) names = walk(db, field.value_prefix, typed.value, edits);
  if (!one_word) return names;
  const Counts words = walk(db, field.word_prefix, typed.last, edits);
  for (const auto& [word, articles] : most_frequent(words, kWordsFollowed)) {
    for (const Xapian::docid id : articles_of(db, schema::make_term(field.word_prefix, word))) {
      add_names(db, id, field, word, names);
    }
  }
  return names;
}

// How an article that has the name writes it in full: "esper" → "Mark Esper".
std::optional<std::string> written(const store::IndexReader& index, const NameKind& kind,
                                   const std::string& name) {
  const std::string term = schema::make_term(schema::field(kind.field).value_prefix, name);
  const Xapian::docid first = index.first(term);
  if (first == 0) return std::nullopt;
  const std::string data = index.database().get_document(first).get_data();
  const auto record = schema::decode_record(without_body(data));
  if (!record) return std::nullopt;
  for (const Entity& entity : record->entities) {
    if (entity.type != kind.type) continue;
    const bool fits =
        text::fold_value(entity.name) == name ||
        std::any_of(entity.forms.begin(), entity.forms.end(),
                    [&](const std::string& form) { return text::fold_value(form) == name; });
    if (fits) return entity.name;
  }
  return std::nullopt;
}

struct FoldedName {
  const NameKind* kind;
  std::string name;
  std::uint64_t articles;
};

// Of all kinds together, the most frequent first.
std::vector<FoldedName> all_folded_names(const Xapian::Database& db, const TypedBeginning& typed,
                                         std::size_t edits, std::size_t most) {
  std::vector<FoldedName> out;
  for (const NameKind& kind : kNameKinds) {
    const Counts names = folded_names(db, schema::field(kind.field), typed, edits);
    for (const auto& [name, articles] : most_frequent(names, most)) {
      out.push_back({&kind, name, articles});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const FoldedName& a, const FoldedName& b) {
    return a.articles > b.articles;
  });
  return out;
}

}  // namespace

std::vector<Completion> names_from(const store::IndexReader& index, const TypedBeginning& typed,
                                   std::size_t edits, std::size_t most) {
  std::vector<Completion> out;
  if (typed.value.empty()) return out;
  const Xapian::Database& db = index.database();
  // Reading how a name is written is what costs most: several of one entity are read, but not all.
  std::size_t left = 2 * most;
  for (const FoldedName& folded : all_folded_names(db, typed, edits, most)) {
    if (out.size() == most || left-- == 0) break;
    const auto text = written(index, *folded.kind, folded.name);
    if (!text) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Completion& one) {
      return one.text == *text && one.kind == folded.kind->completion;
    });
    if (known) continue;
    const std::string_view prefix = schema::field(folded.kind->field).value_prefix;
    const auto whole = schema::make_term(prefix, text::fold_value(*text));
    out.push_back({*text, folded.kind->completion, db.get_termfreq(whole)});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Completion& a, const Completion& b) { return a.count > b.count; });
  return out;
}

}  // namespace dateline::search

// "esp": whole names that begin so ("esper"), and names of which a word does, which are found
// through articles that have the word: a person's articles lead to "mark esper". Names are kept
// folded in terms; how a name is written ("Mark Esper") stands in a record, which is read for
// those alone that are shown. Tested by tests/searcher/search/suggest_test.cc.
#include "searcher/search/completion/name_completions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/schema/fields.h"
#include "common/text/values.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/matching/term_walk.h"

namespace dateline::search {
namespace {

using schema::Field;
using schema::FieldId;

// A short beginning has more names than can be looked at, and its words lead to the frequent ones.
constexpr Looks kLooksAtNames{250, 500};
constexpr Looks kLooksAtWords{500, 800};
constexpr Looks kLooksForErrors{250, 500};
// Words of names that are followed to the names, and articles whose terms are read for each: some
// 20 us an article.
constexpr std::size_t kWordsFollowed = 3;
constexpr std::size_t kArticlesRead = 8;
constexpr std::size_t kMostInVain = 3;

struct NameKind {
  FieldId field;
  EntityType type;
};
constexpr std::array<NameKind, 3> kNameKinds{{{FieldId::kPerson, EntityType::kPerson},
                                              {FieldId::kOrganisation, EntityType::kOrganisation},
                                              {FieldId::kPlace, EntityType::kPlace}}};

Completion::Kind completion_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return Completion::Kind::kPerson;
    case EntityType::kOrganisation:
      return Completion::Kind::kOrganisation;
    case EntityType::kPlace:
      break;
  }
  return Completion::Kind::kPlace;
}

bool has_word(std::string_view name, std::string_view word) {
  const std::vector<std::string_view> words = split(name, ' ');
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The names in an article that have the word, each as of one article.
void add_names(const Xapian::Database& db, Xapian::docid article, const Field& field,
               std::string_view word, TermCounts& into) {
  const std::string prefix(field.value_prefix);
  const auto end = db.termlist_end(article);
  auto term = db.termlist_begin(article);
  for (term.skip_to(prefix); term != end; ++term) {
    const std::string text = *term;
    if (text.compare(0, prefix.size(), prefix) != 0) return;
    const std::string name = text.substr(prefix.size());
    if (has_word(name, word)) into.emplace(name, 1);
  }
}

// The names that have the word, from articles here and there: in each shard, from its beginning and
// from near its end, as long as articles are left to read and bring names.
void follow(const store::IndexReader& index, const Field& field, const std::string& word,
            TermCounts& into) {
  const std::string term = schema::make_term(field.word_prefix, word);
  std::size_t left = kArticlesRead;
  std::size_t in_vain = 0;
  for (const std::size_t shard : looking_order(index)) {
    const Xapian::Database& db = index.shard(shard);
    auto at = db.postlist_begin(term);
    const auto end = db.postlist_end(term);
    for (const Xapian::docid from : {Xapian::docid{1}, db.get_lastdocid() / 8 * 7}) {
      if (at != end) at.skip_to(from);
      if (at == end) break;
      const std::size_t before = into.size();
      if (index.is_live(index.document(shard, *at))) add_names(db, *at, field, word, into);
      in_vain = into.size() > before ? 0 : in_vain + 1;
      if (--left == 0 || in_vain == kMostInVain) return;
      ++at;
    }
  }
}

TermCounts folded_names(const store::IndexReader& index, const Field& field,
                        const TypedBeginning& typed, std::size_t edits, std::size_t most) {
  const bool one_word = typed.whole.empty() && !typed.last.empty();
  WalkedTerms names;
  // A walk with errors costs most, and words lead to whole names too.
  if (!one_word || edits == 0) {
    names = terms_from(index, field.value_prefix, typed.value, edits,
                       edits == 0 ? kLooksAtNames : kLooksForErrors);
  }
  TermCounts out = std::move(names.articles);
  const bool counted = names.complete;
  if (one_word) {
    const WalkedTerms words = terms_from(index, field.word_prefix, typed.last, edits,
                                         edits == 0 ? kLooksAtWords : kLooksForErrors);
    TermCounts followed;
    for (const auto& [word, articles] : most_frequent(words.articles, kWordsFollowed)) {
      follow(index, field, word, followed);
    }
    // Names are long and many: those that are known already are the likeliest.
    std::erase_if(followed, [&](const auto& one) { return out.contains(one.first); });
    count_all(index, field.value_prefix, followed);
    out.merge(followed);
  }
  if (counted) return out;
  TermCounts likely;
  for (auto& [name, articles] : most_frequent(out, most)) likely.emplace(name, articles);
  count_all(index, field.value_prefix, likely);
  return likely;
}

}  // namespace

void sort_names(std::vector<FoldedName>& names) {
  std::stable_sort(names.begin(), names.end(), [](const FoldedName& a, const FoldedName& b) {
    return a.articles > b.articles;
  });
}

std::vector<FoldedName> begun_names(const store::IndexReader& index, const TypedBeginning& typed,
                                    std::size_t edits, std::size_t most) {
  std::vector<FoldedName> out;
  if (typed.value.empty()) return out;
  for (const NameKind& kind : kNameKinds) {
    const TermCounts names = folded_names(index, schema::field(kind.field), typed, edits, 2 * most);
    for (auto& [name, articles] : most_frequent(names, most)) {
      out.push_back({kind.type, std::move(name), articles});
    }
  }
  if (index.articles() < index.database().get_doccount()) {
    std::erase_if(out, [&](const FoldedName& folded) {
      const std::string_view prefix = schema::field_of(folded.type).value_prefix;
      return index.first(schema::make_term(prefix, folded.name)) == 0;
    });
  }
  sort_names(out);
  return out;
}

NameCompletions::NameCompletions(std::vector<FoldedName> names, const names::Aliases* aliases,
                                 Names kind, NameSource& source)
    : aliases_(aliases),
      kind_(kind),
      source_(source),
      surnames_left_(kMostSurnamesAsked),
      waiting_(std::move(names)) {}

const std::vector<Completion>& NameCompletions::read(std::size_t most) {
  bool more = false;
  for (; found_.size() < most && next_ < waiting_.size(); ++next_)
    more = add(waiting_[next_]) || more;
  if (more) {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Completion& a, const Completion& b) { return a.count > b.count; });
  }
  return found_;
}

// Counts of one entity's names overlap: the highest is what it has at least.
bool NameCompletions::add(const FoldedName& folded) {
  const auto text = source_.in_full(folded.type, folded.name);
  if (!text) return false;
  const std::uint64_t articles = source_.articles(folded.type, text::fold_value(*text));
  std::string name = shown(folded.type, *text);
  const Completion::Kind kind = completion_of(folded.type);
  if (Completion* known = like(name, folded.type, kind)) {
    known->count = std::max(known->count, articles);
    return false;
  }
  found_.push_back({std::move(name), kind, articles});
  return true;
}

std::string NameCompletions::shown(EntityType type, const std::string& written) {
  if (kind_ == Names::kWritten) return written;
  std::string name = canonical_name(aliases_, type, written);
  const std::string surname = type == EntityType::kPerson ? lone_surname(name) : std::string();
  if (surname.empty() || surnames_left_ == 0) return name;
  --surnames_left_;
  const Surname& known = source_.surname(surname);
  const auto meant = known.meant_mostly();
  return meant ? known.bearers()[*meant].name : name;
}

Completion* NameCompletions::like(const std::string& text, EntityType type, Completion::Kind kind) {
  const auto same = std::find_if(found_.begin(), found_.end(), [&](const Completion& one) {
    if (one.kind != kind) return false;
    if (one.text == text) return true;
    return kind_ == Names::kFolded && names::compare_names(one.text, text, type).same;
  });
  return same == found_.end() ? nullptr : &*same;
}

}  // namespace dateline::search

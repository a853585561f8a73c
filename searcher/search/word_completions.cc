#include "searcher/search/word_completions.h"

#include <algorithm>
#include <map>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "searcher/query/pattern.h"
#include "searcher/query/vocabulary.h"

namespace dateline::search {
namespace {

using schema::FieldId;

// A term looked at costs some tenths of a microsecond, an article's words some ten microseconds.
constexpr std::size_t kTermsLookedAt = 1'000;
constexpr std::size_t kArticlesLookedAt = 32;

std::string_view word_prefix(FieldId id) { return schema::field(id).word_prefix; }

// Signs have their place inside a word alone: "covid-19", but neither "us." nor "#metoo".
bool is_readable(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return is_ascii_alnum(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  });
}

using Counts = std::map<std::string, std::uint64_t>;

// False where there are more words than are looked at.
bool walk_words(const Xapian::Database& db, FieldId field, query::WordSet& set, Counts& into) {
  query::Vocabulary vocabulary(db, kTermsLookedAt);
  return vocabulary.walk({word_prefix(field)}, set,
                         [&](std::string_view word, std::uint64_t articles) {
                           if (!is_readable(word)) return;
                           std::uint64_t& known = into[std::string(word)];
                           known = std::max(known, articles);
                         });
}

// Nearly every word of a headline stands in its article's body too.
std::uint64_t articles_with(const Xapian::Database& db, const std::string& word) {
  return std::max(db.get_termfreq(schema::make_term(word_prefix(FieldId::kBody), word)),
                  db.get_termfreq(schema::make_term(word_prefix(FieldId::kHeadline), word)));
}

void add_words_of(const Xapian::Database& db, Xapian::docid article, const std::string& beginning,
                  Counts& into) {
  const auto end = db.termlist_end(article);
  auto term = db.termlist_begin(article);
  for (term.skip_to(beginning); term != end; ++term) {
    const std::string word = *term;
    if (word.compare(0, beginning.size(), beginning) != 0) return;
    if (!is_readable(word)) continue;
    const auto [place, is_new] = into.try_emplace(word, 0);
    if (is_new) place->second = articles_with(db, word);
  }
}

// "nonbinding" where "non-binding" is written at least as often: the index has the one for the
// other.
void drop_solid_twins(Counts& words) {
  Counts solid;
  for (const auto& [word, articles] : words) {
    if (word.find('-') == std::string::npos) continue;
    std::uint64_t& most = solid[replace_all(word, "-", "")];
    most = std::max(most, articles);
  }
  for (const auto& [word, articles] : solid) {
    const auto twin = words.find(word);
    if (twin != words.end() && twin->second <= articles) words.erase(twin);
  }
}

std::vector<WordCount> most_frequent(const Counts& words, std::size_t most) {
  std::vector<WordCount> out;
  for (const auto& [word, articles] : words) out.push_back({word, articles});
  std::stable_sort(out.begin(), out.end(),
                   [](const WordCount& a, const WordCount& b) { return a.articles > b.articles; });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace

std::vector<Xapian::docid> spread_articles(const Xapian::Database& db, std::size_t most) {
  std::vector<Xapian::docid> out;
  auto all = db.postlist_begin("");
  const auto end = db.postlist_end("");
  const std::size_t step = std::max<std::size_t>(1, db.get_lastdocid() / most);
  for (std::size_t at = 1; all != end && out.size() < most; at += step) {
    all.skip_to(static_cast<Xapian::docid>(at));
    if (all != end && (out.empty() || *all != out.back())) out.push_back(*all);
  }
  return out;
}

std::vector<WordCount> words_from(const Xapian::Database& db, const std::string& beginning,
                                  std::size_t edits, std::size_t most) {
  Counts words;
  bool complete = true;
  for (const FieldId field : {FieldId::kHeadline, FieldId::kBody}) {
    const auto set = query::beginning_set(beginning, edits);
    complete = walk_words(db, field, *set, words) && complete;
  }
  if (!complete && edits == 0) {
    for (const Xapian::docid article : spread_articles(db, kArticlesLookedAt)) {
      add_words_of(db, article, beginning, words);
    }
  }
  drop_solid_twins(words);
  // A walk that ended early may know a word of a headline alone.
  Counts best;
  for (const WordCount& one : most_frequent(words, 4 * most)) {
    best[one.word] = complete ? one.articles : articles_with(db, one.word);
  }
  return most_frequent(best, most);
}

}  // namespace dateline::search

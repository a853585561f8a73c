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
// With a typing error most looks skip to another beginning, and some hundred of them reach all.
constexpr std::size_t kTermsLookedAt = 400;
constexpr std::size_t kTermsLookedAtForErrors = 600;
constexpr std::size_t kArticlesLookedAt = 16;

std::string_view word_prefix(FieldId id) { return schema::field(id).word_prefix; }

// Signs have their place inside a word alone: "covid-19", but neither "us." nor "#metoo".
bool is_readable(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return is_ascii_alnum(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  });
}

using Counts = std::map<std::string, std::uint64_t>;

// False where there are more words than are looked at.
bool walk_words(const Xapian::Database& db, FieldId field, query::WordSet& set, std::size_t most,
                Counts& into) {
  query::Vocabulary vocabulary(db, most);
  return vocabulary.walk({word_prefix(field)}, set,
                         [&](std::string_view word, std::uint64_t articles) {
                           if (!is_readable(word)) return;
                           std::uint64_t& known = into[std::string(word)];
                           known = std::max(known, articles);
                         });
}

// Counts the word in an article's body once.
void add_words_of(const Xapian::Database& db, Xapian::docid article, const std::string& beginning,
                  Counts& into) {
  const auto end = db.termlist_end(article);
  auto term = db.termlist_begin(article);
  for (term.skip_to(beginning); term != end; ++term) {
    const std::string word = *term;
    if (word.compare(0, beginning.size(), beginning) != 0) return;
    if (is_readable(word)) ++into[word];
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

// A walk that ended early knows of the first words, and of words of headlines; articles here and
// there know the frequent ones. The likeliest of each are counted.
Counts with_sample(const Xapian::Database& db, const std::string& beginning, std::size_t edits,
                   std::size_t most, const Counts& walked) {
  Counts sampled;
  if (edits == 0) {
    for (const Xapian::docid article : spread_articles(db, kArticlesLookedAt)) {
      add_words_of(db, article, beginning, sampled);
    }
  }
  Counts out;
  for (const Counts* counts : {&walked, static_cast<const Counts*>(&sampled)}) {
    for (const WordCount& one : most_frequent(*counts, 2 * most)) {
      const auto [place, is_new] = out.try_emplace(one.word, one.articles);
      if (!is_new) continue;
      // Nearly every word of a headline stands in its article's body too.
      const std::string term = schema::make_term(word_prefix(FieldId::kBody), one.word);
      place->second = std::max<std::uint64_t>(one.articles, db.get_termfreq(term));
    }
  }
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
  const std::size_t looks = edits == 0 ? kTermsLookedAt : kTermsLookedAtForErrors;
  bool complete = true;
  for (const FieldId field : {FieldId::kBody, FieldId::kHeadline}) {
    // A walk with errors costs most, and nearly every word of a headline stands in a body.
    if (edits > 0 && !words.empty()) break;
    const auto set = query::beginning_set(beginning, edits);
    complete = walk_words(db, field, *set, looks, words) && complete;
  }
  if (!complete) words = with_sample(db, beginning, edits, most, words);
  drop_solid_twins(words);
  return most_frequent(words, most);
}

}  // namespace dateline::search

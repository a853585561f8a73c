// "ele": a walk over the vocabulary meets the first few hundred words behind it, and the words of
// some articles spread over the index are counted: the first knows "elect", which is rare, the
// second "election", which is frequent and far behind. The likeliest of both are counted exactly.
// Tested by tests/searcher/search/suggest_test.cc.
#include "searcher/search/completion/word_completions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/text/stop_words.h"
#include "searcher/search/matching/term_walk.h"

namespace dateline::search {
namespace {

using schema::FieldId;

// A term looked at costs some tenths of a microsecond, an article's words some ten microseconds.
// With a typing error most looks skip to another beginning, which is ten times dearer, and some
// hundred of them reach all.
constexpr Looks kLooks{400, 1'000};
constexpr Looks kLooksForErrors{600, 1'200};
constexpr std::size_t kArticlesLookedAt = 24;

std::string_view word_prefix(FieldId id) { return schema::field(id).word_prefix; }

// Signs have their place inside a word alone: "covid-19", but neither "us." nor "#metoo".
bool is_readable(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return is_ascii_alnum(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  });
}

WalkedTerms walk_words(const store::IndexReader& index, FieldId field, const std::string& beginning,
                       std::size_t edits) {
  WalkedTerms walked = terms_from(index, word_prefix(field), beginning, edits,
                                  edits == 0 ? kLooks : kLooksForErrors);
  std::erase_if(walked.articles, [](const auto& one) { return !is_readable(one.first); });
  return walked;
}

// Articles spread evenly over the index: the numbers of those that a shard has its share of.
template <typename Visit>
void visit_spread(const store::IndexReader& index, std::size_t most, const Visit& visit) {
  const std::uint64_t step = std::max<std::uint64_t>(1, index.database().get_doccount() / most);
  std::uint64_t next = step / 2;
  for (std::size_t i = 0; i < index.shards(); ++i) {
    const Xapian::Database& db = index.shard(i);
    auto at = db.postlist_begin("");
    const auto end = db.postlist_end("");
    for (; next < db.get_doccount() && at != end; next += step) {
      at.skip_to(static_cast<Xapian::docid>(next + 1));
      if (at != end) visit(db, *at);
    }
    next -= std::min<std::uint64_t>(next, db.get_doccount());
  }
}

// Counts each word of an article's body once.
void add_words_of(const Xapian::Database& db, Xapian::docid article, const std::string& beginning,
                  TermCounts& into) {
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
void drop_solid_twins(TermCounts& words) {
  TermCounts solid;
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

// A walk that ended early knows of the first words; articles here and there know the frequent ones.
// The likeliest of each are counted, in bodies: nearly every word of a headline stands in its
// article's body too.
TermCounts with_sample(const store::IndexReader& index, const std::string& beginning,
                       std::size_t edits, std::size_t most, const TermCounts& walked) {
  TermCounts sampled;
  if (edits == 0) {
    visit_spread(index, kArticlesLookedAt, [&](const Xapian::Database& db, Xapian::docid article) {
      add_words_of(db, article, beginning, sampled);
    });
  }
  TermCounts out;
  for (const auto& [word, articles] : most_frequent(walked, 2 * most)) out.emplace(word, articles);
  for (const auto& [word, articles] : most_frequent(sampled, 2 * most)) out.emplace(word, articles);
  count_all(index, word_prefix(FieldId::kBody), out);
  return out;
}

// The articles that count of those that have the word, at most `known`; none where all have gone.
std::optional<std::uint64_t> articles_that_count(const store::IndexReader& index,
                                                 const std::string& word, std::uint64_t known) {
  if (index.articles() == index.database().get_doccount()) return known;
  std::uint64_t count = 0;
  for (const std::string& term : terms_of_word(word)) {
    if (index.first(term) != 0) count = std::max(count, index.estimate(term));
  }
  if (count == 0) return std::nullopt;
  return std::min(count, known);
}

std::vector<WordCount> those_that_count(const store::IndexReader& index, const TermCounts& words,
                                        std::size_t most, const Wanted& wanted) {
  std::vector<WordCount> out;
  for (const auto& [word, articles] : most_frequent(words, words.size())) {
    if (most == 0) break;
    const auto count = articles_that_count(index, word, articles);
    if (!count) continue;
    out.push_back({word, *count, wanted(word)});
    if (out.back().wanted) --most;
  }
  return out;
}

TermCounts begun_words(const store::IndexReader& index, const std::string& beginning,
                       std::size_t edits, std::size_t most) {
  WalkedTerms words = walk_words(index, FieldId::kBody, beginning, edits);
  // Words of headlines alone are rare, and a walk with errors costs most.
  if (words.complete && words.articles.size() < (edits == 0 ? most : 1)) {
    const WalkedTerms more = walk_words(index, FieldId::kHeadline, beginning, edits);
    words.complete = more.complete;
    for (const auto& [word, articles] : more.articles) {
      std::uint64_t& known = words.articles[word];
      known = std::max(known, articles);
    }
  }
  if (words.complete) return std::move(words.articles);
  return with_sample(index, beginning, edits, most, words.articles);
}

}  // namespace

query::FormSet terms_of_word(const std::string& word) {
  return {schema::make_term(word_prefix(FieldId::kBody), word),
          schema::make_term(word_prefix(FieldId::kHeadline), word)};
}

std::vector<WordCount> words_from(const store::IndexReader& index, const std::string& beginning,
                                  std::size_t edits, std::size_t most, const Wanted& wanted) {
  TermCounts words = begun_words(index, beginning, edits, most);
  drop_solid_twins(words);
  return those_that_count(index, words, most, wanted);
}

std::map<std::string, std::uint64_t> word_tallies(const store::IndexReader& index,
                                                  const std::string& beginning, std::size_t edits,
                                                  std::size_t most) {
  const TermCounts words = begun_words(index, beginning, edits, most);
  std::map<std::string, std::uint64_t> out;
  const auto any = [](const std::string&) { return true; };
  for (WordCount& one : those_that_count(index, words, most, any)) {
    out.emplace(std::move(one.word), one.articles);
  }
  return out;
}

std::vector<WordCount> likeliest_words(std::map<std::string, std::uint64_t> words, std::size_t most,
                                       const Wanted& wanted) {
  TermCounts counts(std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  drop_solid_twins(counts);
  std::vector<WordCount> out;
  for (const auto& [word, articles] : most_frequent(counts, counts.size())) {
    if (most == 0) break;
    out.push_back({word, articles, wanted(word)});
    if (out.back().wanted) --most;
  }
  return out;
}

bool is_wanted(const std::string& word, bool after_words,
               const std::vector<std::string>& languages) {
  const bool all = after_words || languages.empty();
  return std::none_of(
      languages.begin(), all ? languages.end() : languages.begin() + 1,
      [&](const std::string& language) { return text::is_stop_word(word, language); });
}

std::vector<Completion> as_completions(const std::vector<WordCount>& words,
                                       const TypedBeginning& typed) {
  std::vector<Completion> out;
  for (const WordCount& word : words) {
    if (word.wanted) {
      out.push_back({typed.before + word.word, Completion::Kind::kWord, word.articles});
    }
  }
  return out;
}

}  // namespace dateline::search

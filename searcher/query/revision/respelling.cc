// A word that the index has in no inflection, or seldom, is in doubt; what may have been meant
// comes from spelling.h, each choice with its likelihood:
//
//   presdient of irak   →   president, present, …   iraq, iran, …
//                       →   president of iraq; then the likeliest way that differs in one word
//
// The first way takes the likeliest choice for each doubt; the others change one of them, the
// likeliest way first. Words are put into the text as it was typed, in its case: Irak becomes
// Iraq. Tested by tests/searcher/query/revision/revision_test.cc.
#include "searcher/query/revision/respelling.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/text/stemmer.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"
#include "searcher/query/language/parser.h"
#include "searcher/query/language/plain_text.h"
#include "searcher/query/revision/spelling.h"
#include "searcher/query/rewrite/words.h"

namespace dateline::query {
namespace {

// Beyond these, a query of many words would be offered in a hundred ways.
constexpr std::size_t kMostChoices = 3;
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kMostRevisions = 6;
// A hundred times less likely than the best choice.
constexpr double kWorthOffering = 4.6;

// A word of the query that may be wrong: its bytes, and what may have been meant.
struct Doubt {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t articles = 0;  // that have it: it may be right
  std::vector<Respelled> choices;
};

bool is_plain(const Node& node) {
  return !node.edits && node.text.find_first_of("*?") == std::string::npos;
}

// Fields whose words are words of language or names.
bool has_words(const Scope& scope) {
  return scope.is_anywhere() || scope.is(schema::Kind::kText) || scope.is(schema::Kind::kEntity) ||
         (scope.is(schema::Kind::kPhrase) && !scope.is_literal());
}

std::vector<std::string_view> prefixes_of(const Scope& scope) {
  if (scope.is_anywhere()) return word_prefixes(nullptr);
  std::vector<std::string_view> prefixes;
  for (const schema::Field* field : *scope.fields) prefixes.push_back(field->word_prefix);
  return prefixes;
}

// "Irak" → "Iraq".
std::string in_case_of(std::string_view typed, std::string word) {
  const bool capitalised =
      typed.size() > 1 && is_ascii_upper(typed[0]) && !is_ascii_upper(typed[1]);
  if (capitalised && is_ascii_lower(word[0])) word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

class Doubts {
 public:
  Doubts(std::string_view text, const QueryOptions& options, Vocabulary& vocabulary)
      : text_(text), options_(options), vocabulary_(vocabulary) {
    for (const std::string& language : options.languages) stemmers_.emplace_back(language);
  }

  std::vector<Doubt> of(const Node& tree) {
    collect(tree, {}, true);
    return std::move(found_);
  }

 private:
  // `whole`: the node stands by itself or in a list, where two words may take the place of one.
  void collect(const Node& node, const Scope& scope, bool whole) {
    if (node.kind == Node::Kind::kNot) return;
    if (node.kind == Node::Kind::kWord || node.kind == Node::Kind::kPhrase) {
      if (is_plain(node) && has_words(scope)) look_at(node, scope, whole);
    }
    const bool list = node.kind == Node::Kind::kAnd || node.kind == Node::Kind::kOr;
    for (const Node& child : node.children) {
      collect(child, node.kind == Node::Kind::kField ? node.scope : scope, list);
    }
  }

  void look_at(const Node& node, const Scope& scope, bool whole) {
    const std::size_t begin = text_.find(node.text, node.offset);
    if (begin == std::string_view::npos) return;
    const bool bare = scope.is_anywhere() && node.kind == Node::Kind::kWord && !node.exact;
    for (const text::OwnedToken& token : text::tokenize(node.text)) {
      if (token.further || !token.stemmable || looked_at_ == kMostWords) continue;
      if (bare && text::is_stop_word(token.form, options_.languages.front())) continue;
      ++looked_at_;
      const bool may_split = node.kind == Node::Kind::kPhrase || (whole && !node.exact);
      doubt(begin, token, scope, may_split);
    }
  }

  void doubt(std::size_t begin, const text::OwnedToken& token, const Scope& scope, bool may_split) {
    const std::vector<std::string_view> prefixes = prefixes_of(scope);
    const std::uint64_t articles = articles_with(token.form, prefixes, scope);
    Doubt doubt{begin + token.begin, begin + token.end, articles, {}};
    constexpr double kAny = -std::numeric_limits<double>::infinity();
    const double least = articles > 0 ? likelihood(articles) : kAny;
    doubt.choices = spellings_near(vocabulary_, token.form, prefixes, kMostChoices, least);
    std::erase_if(doubt.choices, [&](const Respelled& choice) {
      return !may_split && choice.word.find(' ') != std::string::npos;
    });
    const double best = doubt.choices.empty() ? 0 : doubt.choices.front().likelihood;
    std::erase_if(doubt.choices, [&](const Respelled& choice) {
      const bool unlikely = choice.likelihood < best - kWorthOffering;
      return unlikely || choice.likelihood <= least;
    });
    const std::string_view typed = text_.substr(doubt.begin, doubt.end - doubt.begin);
    for (Respelled& choice : doubt.choices) choice.word = in_case_of(typed, std::move(choice.word));
    if (!doubt.choices.empty()) found_.push_back(std::move(doubt));
  }

  // Any inflection of a word shows that it is one.
  std::uint64_t articles_with(const std::string& form,
                              const std::vector<std::string_view>& prefixes, const Scope& scope) {
    std::uint64_t sum = 0;
    for (const std::string_view prefix : prefixes) sum += vocabulary_.articles_with(prefix, form);
    if (!scope.is_anywhere()) return sum;
    for (text::Stemmer& stemmer : stemmers_) {
      const std::string stem(stemmer.stem(form));
      sum = std::max<std::uint64_t>(sum, vocabulary_.articles_with(schema::kStemPrefix, stem));
    }
    return sum;
  }

  std::string_view text_;
  const QueryOptions& options_;
  Vocabulary& vocabulary_;
  std::vector<text::Stemmer> stemmers_;
  std::vector<Doubt> found_;
  std::size_t looked_at_ = 0;
};

// For each doubt the choice that is taken; nothing where the word stays.
struct Way {
  std::vector<std::optional<std::size_t>> chosen;
  double likelihood = 0;
};

double likelihood_of(const Doubt& doubt, const std::optional<std::size_t>& choice) {
  return choice ? doubt.choices[*choice].likelihood : likelihood(doubt.articles);
}

// The likeliest word in the place of each doubt; then with one of them chosen otherwise, the
// likeliest such way first.
std::vector<Way> ways_to_choose(const std::vector<Doubt>& doubts) {
  Way base;
  for (const Doubt& doubt : doubts) {
    base.chosen.emplace_back(0);
    base.likelihood += likelihood_of(doubt, 0);
  }
  std::vector<Way> ways{base};
  const auto add = [&](std::size_t i, std::optional<std::size_t> choice) {
    Way& way = ways.emplace_back(base);
    way.chosen[i] = choice;
    way.likelihood += likelihood_of(doubts[i], choice) - likelihood_of(doubts[i], 0);
  };
  for (std::size_t i = 0; i < doubts.size(); ++i) {
    for (std::size_t choice = 1; choice < doubts[i].choices.size(); ++choice) add(i, choice);
    if (doubts[i].articles > 0) add(i, std::nullopt);
  }
  std::stable_sort(ways.begin() + 1, ways.end(),
                   [](const Way& a, const Way& b) { return a.likelihood > b.likelihood; });
  return ways;
}

std::string spelled(std::string_view text, const std::vector<Doubt>& doubts, const Way& way) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < doubts.size(); ++i) {
    if (!way.chosen[i]) continue;
    out += text.substr(at, doubts[i].begin - at);
    out += doubts[i].choices[*way.chosen[i]].word;
    at = doubts[i].end;
  }
  return out += text.substr(at);
}

}  // namespace

std::vector<Revision> respellings(std::string_view typed, const QueryOptions& options,
                                  Vocabulary& vocabulary) {
  const auto plain = plain_text(typed);
  if (!plain) return {};
  const auto parsed = parse(plain->text, options.match);
  if (!parsed || !parsed->tree) return {};
  std::vector<Doubt> doubts = Doubts(plain->text, options, vocabulary).of(*parsed->tree);
  std::sort(doubts.begin(), doubts.end(),
            [](const Doubt& a, const Doubt& b) { return a.begin < b.begin; });
  std::vector<Revision> out;
  for (const Way& way : ways_to_choose(doubts)) {
    std::string query = spelled(plain->text, doubts, way);
    const bool is_new = query != plain->text &&
                        std::none_of(out.begin(), out.end(),
                                     [&](const Revision& one) { return one.query == query; });
    if (is_new && out.size() < kMostRevisions) {
      out.push_back({Revision::Kind::kRespelled, {}, std::move(query)});
    }
  }
  return out;
}

}  // namespace dateline::query

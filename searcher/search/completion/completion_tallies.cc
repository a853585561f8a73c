#include "searcher/search/completion/completion_tallies.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "searcher/search/completion/headline_completions.h"
#include "searcher/search/completion/mixing.h"
#include "searcher/search/completion/name_completions.h"
#include "searcher/search/completion/name_source.h"
#include "searcher/search/completion/typed_beginning.h"
#include "searcher/search/completion/word_completions.h"

namespace dateline::search {
namespace {

bool stands_before(const TalliedHeadline& a, const TalliedHeadline& b) {
  return std::tie(a.fit, a.rank, a.text) < std::tie(b.fit, b.rank, b.text);
}

void merge(const BegunTallies& other, BegunTallies& into) {
  for (const auto& [word, tally] : other.words) {
    TalliedWord& sum = into.words[word];
    sum.articles += tally.articles;
    sum.meets = sum.meets || tally.meets;
  }
  for (const auto& [name, tally] : other.names) {
    TalliedName& sum = into.names[name];
    sum.articles += tally.articles;
    const bool is_first = !tally.written.empty() && tally.written < sum.written;
    if (sum.written.empty() || is_first) sum.written = tally.written;
  }
  for (const auto& [name, articles] : other.in_full) into.in_full[name] += articles;
  into.headlines.insert(into.headlines.end(), other.headlines.begin(), other.headlines.end());
  std::sort(into.headlines.begin(), into.headlines.end(), stands_before);
}

// Names as the parts have told of them.
class TalliedNames final : public NameSource {
 public:
  TalliedNames(const BegunTallies& tallies, const SurnameTallies& surnames)
      : tallies_(tallies), surnames_(surnames) {}

  std::optional<std::string> in_full(EntityType type, const std::string& folded) override {
    const auto name = tallies_.names.find({type, folded});
    if (name == tallies_.names.end() || name->second.written.empty()) return std::nullopt;
    return name->second.written;
  }
  std::uint64_t articles(EntityType type, const std::string& folded) override {
    const auto name = tallies_.in_full.find({type, folded});
    return name == tallies_.in_full.end() ? 0 : name->second;
  }
  const Surname& surname(const std::string& folded) override {
    const auto surname = surnames_.find(folded);
    return surname == surnames_.end() ? nobody_ : surname->second;
  }

 private:
  const BegunTallies& tallies_;
  const SurnameTallies& surnames_;
  const Surname nobody_;
};

// The most frequent of each type, the most frequent of all first.
std::vector<FoldedName> names_of(const BegunTallies& tallies, std::size_t most) {
  std::vector<FoldedName> all;
  for (const auto& [name, tally] : tallies.names) {
    all.push_back({name.first, name.second, tally.articles});
  }
  sort_names(all);
  std::vector<FoldedName> out;
  for (const EntityType type : kEntityTypes) {
    std::size_t left = most;
    for (const FoldedName& one : all) {
      if (one.type != type || left == 0) continue;
      out.push_back(one);
      --left;
    }
  }
  sort_names(out);
  return out;
}

std::vector<WordCount> words_that_meet(const BegunTallies& tallies, const TypedBeginning& typed,
                                       std::size_t limit,
                                       const std::vector<std::string>& languages) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [word, tally] : tallies.words) counts[word] = tally.articles;
  const auto wanted = [&](const std::string& word) {
    return is_wanted(word, !typed.whole.empty(), languages);
  };
  std::vector<WordCount> words =
      likeliest_words(std::move(counts), std::max(limit, kWordsInHeadlines), wanted);
  std::erase_if(words, [&](const WordCount& one) { return !tallies.words.at(one.word).meets; });
  return words;
}

}  // namespace

void merge(const CompletionTallies& other, CompletionTallies& into) {
  for (std::size_t i = 0; i < into.by_errors.size(); ++i) {
    merge(other.by_errors[i], into.by_errors[i]);
  }
  for (const auto& [text, surname] : other.surnames) into.surnames[text].add(surname);
  into.partial = into.partial || other.partial;
}

std::vector<Completion> completions_from(const CompletionTallies& tallies, std::string_view typed,
                                         std::size_t limit, const CompletionTerms& terms) {
  const TypedBeginning beginning = read_beginning(typed);
  if (beginning.empty() || limit == 0) return {};
  const BegunTallies& exact = tallies.by_errors[0];
  const bool nothing = exact.words.empty() && exact.names.empty();
  const std::size_t edits = nothing && tolerates_errors(beginning) ? 1 : 0;
  const BegunTallies& begun = tallies.by_errors[edits];
  TalliedNames source(begun, tallies.surnames);
  NameCompletions names(names_of(begun, limit), terms.aliases, terms.names, source);
  HeadlineCompletions headlines(begun.headlines.size(),
                                [&](std::size_t place) { return begun.headlines[place].text; });
  const CompletionSources sources{
      as_completions(words_that_meet(begun, beginning, limit, terms.languages), beginning),
      [&](std::size_t most) { return names.read(most); },
      [&](std::size_t most) { return headlines.read(most); }};
  return mixed(sources, {!beginning.whole.empty(), edits}, limit, [] { return false; });
}

}  // namespace dateline::search

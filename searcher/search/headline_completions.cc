#include "searcher/search/headline_completions.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/text/tokenizer.h"
#include "searcher/search/bounded_intersection.h"
#include "searcher/search/hits.h"

namespace dateline::search {
namespace {

constexpr std::size_t kMostSteps = 1'000;
constexpr std::size_t kMostCandidates = 48;

enum class Fit { kBegins, kTogether, kApart };

struct Candidate {
  Xapian::docid article = 0;
  Fit fit = Fit::kApart;
};

query::Sequence terms_of(const std::vector<std::vector<std::string>>& words) {
  const auto& field = schema::field(schema::FieldId::kHeadline);
  query::Sequence terms;
  for (const std::vector<std::string>& forms : words) {
    query::FormSet& at = terms.emplace_back();
    for (const std::string& form : forms) at.push_back(schema::make_term(field.word_prefix, form));
  }
  return terms;
}

Fit fit_of(const std::vector<std::uint32_t>& phrases) {
  if (phrases.empty()) return Fit::kApart;
  return phrases.front() == 1 ? Fit::kBegins : Fit::kTogether;
}

// Articles from `begin` to before `end` whose headline has all words, while steps are left; the
// last one first.
std::vector<Candidate> candidates_between(const store::IndexReader& index,
                                          const query::Sequence& terms, Xapian::docid begin,
                                          Xapian::docid end, std::size_t& steps) {
  std::vector<Candidate> found;
  BoundedIntersection articles(index.database(), terms, steps);
  for (Xapian::docid at = articles.seek(begin); at < end && found.size() < kMostCandidates;
       at = articles.seek(at + 1)) {
    if (index.is_live(at)) found.push_back({at, fit_of(articles.phrases())});
  }
  std::reverse(found.begin(), found.end());
  return found;
}

// From the end of the index backwards, in pieces that grow fast: each opens all lists anew.
std::vector<Candidate> candidates(const store::IndexReader& index, const query::Sequence& terms) {
  constexpr std::uint64_t kFirstPiece = 8192;
  constexpr std::uint64_t kGrowth = 32;
  std::vector<Candidate> found;
  std::size_t steps = kMostSteps;
  Xapian::docid end = index.database().get_lastdocid() + 1;
  for (std::uint64_t piece = kFirstPiece; end > 1 && steps > 0; piece *= kGrowth) {
    const Xapian::docid begin = end > piece ? static_cast<Xapian::docid>(end - piece) : 1;
    const std::vector<Candidate> here = candidates_between(index, terms, begin, end, steps);
    found.insert(found.end(), here.begin(), here.end());
    if (found.size() >= kMostCandidates) break;
    end = begin;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.fit < b.fit; });
  return found;
}

std::string headline_of(const Xapian::Database& db, Xapian::docid article) {
  const auto record = schema::decode_record(without_body(db.get_document(article).get_data()));
  return record ? record->headline : std::string();
}

}  // namespace

std::vector<Completion> headlines_with(const store::IndexReader& index,
                                       const std::vector<std::vector<std::string>>& words,
                                       std::size_t most) {
  // Copies of a story may stand next to each other; so many articles are read at most.
  const std::size_t most_read = 3 * most;
  std::vector<Completion> out;
  std::vector<std::string> folded;
  std::size_t read = 0;
  for (const Candidate& candidate : candidates(index, terms_of(words))) {
    if (out.size() == most || read++ == most_read) break;
    std::string headline = headline_of(index.database(), candidate.article);
    if (headline.empty()) continue;
    std::string key = text::fold_value(headline);
    const auto known = std::find(folded.begin(), folded.end(), key);
    if (known != folded.end()) {
      ++out[static_cast<std::size_t>(known - folded.begin())].count;
      continue;
    }
    folded.push_back(std::move(key));
    out.push_back({std::move(headline), Completion::Kind::kHeadline, 1});
  }
  return out;
}

}  // namespace dateline::search

#include "searcher/cluster/front/asked_terms.h"

#include <algorithm>
#include <limits>
#include <set>

#include "common/schema/fields.h"
#include "searcher/cluster/messages/surname_tallies.h"
#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/cluster/protocol/refusal.h"

namespace dateline::cluster {
namespace {

constexpr std::size_t kMostKnown = 100'000;

template <typename Value>
void note(const Value& value, std::vector<Value>& list) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

const KnownTerms::Term* KnownTerms::term(const std::string& name) const {
  const auto found = terms_.find(name);
  return found == terms_.end() ? nullptr : &found->second;
}

const KnownTerms::Words* KnownTerms::words(const WalkKey& key) const {
  const auto found = walks_.find(key);
  return found == walks_.end() ? nullptr : &found->second;
}

void KnownTerms::add(const WalkKey& key, Words words) {
  words_ += words.list.size();
  walks_.insert_or_assign(key, std::move(words));
}

const search::Surname* KnownTerms::surname(const std::string& folded) const {
  const auto found = surnames_.find(folded);
  return found == surnames_.end() ? nullptr : &found->second;
}

void KnownTerms::add_surname(const std::string& folded, search::Surname surname) {
  words_ += surname.articles().size();
  surnames_.insert_or_assign(folded, std::move(surname));
}

void KnownTerms::clear() {
  terms_.clear();
  walks_.clear();
  surnames_.clear();
  words_ = 0;
}

void KnownTerms::forget_hidden() {
  std::erase_if(terms_,
                [](const auto& one) { return one.second.articles > 0 && !one.second.shown; });
  surnames_.clear();
}

bool KnownTerms::is_full() const { return terms_.size() + walks_.size() + words_ > kMostKnown; }

std::size_t AskedTerms::shards() {
  std::size_t most = 1;
  for (const Link& link : links_.links()) {
    most = std::max<std::size_t>(most, link.facts.segments());
  }
  return most;
}

Xapian::termcount AskedTerms::longest_article() {
  Xapian::termcount most = 0;
  for (const Link& link : links_.links()) {
    most = std::max<Xapian::termcount>(most, link.facts.longest_article());
  }
  return most;
}

KnownTerms::Term AskedTerms::look_up(const std::string& term) {
  if (const KnownTerms::Term* const known = known_.term(term)) return *known;
  note(term, terms_);
  return {};
}

Xapian::doccount AskedTerms::articles_with(const std::string& term) {
  constexpr std::uint64_t kMost = std::numeric_limits<Xapian::doccount>::max();
  return static_cast<Xapian::doccount>(std::min(look_up(term).articles, kMost));
}

std::uint64_t AskedTerms::occurrences_of(const std::string& term) {
  return look_up(term).occurrences;
}

bool AskedTerms::is_shown(const std::string& term) { return look_up(term).shown; }
bool AskedTerms::is_misread(const std::string& term) { return look_up(term).misread; }

std::pair<std::string, std::string> AskedTerms::values_in(Xapian::valueno slot) {
  std::pair<std::string, std::string> ends;
  if (slot != static_cast<Xapian::valueno>(schema::Slot::kDay)) return ends;
  for (const Link& link : links_.links()) {
    const std::string& least = link.facts.least_day();
    if (!least.empty() && (ends.first.empty() || least < ends.first)) ends.first = least;
    ends.second = std::max(ends.second, link.facts.greatest_day());
  }
  return ends;
}

// Those of years are among what a connection begins with, and no others are asked for.
std::vector<std::string> AskedTerms::terms_between(std::string_view prefix,
                                                   const std::string& first,
                                                   const std::string& last, std::size_t most) {
  if (prefix != schema::kYearPrefix) return {};
  std::set<std::string> terms;
  for (const Link& link : links_.links()) {
    for (const std::string& year : link.facts.years()) {
      if (year >= first && year <= last) terms.insert(year);
    }
  }
  std::vector<std::string> list(terms.begin(), terms.end());
  list.resize(std::min(list.size(), most + 1));
  return list;
}

bool AskedTerms::walk(const std::vector<std::string_view>& prefixes, query::WordSet& set,
                      const Leave& leave, const Visit& visit) {
  const KnownTerms::WalkKey key{{prefixes.begin(), prefixes.end()}, set.spec()};
  const KnownTerms::Words* const known = known_.words(key);
  if (known == nullptr) {
    note(key, walks_);
    return true;
  }
  for (const auto& [word, articles] : known->list) {
    if (!leave.look()) return false;
    visit(word, articles);
  }
  return known->complete;
}

const search::Surname* AskedTerms::surname(const std::string& folded) {
  const search::Surname* const known = known_.surname(folded);
  if (known == nullptr) note(folded, surnames_);
  return known;
}

Status AskedTerms::fetch(const wire::Call& call) {
  terms_.resize(std::min(terms_.size(), kMostTermsAsked));
  walks_.resize(std::min(walks_.size(), kMostWalksAsked));
  surnames_.resize(std::min(surnames_.size(), kMostSurnamesAsked));
  if (known_.is_full()) known_.clear();
  const auto answers = links_.ask(question(call));
  if (!answers) return failure(answers.error());
  if (auto taken = take_terms(*answers); !taken) return taken;
  if (auto taken = take_walks(*answers); !taken) return taken;
  return take_surnames(*answers);
}

wire::Question AskedTerms::question(const wire::Call& call) const {
  wire::Question question;
  *question.mutable_call() = call;
  wire::TermsQuestion& asked = *question.mutable_terms();
  asked.set_shows(asks_shown_);
  for (const std::string& term : terms_) asked.add_terms(term);
  for (const KnownTerms::WalkKey& key : walks_) {
    wire::Walk& walk = *asked.add_walks();
    for (const std::string& prefix : key.first) walk.add_prefixes(prefix);
    *walk.mutable_set() = message_of(key.second);
  }
  for (const std::string& surname : surnames_) asked.add_surnames(surname);
  return question;
}

Status AskedTerms::take_terms(const std::vector<wire::Answer>& answers) {
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    KnownTerms::Term sum;
    for (const wire::Answer& answer : answers) {
      if (static_cast<std::size_t>(answer.terms().terms_size()) != terms_.size()) {
        return failure(of_another_version());
      }
      const wire::Term& term = answer.terms().terms(static_cast<int>(i));
      sum.articles += term.articles();
      sum.occurrences += term.occurrences();
      sum.shown = sum.shown || term.shown();
      sum.misread = sum.misread || term.misread();
    }
    known_.add(terms_[i], sum);
  }
  terms_.clear();
  return {};
}

Status AskedTerms::take_walks(const std::vector<wire::Answer>& answers) {
  for (std::size_t i = 0; i < walks_.size(); ++i) {
    std::map<std::string, std::uint64_t> sums;
    KnownTerms::Words words;
    for (const wire::Answer& answer : answers) {
      if (static_cast<std::size_t>(answer.terms().walks_size()) != walks_.size()) {
        return failure(of_another_version());
      }
      const wire::Words& told = answer.terms().walks(static_cast<int>(i));
      if (told.words_size() != told.articles_size()) return failure(of_another_version());
      words.complete = words.complete && !told.incomplete();
      for (int j = 0; j < told.words_size(); ++j) sums[told.words(j)] += told.articles(j);
    }
    words.list.assign(sums.begin(), sums.end());
    known_.add(walks_[i], std::move(words));
  }
  walks_.clear();
  return {};
}

Status AskedTerms::take_surnames(const std::vector<wire::Answer>& answers) {
  if (surnames_.empty()) return {};
  search::SurnameTallies sum;
  for (const wire::Answer& answer : answers) {
    const auto tallies = surname_tallies_from(answer.terms().surnames());
    if (!tallies) return failure(tallies.error());
    search::merge(*tallies, sum);
  }
  for (const std::string& surname : surnames_) known_.add_surname(surname, sum[surname]);
  surnames_.clear();
  return {};
}

}  // namespace dateline::cluster

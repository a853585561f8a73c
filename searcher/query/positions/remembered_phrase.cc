// A posting source over a list that may still grow (MatchMemo::Matches):
//
//   known: 4 17 90, all up to 120      the next one from 20 on: 90, from the list
//                                      the next one from 100 on: the stretch behind 120 is searched
//                                      is it in 5000? that article alone is looked at
//
// A stretch that time was too short for stays unknown. Tested by
// tests/searcher/query/positions/match_memo_test.cc.
#include "searcher/query/positions/remembered_phrase.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "searcher/query/positions/position_cursors.h"

namespace dateline::query {
namespace {

// So many documents are looked through at once: some milliseconds where nearly every article has
// all words. A stretch that is not finished in time is not remembered.
constexpr Xapian::docid kStretch = 1 << 15;

// The document numbers of a stretch, whether there are such documents or not.
class StretchSource final : public Xapian::PostingSource {
 public:
  StretchSource(Xapian::docid first, Xapian::docid last) : first_(first), last_(last) {}

  void init(const Xapian::Database&) override { at_ = first_ - 1; }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_ - first_ + 1; }
  Xapian::doccount get_termfreq_max() const override { return last_ - first_ + 1; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid document, double) override { at_ = std::max(at_, document); }
  PostingSource* clone() const override {
    return std::make_unique<StretchSource>(first_, last_).release();
  }

 private:
  Xapian::docid first_;
  Xapian::docid last_;
  Xapian::docid at_ = 0;
};

Xapian::Query phrase_of(const Sequence& terms) {
  std::vector<Xapian::Query> words;
  for (const FormSet& forms : terms) {
    words.emplace_back(Xapian::Query::OP_OR, forms.begin(), forms.end());
  }
  return {Xapian::Query::OP_PHRASE, words.begin(), words.end(),
          static_cast<Xapian::termcount>(words.size())};
}

// All words must be met.
Xapian::doccount upper_bound(const Xapian::Database& db, const Sequence& terms) {
  std::uint64_t least = db.get_doccount();
  for (const FormSet& forms : terms) {
    std::uint64_t sum = 0;
    for (const std::string& form : forms) sum += db.get_termfreq(form);
    least = std::min(least, sum);
  }
  return static_cast<Xapian::doccount>(least);
}

class RememberedPhrase final : public Xapian::PostingSource {
 public:
  RememberedPhrase(std::shared_ptr<const Sequence> terms, MatchMemo& memo, Bounds bounds)
      : terms_(std::move(terms)),
        memo_(memo),
        bounds_(std::move(bounds)),
        name_(name_of(*terms_)) {}

  void init(const Xapian::Database& segment) override {
    segment_ = segment;
    cursor_ = nullptr;
    most_ = upper_bound(segment, *terms_);
    known_ = memory_of(segment);
    if (most_ == 0) known_->until = kNoDocument;
    behind_ = 0;
    document_ = 0;
    matches_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return is_all_known() ? known_count() : 0; }
  // A guess on the low side: of the documents that have all words, few have them together.
  Xapian::doccount get_termfreq_est() const override {
    return is_all_known() ? known_count() : most_ / 4;
  }
  Xapian::doccount get_termfreq_max() const override {
    return is_all_known() ? known_count() : most_;
  }
  Xapian::docid get_docid() const override { return document_; }
  bool at_end() const override { return document_ == kNoDocument; }

  void next(double) override { seek(document_ + 1); }
  void skip_to(Xapian::docid document, double) override {
    if (document > document_ || !matches_) seek(std::max(document, document_ + 1));
  }
  // Of one document, without a search for the next that matches.
  bool check(Xapian::docid document, double) override;

  PostingSource* clone() const override {
    return std::make_unique<RememberedPhrase>(terms_, memo_, bounds_).release();
  }
  std::string get_description() const override { return "\"" + name_ + "\""; }

 private:
  using Known = std::shared_ptr<MatchMemo::Matches>;

  static std::string name_of(const Sequence& terms) {
    std::vector<std::string> words;
    for (const FormSet& forms : terms) words.push_back(join(forms, "|"));
    return join(words, " ");
  }

  // Databases in memory have no name, and change.
  Known memory_of(const Xapian::Database& segment) const {
    const std::string uuid = segment.get_uuid();
    return uuid.empty() ? std::make_shared<MatchMemo::Matches>() : memo_.of(uuid, name_);
  }

  bool is_over() const { return bounds_.work->is_over(); }
  bool is_all_known() const { return known_->until == kNoDocument; }
  Xapian::doccount known_count() const {
    return static_cast<Xapian::doccount>(known_->documents.size());
  }
  void seek(Xapian::docid from);
  Xapian::docid find_known(Xapian::docid from);
  void look_further();
  bool stands_in(Xapian::docid document);

  std::shared_ptr<const Sequence> terms_;
  MatchMemo& memo_;
  Bounds bounds_;
  std::string name_;
  Xapian::Database segment_;
  Known known_;
  std::size_t behind_ = 0;  // known documents before where we are
  std::unique_ptr<SequenceCursor> cursor_;
  Xapian::doccount most_ = 0;
  Xapian::docid document_ = 0;
  bool matches_ = false;  // document_ does, as it always does but after check()
};

void RememberedPhrase::look_further() {
  const Xapian::docid first = known_->until + 1;
  const Xapian::docid last = segment_.get_lastdocid();
  const Xapian::docid end = last - std::min(last, first) < kStretch ? last : first + kStretch - 1;
  if (first <= end) {
    auto stretch = std::make_unique<StretchSource>(first, end);
    Xapian::Enquire enquire(segment_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.set_query({Xapian::Query::OP_FILTER, bounded(phrase_of(*terms_), bounds_.work),
                       Xapian::Query(stretch.release()->release())});
    const Xapian::MSet found = enquire.get_mset(0, kStretch);
    if (is_over()) return;
    known_->documents.insert(known_->documents.end(), found.begin(), found.end());
  }
  known_->until = end >= last ? kNoDocument : end;
}

// The first known one at or after `from`; kNoDocument where there is none.
Xapian::docid RememberedPhrase::find_known(Xapian::docid from) {
  const auto& documents = known_->documents;
  auto at = documents.begin() + static_cast<std::ptrdiff_t>(behind_);
  // Mostly it is the very next.
  if (at != documents.end() && *at < from) at = std::lower_bound(at + 1, documents.end(), from);
  behind_ = static_cast<std::size_t>(at - documents.begin());
  return at == documents.end() ? kNoDocument : *at;
}

void RememberedPhrase::seek(Xapian::docid from) {
  document_ = find_known(from);
  while (document_ == kNoDocument && !is_all_known() && !is_over()) {
    look_further();
    document_ = find_known(from);
  }
  const bool in_doubt = document_ == kNoDocument && !is_all_known();
  if (in_doubt && bounds_.denied && from <= segment_.get_lastdocid()) document_ = from;
  matches_ = true;
}

bool RememberedPhrase::stands_in(Xapian::docid document) {
  if (document <= known_->until) return find_known(document) == document;
  if (!cursor_) cursor_ = std::make_unique<SequenceCursor>(segment_, *terms_, *bounds_.work);
  const bool found = cursor_->seek(document) == document && cursor_->starts().next();
  return is_over() ? bounds_.denied : found;
}

bool RememberedPhrase::check(Xapian::docid document, double) {
  if (document < document_ || (document == document_ && matches_)) return true;
  matches_ = stands_in(document);
  document_ = document;
  return matches_;
}

}  // namespace

Xapian::Query remembered_phrase(Sequence terms, MatchMemo& memo, Bounds bounds) {
  auto shared = std::make_shared<const Sequence>(std::move(terms));
  auto source = std::make_unique<RememberedPhrase>(std::move(shared), memo, std::move(bounds));
  // Xapian counts references to it from here on.
  return Xapian::Query(source.release()->release());
}

}  // namespace dateline::query

// The plan is walked once more, and each kind of node becomes the Xapian operator that does it:
//
//   {a|b}          any of the words' terms      "a b"        OP_PHRASE
//   (a AND b)      OP_AND                       a NEAR/3 b   OP_NEAR, or near_query() for phrases
//   (a MAYBE b)    OP_AND_MAYBE                 x^2          OP_SCALE_WEIGHT
//
// A word without a field stands in headline, standfirst and body: positional operators are made
// once for each of them. What Xapian has no operator for is a posting source of ours. Tested by
// tests/searcher/query/semantics_test.cc, and against reading every article by
// tests/searcher/query/oracle_test.cc.
#include "searcher/query/building/builder.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "searcher/query/building/day_terms.h"
#include "searcher/query/plan/sequences.h"
#include "searcher/query/plan/spellings.h"
#include "searcher/query/positions/near_match.h"
#include "searcher/query/positions/position_source.h"
#include "searcher/query/positions/remembered_phrase.h"
#include "searcher/query/rewrite/words.h"

namespace dateline::query {
namespace {

using Op = Xapian::Query::op;
using Queries = std::vector<Xapian::Query>;

// Xapian opens the lists of one phrase without a look at the clock.
constexpr std::size_t kMostXapianWords = 1024;
// A list takes some microseconds to open, in each shard.
constexpr std::size_t kTermsBetweenLooks = 128;
// Where no article has more words, Xapian's operators test one in a few milliseconds.
constexpr Xapian::termcount kLongestForXapian = 1 << 19;

Xapian::Query combine(Op op, const Queries& parts) {
  if (parts.size() == 1) return parts.front();
  return Xapian::Query(op, parts.begin(), parts.end());
}

Xapian::Query any_of(const FormSet& forms, std::string_view prefix) {
  Queries terms;
  for (const std::string& form : forms) terms.emplace_back(schema::make_term(prefix, form));
  return combine(Xapian::Query::OP_OR, terms);
}

Xapian::Query unweighted(const Xapian::Query& query) {
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

// A compound in one word or in several.
bool is_one_word(const Plan& plan) {
  return plan.children.size() > 1 && plan.children.front().kind == Plan::Kind::kPhrase &&
         plan.children.front().compound;
}

// What is the same in all parts of a query.
struct Whole {
  IndexTerms& index;
  MatchMemo* memo = nullptr;
  bool ends_in_time = false;  // Xapian's own operators are to look at the time too
  Misreads misreads;
  WeightOfWord weight_of_word;
  RankedTerms ranked_terms;
  NearQuery near;
  std::size_t terms = 0;  // built so far
  std::size_t own = 0;    // lists that posting sources of ours open, so far
};

class Builder {
 public:
  // `bounds.denied` changes under each NOT; what is built is weighted but there and in filters.
  Builder(Whole& whole, Bounds bounds, bool is_weighted)
      : whole_(whole), bounds_(std::move(bounds)), is_weighted_(is_weighted) {}

  Xapian::Query build(const Plan& plan) const;

 private:
  Xapian::Query leaf(const Plan& plan) const;
  Xapian::Query one_word(const Plan& plan) const;
  Xapian::Query stem(const Plan& plan) const;
  Xapian::Query stem(const schema::Field* field, const std::string& text) const;
  Xapian::Query term(const std::string& term) const;
  Xapian::Query forms(const Plan& plan) const;
  Xapian::Query values(const Plan& plan) const;
  Xapian::Query positional(const Plan& plan) const;
  Xapian::Query choice(const Plan& plan, const Choice& choice) const;
  bool takes_xapian(const Choice& words, bool ordered) const;
  Xapian::Query by_xapian(const Plan& plan, const Choice& words, std::string_view prefix) const;
  Xapian::Query remembered(const Choice& words, std::string_view prefix) const;
  Xapian::Query from_positions(const Plan& plan,
                               const std::vector<std::vector<Sequence>>& ways) const;
  Xapian::Query conjunction(const Plan& plan) const;
  Xapian::Query denied(const Plan& plan) const;
  Xapian::Query in_time(const Xapian::Query& part) const;
  Xapian::Query weights_in_time(const Queries& terms) const;
  Xapian::Query filter(const Plan& plan) const;
  Xapian::Query weighed(const Plan& plan) const;
  Builder inside(const Plan& weight) const;
  Xapian::Query scaled(const Xapian::Query& query) const;
  Queries all(const std::vector<Plan>& plans) const;
  std::optional<std::vector<RankedTerm>> ranked_words(const Plan& plan) const;

  Whole& whole_;
  Bounds bounds_;
  bool is_weighted_;
  // Its factor is 1 but where terms are ranked by `ranked_terms`: scales are brought down to the
  // leaves then, for they must not stand above it.
  WeightsAbove above_;
};

Queries Builder::all(const std::vector<Plan>& plans) const {
  Queries out;
  for (const Plan& plan : plans) out.push_back(build(plan));
  return out;
}

Xapian::Query Builder::build(const Plan& plan) const {
  if (const auto words = ranked_words(plan)) return whole_.ranked_terms(*words, bounds_.work);
  switch (plan.kind) {
    case Plan::Kind::kEverything:
      return every_document();
    case Plan::Kind::kNothing:
      return Xapian::Query();
    case Plan::Kind::kDays:
      return in_time(unweighted(days_in(whole_.index, plan.days, whole_.misreads)));
    case Plan::Kind::kAnd:
      return conjunction(plan);
    case Plan::Kind::kOr:
      if (is_weighted_ && is_one_word(plan)) return one_word(plan);
      return combine(Xapian::Query::OP_OR, all(plan.children));
    case Plan::Kind::kMaybe: {
      const Queries parts = all(plan.children);
      return {Xapian::Query::OP_AND_MAYBE, parts.front(),
              combine(Xapian::Query::OP_OR, Queries(parts.begin() + 1, parts.end()))};
    }
    case Plan::Kind::kNot:  // the rewriter leaves it inside kAnd only
      return {Xapian::Query::OP_AND_NOT, every_document(), denied(plan.children[0])};
    case Plan::Kind::kWeight:
      return weighed(plan);
    default:
      return in_time(is_filter(plan.field) ? filter(plan) : scaled(leaf(plan)));
  }
}

std::optional<std::vector<RankedTerm>> Builder::ranked_words(const Plan& plan) const {
  if (!is_weighted_ || !whole_.ranked_terms) return std::nullopt;
  return ranked_terms_of(plan, above_, whole_.weight_of_word);
}

Xapian::Query Builder::scaled(const Xapian::Query& query) const {
  if (above_.factor == 1) return query;
  return {Xapian::Query::OP_SCALE_WEIGHT, query, above_.factor};
}

Xapian::Query Builder::filter(const Plan& plan) const {
  return unweighted(Builder(whole_, bounds_, false).leaf(plan));
}

Xapian::Query Builder::weighed(const Plan& plan) const {
  const Builder inner = inside(plan);
  Xapian::Query query = inner.build(plan.children[0]);
  if (inner.is_weighted_ && whole_.ranked_terms) return query;
  return {Xapian::Query::OP_SCALE_WEIGHT, query, plan.weight};
}

// For what a weight stands before.
Builder Builder::inside(const Plan& weight) const {
  Builder inner(whole_, bounds_, is_weighted_ && weight.weight != 0);
  inner.above_ = above_.below(weight);
  if (!inner.is_weighted_ || !whole_.ranked_terms) inner.above_.factor = 1;
  return inner;
}

Xapian::Query Builder::term(const std::string& term) const {
  return is_weighted_ ? Xapian::Query(term) : unweighted_term(term, whole_.misreads);
}

// Xapian opens all lists of a query before it asks any source of ours for a document. So where they
// are many, it is made to look at the time in between.
Xapian::Query Builder::in_time(const Xapian::Query& part) const {
  const std::size_t before = whole_.terms;
  whole_.terms += part.get_length();
  const bool looks =
      whole_.ends_in_time && whole_.terms / kTermsBetweenLooks > before / kTermsBetweenLooks;
  return looks ? opened_in_time(part, bounds_.work) : part;
}

Xapian::Query Builder::leaf(const Plan& plan) const {
  switch (plan.kind) {
    case Plan::Kind::kStem:
      return stem(plan);
    case Plan::Kind::kForms:
      return forms(plan);
    case Plan::Kind::kValues:
      return values(plan);
    default:
      return positional(plan);
  }
}

Xapian::Query Builder::conjunction(const Plan& plan) const {
  Queries with;
  Queries without;
  for (const Plan& child : plan.children) {
    if (child.kind == Plan::Kind::kNot) {
      without.push_back(denied(child.children[0]));
    } else {
      with.push_back(build(child));
    }
  }
  Xapian::Query all = with.empty() ? every_document() : combine(Xapian::Query::OP_AND, with);
  if (without.empty()) return all;
  return {Xapian::Query::OP_AND_NOT, all, combine(Xapian::Query::OP_OR, without)};
}

Xapian::Query Builder::denied(const Plan& plan) const {
  return Builder(whole_, {bounds_.work, !bounds_.denied}, false).build(plan);
}

// Whichever way it is written, it counts as one word: in several as these do in the mean, and once
// where a hyphen makes it both. (OP_MAX would say so, but searches with it have crashed in Xapian
// 1.4.22, where all of its lists end at once.)
Xapian::Query Builder::one_word(const Plan& plan) const {
  const std::vector<Plan> solid(plan.children.begin() + 1, plan.children.end());
  const Xapian::Query apart(
      Xapian::Query::OP_AND_NOT, build(plan.children.front()),
      combine(Xapian::Query::OP_OR, Builder(whole_, bounds_, false).all(solid)));
  Queries ways = all(solid);
  ways.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, apart,
                    1.0 / static_cast<double>(plan.children.front().children.size()));
  return combine(Xapian::Query::OP_OR, ways);
}

Xapian::Query Builder::stem(const Plan& plan) const {
  Queries ways;
  for (const std::string& text : plan.texts) ways.push_back(stem(plan.field, text));
  if (ways.size() > 1 && plan.as_one) {
    // The rarer spelling of a word would else count for more than the usual one.
    ways = {Xapian::Query(Xapian::Query::OP_SYNONYM, ways.begin(), ways.end())};
  }
  const double weight = is_weighted_ ? telling(plan, above_, whole_.weight_of_word) : 1;
  if (weight != 1) {
    for (Xapian::Query& way : ways) way = {Xapian::Query::OP_SCALE_WEIGHT, way, weight};
  }
  return combine(Xapian::Query::OP_OR, ways);
}

Xapian::Query Builder::stem(const schema::Field* field, const std::string& text) const {
  if (field == nullptr) return term(schema::make_stem_term("", text));
  Xapian::Query anywhere = term(schema::make_stem_term(field->word_prefix, text));
  if (field->id != schema::FieldId::kBody) return anywhere;
  return {Xapian::Query::OP_AND_NOT, anywhere,
          unweighted_term(schema::make_term(schema::kOutsideBodyPrefix, text), whole_.misreads)};
}

// The words that a wildcard stands for count as one: an article is not better for having them in
// many forms.
Xapian::Query Builder::forms(const Plan& plan) const {
  Queries terms;
  for (const std::string_view prefix : word_prefixes(plan.field)) {
    for (const std::string& form : plan.texts) {
      terms.push_back(term(schema::make_term(prefix, form)));
    }
  }
  const bool several = plan.texts.size() > 1;
  return combine(several ? Xapian::Query::OP_SYNONYM : Xapian::Query::OP_OR, terms);
}

Xapian::Query Builder::values(const Plan& plan) const {
  Queries terms;
  for (const std::string& text : plan.texts) {
    terms.push_back(term(schema::make_term(plan.field->value_prefix, text)));
  }
  return combine(Xapian::Query::OP_OR, terms);
}

Xapian::Query Builder::positional(const Plan& plan) const {
  Queries parts;
  if (const auto choices = split_operands(plan.children)) {
    for (const Choice& one : *choices) parts.push_back(choice(plan, one));
    return parts.empty() ? Xapian::Query() : combine(Xapian::Query::OP_OR, parts);
  }
  std::vector<std::vector<Sequence>> ways;
  for (const Plan& child : plan.children) {
    ways.push_back(sequences_of(child, kMostWays).value_or(std::vector<Sequence>{}));
  }
  return from_positions(plan, ways);
}

// One spelling of every operand. Xapian's operators count a window of positions: n between two
// words, one more for each further word.
Xapian::Query Builder::choice(const Plan& plan, const Choice& choice) const {
  const Choice words = row_of(plan, choice);
  const bool ordered = plan.kind != Plan::Kind::kNear;
  if (!takes_xapian(words, ordered)) {
    std::vector<std::vector<Sequence>> ways;
    for (const Sequence& way : words) ways.push_back({way});
    return from_positions(plan, ways);
  }
  const bool remember = plan.compound && whole_.memo != nullptr;
  Queries places;
  for (const std::string_view prefix : word_prefixes(plan.field)) {
    places.push_back(remember ? remembered(words, prefix) : by_xapian(plan, words, prefix));
  }
  return combine(Xapian::Query::OP_OR, places);
}

// Xapian's operators are five times as fast, but let nobody look at the clock inside an article.
bool Builder::takes_xapian(const Choice& words, bool ordered) const {
  if (!suits_xapian(words, ordered)) return false;
  if (!whole_.ends_in_time || (!ordered && words.size() > kMaxOperands)) return true;
  return words_of(words) <= kMostXapianWords && whole_.index.longest_article() <= kLongestForXapian;
}

Xapian::Query Builder::by_xapian(const Plan& plan, const Choice& words,
                                 std::string_view prefix) const {
  const auto window = static_cast<Xapian::termcount>(words.size() + plan.distance - 1);
  const bool ordered = plan.kind != Plan::Kind::kNear;
  Queries terms;
  for (const Sequence& way : words) terms.push_back(any_of(way.front(), prefix));
  const Xapian::Query query(ordered ? Xapian::Query::OP_PHRASE : Xapian::Query::OP_NEAR,
                            terms.begin(), terms.end(), window);
  return whole_.ends_in_time ? bounded(query, bounds_.work) : query;
}

// The same, kept in the memo, and weighed as Xapian's operator weighs it.
Xapian::Query Builder::remembered(const Choice& words, std::string_view prefix) const {
  Sequence terms;
  Queries weights;
  for (const Sequence& way : words) {
    FormSet& forms = terms.emplace_back();
    for (const std::string& form : way.front()) forms.push_back(schema::make_term(prefix, form));
    weights.push_back(any_of(way.front(), prefix));
    whole_.own += forms.size();
  }
  return {Xapian::Query::OP_AND_MAYBE, remembered_phrase(std::move(terms), *whole_.memo, bounds_),
          combine(Xapian::Query::OP_OR, weights)};
}

Xapian::Query Builder::weights_in_time(const Queries& terms) const {
  Queries parts;
  for (auto at = terms.begin(); at != terms.end();) {
    const auto left = static_cast<std::size_t>(terms.end() - at);
    const auto next = at + static_cast<std::ptrdiff_t>(std::min(left, kTermsBetweenLooks));
    parts.push_back(in_time(combine(Xapian::Query::OP_OR, Queries(at, next))));
    at = next;
  }
  return combine(Xapian::Query::OP_OR, parts);
}

Xapian::Query Builder::from_positions(const Plan& plan,
                                      const std::vector<std::vector<Sequence>>& ways) const {
  std::vector<NearTerms> places;
  Queries weights;
  for (const std::string_view prefix : word_prefixes(plan.field)) {
    NearTerms& place =
        places.emplace_back(NearTerms{ways, plan.distance, plan.kind != Plan::Kind::kNear});
    for (std::vector<Sequence>& operand : place.operands) {
      for (Sequence& way : operand) {
        for (FormSet& forms : way) {
          for (std::string& form : forms) {
            form = schema::make_term(prefix, form);
            weights.emplace_back(form);
          }
        }
      }
    }
  }
  if (weights.empty()) return Xapian::Query();
  whole_.own += weights.size();
  Xapian::Query near =
      whole_.near ? whole_.near(places, bounds_.denied) : near_query(std::move(places), bounds_);
  if (bounds_.denied) return near;
  // It weighs nothing; its words do.
  return {Xapian::Query::OP_AND_MAYBE, near, weights_in_time(weights)};
}

}  // namespace

Built build(const Plan& plan, IndexTerms& index, BuildOptions options) {
  const bool ends_in_time = options.work != nullptr;
  if (!ends_in_time) options.work = std::make_shared<Work>();
  Whole whole{index,
              options.memo,
              ends_in_time,
              std::move(options.misreads),
              std::move(options.weight_of_word),
              std::move(options.ranked_terms),
              std::move(options.near)};
  Built built;
  built.query = Builder(whole, {std::move(options.work), false}, /*is_weighted=*/true).build(plan);
  built.lists = built.query.get_length() + whole.own;
  return built;
}

}  // namespace dateline::query

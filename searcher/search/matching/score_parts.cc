// A score is a sum over the parts of its query, so each part is asked by itself for that one
// article:
//
//   iraq troops^2   4.1   =   [iraq] 1.3   +   [troop]^2  2.8
//
// A part that does not match the article gives nothing, whatever its own parts would give. What
// cannot be taken apart, such as a synonym or a posting source, is told whole. What a part's weight
// is multiplied with is in what it gives. Tested by
// tests/searcher/search/matching/score_parts_test.cc.
#include "searcher/search/matching/score_parts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "searcher/search/matching/ranking.h"

namespace dateline::search {
namespace {

using Xapian::Query;

// ---- Naming

std::optional<std::string_view> field_of(std::string_view prefix) {
  if (prefix.empty()) return schema::field(schema::FieldId::kBody).name;
  for (const schema::Field& row : schema::kFields) {
    if (row.word_prefix == prefix || row.value_prefix == prefix) return row.name;
  }
  for (const std::string_view date :
       {schema::kDayPrefix, schema::kMonthPrefix, schema::kYearPrefix}) {
    if (prefix == date) return schema::field(schema::FieldId::kPublished).name;
  }
  return std::nullopt;
}

// ---- Weighing

class Scale {
 public:
  Scale(const Xapian::Database& db, const Query& article, const std::function<bool()>& expired)
      : enquire_(db), article_(article), expired_(expired) {}

  // What `query` gives the article; nothing if it does not match it, or time is up.
  std::optional<double> weigh(const Query& query) {
    if (expired_()) return std::nullopt;
    enquire_.set_query(Query(Query::OP_FILTER, query, article_));
    apply_weighting(enquire_);
    const Xapian::MSet found = enquire_.get_mset(0, 1);
    if (found.empty()) return std::nullopt;
    return found.begin().get_weight();
  }

 private:
  Xapian::Enquire enquire_;
  Query article_;
  const std::function<bool()>& expired_;
};

// How many subqueries, from the first, add their weights up to that of the whole; 0: it cannot be
// taken apart.
std::size_t summands(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_MAYBE:
    case Query::OP_NEAR:
    case Query::OP_PHRASE:
      return query.get_num_subqueries();
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return 1;
    default:
      return 0;
  }
}

std::string name_of_part(const Query& query) {
  if (query.get_type() == Query::OP_SCALE_WEIGHT) return name_of_part(query.get_subquery(0));
  if (query.get_type() == Query::LEAF_TERM) return describe_term(*query.get_terms_begin());
  std::string text = query.get_description();
  for (const std::string_view around :
       {std::string_view("Query("), std::string_view("PostingSource(")}) {
    if (!text.starts_with(around)) continue;
    text = text.substr(around.size(), text.size() - around.size() - 1);
  }
  return text;
}

// A part that does not match as a whole gives nothing, whatever its own parts would: so each is
// weighed before it is taken apart, and its weight is multiplied with `factor`. Queries are at most
// as deep as the query room lets them be.
void add_parts(Scale& scale, const Query& query, double factor,
               std::map<std::string, double>& parts) {
  const double weight = scale.weigh(query).value_or(0);
  if (weight == 0) return;
  if (query.get_type() == Query::OP_SCALE_WEIGHT && summands(query.get_subquery(0)) > 0) {
    const double before = scale.weigh(query.get_subquery(0)).value_or(0);
    if (before > 0) add_parts(scale, query.get_subquery(0), factor * weight / before, parts);
    return;
  }
  const std::size_t count = summands(query);
  for (std::size_t i = 0; i < count; ++i) add_parts(scale, query.get_subquery(i), factor, parts);
  if (count == 0) parts[name_of_part(query)] += weight * factor;
}

}  // namespace

std::string describe_term(std::string_view term) {
  std::size_t capitals = 0;
  while (capitals < term.size() && is_ascii_upper(term[capitals])) ++capitals;
  std::string_view prefix = term.substr(0, capitals);
  const std::string text(term.substr(capitals));
  const bool is_stem = prefix.substr(0, 1) == schema::kStemPrefix;
  if (is_stem) prefix.remove_prefix(1);
  // A stem without a field stands in headline, standfirst or body.
  if (is_stem && prefix.empty()) return "stem " + text;
  const auto field = field_of(prefix);
  if (!field) return std::string(term);
  return std::string(*field) + (is_stem ? ": stem " : ": ") + text;
}

ArticleScore score_in_parts(const Xapian::Database& db, const Query& query, const Query& article,
                            const std::function<bool()>& expired) {
  Scale scale(db, article, expired);
  ArticleScore result;
  result.score = scale.weigh(query).value_or(0);
  std::map<std::string, double> parts;
  add_parts(scale, query, 1, parts);
  double rest = result.score;
  for (const auto& [what, value] : parts) {
    result.parts.push_back({what, value});
    rest -= value;
  }
  std::sort(result.parts.begin(), result.parts.end(),
            [](const ScorePart& a, const ScorePart& b) { return a.value > b.value; });
  constexpr double kRounding = 1e-9;
  if (std::abs(rest) > kRounding * std::max(1.0, result.score)) {
    result.parts.push_back({"rest", rest});
  }
  return result;
}

}  // namespace dateline::search

#include "training/tagger/rule_prior.h"

#include <algorithm>
#include <map>

#include "indexer/entities/model/feature_hash.h"
#include "indexer/entities/model/labels.h"
#include "indexer/entities/model/text_facts.h"

namespace dateline::training {
namespace {

using indexer::Certainty;
using indexer::Label;
using indexer::Part;

class Rows {
 public:
  explicit Rows(const indexer::TaggerModel& model) {
    for (const indexer::WeightRow& row : model.rows()) rows_.emplace(row.feature, row);
  }

  void raise(std::uint8_t rule, Label label, int steps) {
    const std::uint32_t feature =
        indexer::feature_hash(indexer::Template::kRule, 0, std::uint64_t{rule});
    indexer::WeightRow& row =
        rows_.try_emplace(feature, indexer::WeightRow{feature, {}}).first->second;
    row.weights[label] =
        static_cast<std::int8_t>(std::clamp(row.weights[label] + steps, -127, 127));
  }

  std::vector<indexer::WeightRow> take() const {
    std::vector<indexer::WeightRow> out;
    out.reserve(rows_.size());
    for (const auto& [feature, row] : rows_) out.push_back(row);
    return out;
  }

 private:
  std::map<std::uint32_t, indexer::WeightRow> rows_;
};

}  // namespace

indexer::TaggerModel with_prior(const indexer::TaggerModel& model, const RulePrior& prior) {
  Rows rows(model);
  rows.raise(0, indexer::kOutside, prior.none);
  rows.raise(0, indexer::kOtherName, prior.none);
  for (const auto certainty : {Certainty::kUnknown, Certainty::kGuess, Certainty::kSure}) {
    const int steps = certainty == Certainty::kSure ? prior.sure : prior.unsure;
    for (const auto type : {EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace}) {
      for (const auto part : {Part::kFirst, Part::kInner, Part::kLast, Part::kOnly}) {
        const bool first = part == Part::kFirst || part == Part::kOnly;
        const bool last = part == Part::kLast || part == Part::kOnly;
        rows.raise(indexer::rule_opinion(type, first, last, certainty),
                   indexer::label_of(type, part), steps);
      }
    }
  }
  return {model.transitions(), rows.take(), model.habits()};
}

}  // namespace dateline::training

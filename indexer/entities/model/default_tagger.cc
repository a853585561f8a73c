#include "indexer/entities/model/default_tagger.h"

#include <memory>

#include "indexer/entities/model/shipped_model.h"
#include "indexer/entities/model/trained_tagger.h"
#include "indexer/entities/rules/rule_tagger.h"

namespace dateline::indexer {

const Tagger& default_tagger() {
  if (!shipped_model()) return rule_tagger();
  static const std::unique_ptr<Tagger> kTagger = make_trained_tagger(*shipped_model());
  return *kTagger;
}

}  // namespace dateline::indexer

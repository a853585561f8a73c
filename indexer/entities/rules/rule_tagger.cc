#include "indexer/entities/rules/rule_tagger.h"

#include <cstddef>

#include "common/base/utf8.h"
#include "indexer/entities/rules/rule_reading.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer {
namespace {

class RuleTagger final : public Tagger {
 public:
  std::vector<EntitySpan> tag(std::string_view text) const override {
    text = truncate_utf8(text, kLongestText);
    const std::vector<Word> words = split_words(text, &Lexicon::get());
    std::vector<EntitySpan> out;
    for (const Candidate& name : RuleReading(text, words).names()) {
      out.push_back({words[name.first].begin, words[name.last - 1].end, name.type});
    }
    return out;
  }
};

}  // namespace

const Tagger& rule_tagger() {
  static const RuleTagger kTagger;
  return kTagger;
}

}  // namespace dateline::indexer

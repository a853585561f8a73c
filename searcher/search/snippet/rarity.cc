#include "searcher/search/snippet/rarity.h"

#include <algorithm>
#include <bit>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

using query::Mark;

constexpr std::uint32_t kOfNames = 12;
constexpr std::size_t kMostCounts = 256;
// Of a wildcard's words, which come the most frequent first.
constexpr std::size_t kMostForms = 4;

class Rarities {
 public:
  Rarities(std::uint64_t articles, const CountArticles& count)
      : articles_(std::max<std::uint64_t>(articles, 1)), count_(count) {}

  std::uint32_t of(const Mark& mark) {
    switch (mark.kind) {
      case Mark::Kind::kValues:
        return kOfNames;
      case Mark::Kind::kNear:
        return of_near(mark);
      default:
        return of_words(mark.field, mark.texts, mark.kind == Mark::Kind::kStems);
    }
  }

 private:
  std::uint32_t of_near(const Mark& mark) {
    std::uint32_t rarest = 1;
    for (const auto& ways : mark.operands) {
      if (ways.empty()) continue;
      for (const query::FormSet& forms : ways.front()) {
        rarest = std::max(rarest, of_words(mark.field, forms, false));
      }
    }
    return rarest;
  }

  // Any of some words; each is looked up where most of them are, in the body.
  std::uint32_t of_words(const schema::Field* field, const std::vector<std::string>& texts,
                         bool stems) {
    if (field != nullptr && field->kind == schema::Kind::kEntity) return kOfNames;
    if (counts_ >= kMostCounts) return kOfNames;
    std::uint64_t found = 0;
    const std::string_view prefix = field == nullptr ? std::string_view() : field->word_prefix;
    for (std::size_t i = 0; i < std::min(texts.size(), kMostForms); ++i) {
      ++counts_;
      found += count_(stems ? schema::make_stem_term(prefix, texts[i])
                            : schema::make_term(prefix, texts[i]));
    }
    const std::uint64_t one_in = articles_ / std::max<std::uint64_t>(found, 1);
    return std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::bit_width(one_in)), 1,
                                     kMostRarity);
  }

  std::uint64_t articles_;
  const CountArticles& count_;
  std::size_t counts_ = 0;
};

}  // namespace

std::vector<std::uint32_t> rarity_of(const std::vector<Mark>& marks, std::uint64_t articles,
                                     const CountArticles& count) {
  Rarities rarities(articles, count);
  std::vector<std::uint32_t> out;
  out.reserve(marks.size());
  for (const Mark& mark : marks) out.push_back(rarities.of(mark));
  return out;
}

}  // namespace dateline::search

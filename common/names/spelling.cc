// The alignment is the classic one of two strings by dynamic programming, over letters and
// digraphs: of gaddafi and qadhafi, g stands against q and dd against dh, and the costs of each
// are summed. Tested by tests/common/names/comparison_test.cc.
#include "common/names/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "common/base/strings.h"
#include "common/names/sound_key.h"
#include "common/names/spelling_costs.h"

namespace dateline::names {
namespace {

// How much the share of the best possible evidence counts beside the evidence, in nats. Of 0 to 15,
// 8 and more found most spellings of one name at the same rate of false ones.
constexpr float kNatsPerShare = 10.0F;

// What equal keys are worth. Of 0 to 5, 4 found most at the same rate of false ones.
constexpr float kNatsOfEqualKeys = 4.0F;

constexpr int kImpossible = -10'000;
constexpr std::size_t kLetters = 26;

std::size_t index_of(char letter) { return static_cast<std::size_t>(letter - 'a'); }

// Costs of digraphs by place in the alphabet, most pairs impossible.
class Digraphs {
 public:
  Digraphs() {
    ids_.fill(0);
    std::uint16_t next = 1;
    for (const DigraphCost& row : kDigraphCosts) {
      std::uint16_t& id = ids_[pair_of(row.digraph[0], row.digraph[1])];
      if (id == 0) id = next++;
    }
    costs_.assign(static_cast<std::size_t>(next) * kLetters, kImpossible);
    for (const DigraphCost& row : kDigraphCosts) {
      const std::size_t id = ids_[pair_of(row.digraph[0], row.digraph[1])];
      costs_[id * kLetters + index_of(row.letter)] = row.units;
    }
  }

  // 0 for two letters that are none.
  std::size_t id(char first, char second) const { return ids_[pair_of(first, second)]; }
  int cost(std::size_t id, char letter) const { return costs_[id * kLetters + index_of(letter)]; }

 private:
  static std::size_t pair_of(char first, char second) {
    return index_of(first) * kLetters + index_of(second);
  }

  std::array<std::uint16_t, kLetters * kLetters> ids_{};
  std::vector<int> costs_;
};

const Digraphs& digraphs() {
  static const Digraphs kAll;
  return kAll;
}

int against(char a, char b) { return kLetterCosts[index_of(a)][index_of(b) + 1]; }
int alone(char letter) { return kLetterCosts[index_of(letter)][0]; }

using Row = std::array<int, kMaxSpelledLetters + 1>;
using Ids = std::array<std::size_t, kMaxSpelledLetters + 1>;

// ids[i]: the digraph that ends with letter i.
Ids digraphs_in(std::string_view letters) {
  Ids ids{};
  for (std::size_t i = 1; i < letters.size(); ++i) {
    ids[i] = digraphs().id(letters[i - 1], letters[i]);
  }
  return ids;
}

// The best alignment's sum, row by row of `a`; only the last two rows are kept.
int best_alignment(std::string_view a, std::string_view b) {
  const Ids a_ids = digraphs_in(a);
  const Ids b_ids = digraphs_in(b);
  Row before{};
  Row above{};
  for (std::size_t j = 1; j <= b.size(); ++j) above[j] = above[j - 1] + alone(b[j - 1]);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    Row row{};
    const char x = a[i - 1];
    row[0] = above[0] + alone(x);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char y = b[j - 1];
      int best =
          std::max({above[j - 1] + against(x, y), above[j] + alone(x), row[j - 1] + alone(y)});
      if (a_ids[i - 1] != 0)
        best = std::max(best, before[j - 1] + digraphs().cost(a_ids[i - 1], y));
      if (j > 1 && b_ids[j - 1] != 0) {
        best = std::max(best, above[j - 2] + digraphs().cost(b_ids[j - 1], x));
      }
      row[j] = best;
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

float nats(int units) { return static_cast<float>(units) / kUnitsPerNat; }

}  // namespace

Spelling spell(std::string_view folded) {
  Spelling out;
  for (const char c : folded) {
    const bool letter = is_ascii_lower(c);
    if (!letter && static_cast<unsigned char>(c) < 0x80 && !is_ascii_digit(c)) continue;
    out.latin = out.latin && letter;
    out.letters += c;
  }
  out.latin = out.latin && out.letters.size() <= kMaxSpelledLetters;
  if (!out.latin) return out;
  out.key = sound_key(out.letters);
  for (const char c : out.letters) out.weight += nats(against(c, c));
  return out;
}

float evidence(const Spelling& a, const Spelling& b) {
  if (a.letters == b.letters) return a.weight;
  if (!a.latin || !b.latin) return -std::numeric_limits<float>::infinity();
  return nats(best_alignment(a.letters, b.letters));
}

float likeness(const Spelling& a, const Spelling& b) {
  if (a.letters == b.letters) return a.weight + kNatsPerShare + kNatsOfEqualKeys;
  const float told = evidence(a, b);
  const float most = (a.weight + b.weight) / 2;
  const float alike = a.latin && b.latin && a.key == b.key ? kNatsOfEqualKeys : 0;
  return (most > 0 ? told + kNatsPerShare * told / most : told) + alike;
}

bool same_spelling(const Spelling& a, const Spelling& b, float enough) {
  if (a.letters == b.letters) return !a.letters.empty();
  return a.latin && b.latin && keys_are_near(a.key, b.key) && likeness(a, b) >= enough;
}

}  // namespace dateline::names

#include "common/names/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "common/names/country_names.h"
#include "common/names/organisation_comparison.h"
#include "common/names/person_comparison.h"
#include "common/names/place_name.h"
#include "common/names/plain_words.h"

namespace dateline::names {
namespace {

constexpr float kNone = -std::numeric_limits<float>::infinity();
constexpr float kEqual = 8.0F;

// Countries and capitals are known; other places are spelled alike, word by word.
float place_margin(std::string_view a, std::string_view b) {
  const std::string key_a = place_key(a);
  const std::string key_b = place_key(b);
  if (key_a.empty() || key_b.empty()) return kNone;
  if (key_a == key_b) return kEqual;
  const auto is_known = [](const std::string& key) {
    return !country_named(key).empty() || !country_of_capital(key).empty();
  };
  if (is_known(key_a) || is_known(key_b)) {
    const std::string_view capital_of = country_of_capital(key_a);
    const bool same = !capital_of.empty() && capital_of == country_of_capital(key_b);
    if (same) return kEqual;
    return kNone;
  }
  const auto words_a = plain_words(key_a, 8);
  const auto words_b = plain_words(key_b, 8);
  if (words_a.size() != words_b.size()) return kNone;
  float least = kEqual;
  const float enough = words_a.size() == 1 ? kSameSpelling : kSurelySameSpelling;
  for (std::size_t i = 0; i < words_a.size(); ++i) {
    if (words_a[i] == words_b[i]) continue;
    const Spelling x = spell(words_a[i]);
    const Spelling y = spell(words_b[i]);
    if (!same_spelling(x, y, enough)) return kNone;
    least = std::min(least, likeness(x, y) - enough);
  }
  return least;
}

Verdict verdict_of(float margin) {
  if (margin == kNone) return {};
  return {margin >= 0, 1 / (1 + std::exp(-static_cast<double>(margin) / 4))};
}

float margin_of(std::string_view a, std::string_view b, NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return person_margin(person_words(a), person_words(b));
    case NameKind::kOrganisation:
      return organisation_margin(a, b);
    case NameKind::kPlace:
      break;
  }
  return place_margin(a, b);
}

}  // namespace

std::optional<NameKind> name_kind_from(std::string_view word) {
  return entity_type_from(word == "organization" ? "organisation" : word);
}

Verdict compare_names(std::string_view a, std::string_view b, std::optional<NameKind> kind) {
  a = trim(a);
  b = trim(b);
  if (a == b) return a.empty() ? Verdict{} : Verdict{true, 1.0};
  if (a.size() > kMaxNameBytes || b.size() > kMaxNameBytes) return {};
  // Of names with as many words each, one is read as the shorter; it must be the same one both
  // ways.
  if (b < a) std::swap(a, b);
  if (kind) return verdict_of(margin_of(a, b, *kind));
  return verdict_of(
      std::max({margin_of(a, b, NameKind::kPerson), margin_of(a, b, NameKind::kOrganisation),
                margin_of(a, b, NameKind::kPlace)}));
}

Verdict compare_words(const Spelling& a, const Spelling& b) {
  if (a == b) return {true, 1.0};
  return same_spelling(a, b) ? verdict_of(likeness(a, b) - kSameSpelling) : Verdict{};
}

}  // namespace dateline::names

#include "indexer/entities/model/name_edges.h"

#include <algorithm>
#include <utility>

#include "common/base/strings.h"
#include "indexer/entities/words/lexicon.h"

namespace dateline::indexer {
namespace {

bool is_title(const Word& word) {
  return word.is(kHonorific | kRole) && (word.dotted || !word.is(kGivenName));
}

// "D-N.Y.", "I-Vt."
bool is_party_label(const TextFacts& facts, const NamedWords& name) {
  const std::string_view form = facts.form(name.first);
  return name.last - name.first == 1 && form.size() > 2 && form[1] == '-' &&
         std::string_view("DRI").find(form[0]) != std::string_view::npos && is_ascii_upper(form[2]);
}

// The first word behind the titles at the front; name.first without any.
std::uint32_t title_end(const TextFacts& facts, const NamedWords& name) {
  std::uint32_t end = name.first;
  for (std::uint32_t at = name.first; at + 1 < name.last; ++at) {
    const Word& word = facts.words()[at];
    if (is_title(word) || facts.is_title_phrase(at)) {
      end = at + 1;
    } else if (!word.is(kModifier) || word.is(kGivenName | kSurname)) {
      break;
    }
  }
  return end;
}

}  // namespace

NamedWords widened(const TextFacts& facts, const NamedWords& name) {
  if (name.type != EntityType::kOrganisation) return name;
  const std::vector<Candidate>& known = facts.rule_names();
  const auto behind = std::upper_bound(
      known.begin(), known.end(), name.first,
      [](std::uint32_t at, const Candidate& candidate) { return at < candidate.first; });
  if (behind == known.begin()) return name;
  const Candidate& whole = *(behind - 1);
  const bool contains =
      whole.type == name.type && whole.certainty == Certainty::kSure && whole.last >= name.last;
  return contains ? NamedWords{whole.first, whole.last, name.type} : name;
}

std::optional<NamedWords> trimmed(const TextFacts& facts, const NamedWords& name) {
  if (is_party_label(facts, name)) return std::nullopt;
  if (name.type != EntityType::kPerson) return name;
  const std::uint32_t end = title_end(facts, name);
  // "Duke of York".
  if (end == name.first || !facts.words()[end].is_capital()) return name;
  return NamedWords{end, name.last, name.type};
}

bool is_organisation_anyway(const TextFacts& facts, std::uint32_t at) {
  const Word& word = facts.words()[at];
  if (!word.is(kOrganisation) || !word.is_capital()) return false;
  if (facts.gap_before(at) == Gap::kOpenBracket && facts.gap_behind(at) == Gap::kCloseBracket) {
    return true;
  }
  constexpr std::uint32_t kOtherMeanings = kPlace | kGivenName | kSurname | kCommon | kNationality;
  return !word.is(kOtherMeanings) && facts.are_sure_of_organisation(at);
}

void join_teams(const TextFacts& facts, std::vector<NamedWords>& names) {
  std::vector<NamedWords> out;
  out.reserve(names.size());
  for (const NamedWords& name : names) {
    const bool team = name.last - name.first == 1 && name.type == EntityType::kOrganisation &&
                      facts.words()[name.first].is(kTeam) &&
                      facts.gap_before(name.first) == Gap::kBlank;
    const bool behind_town = team && !out.empty() && out.back().last == name.first &&
                             out.back().type == EntityType::kPlace;
    if (behind_town) {
      out.back() = {out.back().first, name.last, EntityType::kOrganisation};
    } else {
      out.push_back(name);
    }
  }
  names = std::move(out);
}

}  // namespace dateline::indexer

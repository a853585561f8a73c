#include "indexer/entities/name_edges.h"

#include "common/base/strings.h"
#include "indexer/entities/lexicon.h"

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

std::optional<NamedWords> trimmed(const TextFacts& facts, const NamedWords& name) {
  if (is_party_label(facts, name)) return std::nullopt;
  if (name.type != EntityType::kPerson) return name;
  const std::uint32_t end = title_end(facts, name);
  // "Duke of York".
  if (end == name.first || !facts.words()[end].is_capital()) return name;
  return NamedWords{end, name.last, name.type};
}

bool is_bracketed_organisation(const TextFacts& facts, std::uint32_t at) {
  const Word& word = facts.words()[at];
  return word.is(kOrganisation) && word.is_capital() && facts.gap_before(at) == Gap::kOpenBracket &&
         facts.gap_behind(at) == Gap::kCloseBracket;
}

}  // namespace dateline::indexer

// What is put right in the weights' answer. Annotators differ in whether a title belongs to a name,
// and few had datelines and party labels, so that weights learnt from them waver there; the tables
// do not.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/entities/model/consistency.h"
#include "indexer/entities/model/text_facts.h"

namespace dateline::indexer {

// The organisation that the rules are sure of where the weights saw a part of it alone: "Irish
// Republican Army", of which they leave out what would be a nationality. Else the name as it is.
NamedWords widened(const TextFacts& facts, const NamedWords& name);

// The name without the offices, ranks and honorifics that a person's name begins with; nothing for
// what is no name: "I-Vt." behind a senator.
std::optional<NamedWords> trimmed(const TextFacts& facts, const NamedWords& name);

// True for a word that is an organisation although the weights see none: one of the tables that is
// alone in brackets ("(AP)" behind a dateline) or that means nothing else ("Likud").
bool is_organisation_anyway(const TextFacts& facts, std::uint32_t at);

// Puts a team behind its town where the weights took them apart: "Los Angeles Lakers". `names` in
// the text's order.
void join_teams(const TextFacts& facts, std::vector<NamedWords>& names);

}  // namespace dateline::indexer

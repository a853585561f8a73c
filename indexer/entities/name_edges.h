// What is put right in the weights' answer. Annotators differ in whether a title belongs to a name,
// and few had datelines and party labels, so that weights learnt from them waver there; the tables
// do not.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/entities/consistency.h"
#include "indexer/entities/text_facts.h"

namespace dateline::indexer {

// The name without the offices, ranks and honorifics that a person's name begins with; nothing for
// what is no name: "I-Vt." behind a senator.
std::optional<NamedWords> trimmed(const TextFacts& facts, const NamedWords& name);

// True for a word that is a known organisation and alone in brackets: "(AP)" behind a dateline.
bool is_bracketed_organisation(const TextFacts& facts, std::uint32_t at);

}  // namespace dateline::indexer

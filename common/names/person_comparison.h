// How much two personal names tell for being one person's. See comparison.h.
#pragma once

#include "common/names/person_words.h"

namespace dateline::names {

// Nats above what is enough; below 0 they are different, however far.
float person_margin(const PersonWords& a, const PersonWords& b);

}  // namespace dateline::names

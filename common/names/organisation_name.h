// Organisations by their short names: acronyms, and names without their legal form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

// "Apple Inc." → "Apple"; a view into `name`. The whole name where nothing would be left.
std::string_view strip_legal_form(std::string_view name);

// The acronyms that a name may be shortened to, in small letters: the initials of all its words,
// and of those with a capital. "Department of Defense" gives "dod" and "dd". Empty for one word.
std::vector<std::string> acronyms_of(std::string_view name);

// True for two to eight letters in capitals, dots between them or not; "DoD" and "BfV" count too.
bool looks_like_acronym(std::string_view form);

}  // namespace dateline::names

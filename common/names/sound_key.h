// The consonants of a name as classes of sound: what proposes names that may be spellings of one
// another. Gaddafi, Qadhafi and Kadhafi all give "KTF"; Soleimani and Suleymani "SLMN".
//
// Vowels, h and y are left out, doubled letters count once. Spellings of one name mostly have one
// key, and nearly always keys within one edit; see bench/quality/names.py.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

// Classes: P (b p), T (d t th dh), K (c k q g kh gh), S (s z sh ch j ts), F (f v w ph), M, N, L, R.
inline constexpr std::string_view kSoundClasses = "FKLMNPRST";
// Sounds beyond this are not looked at.
inline constexpr std::size_t kMaxSounds = 12;

// `letters`: folded, a to z alone. Empty for a name of vowels ("Oya").
std::string sound_key(std::string_view letters);

// True if the keys are equal or one class of them is missing, further or different.
bool keys_are_near(std::string_view a, std::string_view b);

// `key` itself, then all keys near it: at most 1 + 9 + n * 18 for n classes.
std::vector<std::string> near_keys(std::string_view key);

}  // namespace dateline::names

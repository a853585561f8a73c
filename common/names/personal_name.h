// Personal names in parts: "Dr. John F. Kennedy Jr." has the given names John and F., the surname
// Kennedy and the suffix Jr.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

// Views into the name that was split. A single word is a surname.
struct PersonalName {
  std::vector<std::string_view> given;  // in order, initials with their dots
  std::string_view surname;             // with its particles: "von der Leyen", "bin Laden"
  std::string_view suffix;              // "Jr.", "III"; empty without one
};

// Splits a name written with its surname last; titles at its front are left out. At most the first
// 16 words are looked at. All parts are empty for an empty name.
PersonalName split_personal_name(std::string_view name);

// `name` without honorifics and ranks at its front ("Mr.", "Brig. Gen.", "Sir"); a view into it.
// Never empty unless `name` is: "Major" alone stays.
std::string_view strip_titles(std::string_view name);

// The folded words of a name by which two writings of it are compared: first given name, surname,
// suffix. "John F. Kennedy" and "John Kennedy" share one; "John Paul I" and "John Paul II" do not.
// Empty for a name without given names.
std::string personal_key(const PersonalName& name);

}  // namespace dateline::names

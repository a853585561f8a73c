#include "corpus/generator/words/names.h"

#include <array>
#include <string_view>

#include "common/base/strings.h"
#include "corpus/generator/words/random.h"
#include "corpus/generator/words/vocabulary.h"

namespace dateline::corpus {
namespace {

constexpr auto kGivenNames = std::to_array<std::string_view>(
    {"Anna",    "Boris",  "Clara",  "Daniel",      "Elena",  "Farid",  "Grace",  "Hugo",
     "Ines",    "Jonas",  "Karim",  "Laura",       "Mark",   "Nadia",  "Oscar",  "Petra",
     "Quentin", "Rosa",   "Samir",  "Teresa",      "Ulrich", "Vera",   "Walter", "Xenia",
     "Yusuf",   "Zoë",    "José",   "Björn",       "Chloé",  "Amélie", "Leïla",  "Jürgen",
     "Maeve",   "Tomasz", "Ingrid", "Marie-Claire"});

// No ending is the end of another, here or in the next two tables: that makes a name readable in
// one way only.
constexpr auto kSurnameEndings = std::to_array<std::string_view>(
    {"bova", "dsen", "lberg", "nescu", "rwick", "lström", "ndez", "ridis", "rland", "kowski"});
constexpr auto kPlaceEndings = std::to_array<std::string_view>(
    {"lmouth", "rburg", "nville", "nia", "lstad", "mhaven", "rshire", "dness"});
constexpr auto kFirmEndings =
    std::to_array<std::string_view>({"vex", "ntec", "rium", "lox", "stix"});

constexpr auto kPlacePrefixes =
    std::to_array<std::string_view>({"", "", "", "", "", "Port ", "New ", "North "});

struct Kind {
  std::string_view before;
  std::string_view after;
  bool has_acronym;
};
constexpr auto kKinds = std::to_array<Kind>({
    {"", " Transport Union", true},
    {"", " Holdings", false},
    {"", " Development Bank", true},
    {"University of ", "", false},
    {"", " National Party", true},
    {"", " & Sons", false},
    {"", " Football Club", true},
    {"", " Energy", false},
    {"", " Relief Committee", true},
    {"Bank of ", "", false},
    {"", " Workers' Federation", true},
});

// A number in syllables and one of the endings, in capitals at its head: Dobrisen.
template <std::size_t N>
std::string proper(std::uint64_t number, const std::array<std::string_view, N>& endings) {
  std::string out;
  append_syllables(out, number / N + 1);
  out += endings[number % N];
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

// The capitals of a name: "Kaltex Transport Union" is KTU.
std::string acronym_of(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_ascii_upper(c)) out += c;
  }
  return out;
}

Name named(std::uint64_t seed, std::uint64_t number) {
  Random random(seed, Purpose::kGivenName, {number});
  Name name;
  name.brief = proper(number, kSurnameEndings);
  name.full = kGivenNames[random.below(kGivenNames.size())];
  name.full += ' ';
  name.full += name.brief;
  return name;
}

}  // namespace

Name person(std::uint64_t seed, std::uint64_t number) { return named(seed, 2 * number); }

Name reporter(std::uint64_t seed, std::uint64_t number) { return named(seed, 2 * number + 1); }

Name organisation(std::uint64_t number) {
  const Kind& kind = kKinds[number % kKinds.size()];
  Name name;
  name.type = EntityType::kOrganisation;
  const std::string own = proper(number, kFirmEndings);
  name.full.append(kind.before).append(own).append(kind.after);
  name.is_acronym = kind.has_acronym;
  name.brief = kind.has_acronym ? acronym_of(name.full) : kind.before.empty() ? own : name.full;
  return name;
}

Name place(std::uint64_t number) {
  Name name;
  name.type = EntityType::kPlace;
  name.full = kPlacePrefixes[mix(number) % kPlacePrefixes.size()];
  name.full += proper(number, kPlaceEndings);
  name.brief = name.full;
  return name;
}

}  // namespace dateline::corpus

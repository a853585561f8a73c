// Language by libcld2 (n-gram statistics over the whole text), and its codes in BCP 47.
#include "indexer/enrich/language.h"

// clang-format off
#include <cstdio>  // cld2's header uses FILE without including it
#include <cld2/public/compact_lang_det.h>
// clang-format on
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer {
namespace {

// Detection is certain long before this; more would only cost time.
constexpr std::size_t kLongestSample = std::size_t{64} * 1024;

// Bytes of letters below which an answer is chance, whatever cld2 says of its reliability; and
// those that it takes to gainsay a page.
constexpr int kFewestBytes = 24;
constexpr int kBytesToGainsay = 400;
constexpr int kPercentToGainsay = 95;

struct CodePair {
  std::string_view cld2;
  std::string_view bcp47;
};

// Where cld2 keeps codes that ISO 639 and the BCP 47 registry have since replaced.
constexpr std::array kReplacedCodes{CodePair{"blu", "hmn"},    CodePair{"in", "id"},
                                    CodePair{"iw", "he"},      CodePair{"ji", "yi"},
                                    CodePair{"jw", "jv"},      CodePair{"mo", "ro"},
                                    CodePair{"sh", "sr-Latn"}, CodePair{"sit-NP", "lif"},
                                    CodePair{"sr-ME", "cnr"},  CodePair{"zh-TW", "zh-Hant"}};

// Languages near enough to be taken for one another.
constexpr std::array<std::string_view, 9> kFamilies{
    "no nb nn da sv", "hr sr bs sh cnr", "id ms",       "cs sk", "ru uk be bg mk",
    "es ca gl pt",    "fa prs tg ps ar", "hi mr ne bh", "tr az"};

std::string to_bcp47(std::string_view code) {
  // "xx…" is a script without a language, "zz…" a joke, "un" unknown.
  if (code == "un" || code.starts_with("xx") || code.starts_with("zz")) return {};
  const auto* row = std::find_if(kReplacedCodes.begin(), kReplacedCodes.end(),
                                 [&](const CodePair& pair) { return pair.cld2 == code; });
  return std::string(row == kReplacedCodes.end() ? code : row->bcp47);
}

struct Detection {
  std::string language;
  int percent = 0;
  int bytes = 0;
};

Detection detect(std::string_view text) {
  text = truncate_utf8(text, kLongestSample);
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()),
                                          /*is_plain_text=*/true, &no_hints, /*flags=*/0,
                                          languages.data(), percents.data(), scores.data(), nullptr,
                                          &bytes, &reliable, &valid_bytes);
  if (!reliable || bytes < kFewestBytes) return {};
  return {to_bcp47(CLD2::LanguageCode(languages[0])), percents[0], bytes};
}

std::string_view primary_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool are_near(std::string_view a, std::string_view b) {
  if (a == b) return true;
  return std::any_of(kFamilies.begin(), kFamilies.end(), [&](std::string_view family) {
    const auto members = split(family, ' ');
    return std::find(members.begin(), members.end(), a) != members.end() &&
           std::find(members.begin(), members.end(), b) != members.end();
  });
}

bool is_alnum_run(std::string_view part, std::size_t least, std::size_t most) {
  return part.size() >= least && part.size() <= most &&
         std::all_of(part.begin(), part.end(), is_ascii_alnum);
}

// Scripts have four letters and a capital, regions two capitals; all else is small.
std::string spell_subtag(std::string_view part) {
  std::string out = to_ascii_lower(part);
  const auto raise = [](char& c) {
    if (is_ascii_lower(c)) c = static_cast<char>(c - 32);
  };
  if (part.size() == 2) std::for_each(out.begin(), out.end(), raise);
  if (part.size() == 4) raise(out.front());
  return out;
}

}  // namespace

std::string detect_language(std::string_view text) { return detect(text).language; }

std::string normalise_language(std::string_view tag) {
  constexpr std::size_t kLongestTag = 35;  // RFC 5646, 4.4.1
  const std::string dashed = replace_all(trim(tag), "_", "-");
  if (dashed.size() > kLongestTag) return {};
  const std::vector<std::string_view> parts = split(dashed, '-');
  const bool named =
      is_alnum_run(parts[0], 2, 3) && std::all_of(parts[0].begin(), parts[0].end(), is_ascii_alpha);
  if (!named) return {};
  std::string out = to_ascii_lower(parts[0]);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (!is_alnum_run(parts[i], 1, 8)) return {};
    out += "-" + spell_subtag(parts[i]);
  }
  return out;
}

std::string settle_language(std::string_view declared, std::string_view text) {
  std::string language = normalise_language(declared);
  Detection found = detect(text);
  if (language.empty()) return std::move(found.language);
  const bool gainsaid = !found.language.empty() && found.bytes >= kBytesToGainsay &&
                        found.percent >= kPercentToGainsay &&
                        !are_near(primary_of(language), primary_of(found.language));
  return gainsaid ? std::move(found.language) : language;
}

}  // namespace dateline::indexer

// Language by libcld2 (n-gram statistics over the whole text), and its codes in BCP 47.
// clang-format off
#include <cstdio>  // cld2's header uses FILE without including it
#include <cld2/public/compact_lang_det.h>
// clang-format on
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "common/base/utf8.h"
#include "indexer/enrich/enrich.h"

namespace dateline::indexer {
namespace {

// Detection is certain long before this; more would only cost time.
constexpr std::size_t kLongestSample = std::size_t{64} * 1024;

// Letters below which an answer is chance, whatever cld2 says of its reliability.
constexpr int kFewestBytes = 24;

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

std::string to_bcp47(std::string_view code) {
  // "xx…" is a script without a language, "zz…" a joke, "un" unknown.
  if (code == "un" || code.starts_with("xx") || code.starts_with("zz")) return {};
  const auto* row = std::find_if(kReplacedCodes.begin(), kReplacedCodes.end(),
                                 [&](const CodePair& pair) { return pair.cld2 == code; });
  return std::string(row == kReplacedCodes.end() ? code : row->bcp47);
}

}  // namespace

std::string detect_language(std::string_view text) {
  text = truncate_utf8(text, kLongestSample);
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()),
                                          /*is_plain_text=*/true, &no_hints, /*flags=*/0,
                                          languages.data(), percents.data(), scores.data(), nullptr,
                                          &text_bytes, &reliable, &valid_bytes);
  if (!reliable || text_bytes < kFewestBytes) return {};
  return to_bcp47(CLD2::LanguageCode(languages[0]));
}

}  // namespace dateline::indexer

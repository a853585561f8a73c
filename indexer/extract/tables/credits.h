// The words that credits are made of, beside names. Read by credits/names.cc, and joints by
// credits/byline.cc.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

struct CreditOpening {
  std::string_view words;
  bool tells_line;  // a line that begins so is a line of credits
};

// clang-format off: tables

// "By ", "von ", "Автор: ": see credit_openings.inc.
inline constexpr auto kCreditOpenings = std::to_array<CreditOpening>({
#include "indexer/extract/tables/credit_openings.inc"
});

// Words that no person's name has: see role_words.inc.
inline constexpr auto kRoleWords = std::to_array<std::string_view>({
#include "indexer/extract/tables/role_words.inc"
});

// Words beside a person's name: see title_words.inc.
inline constexpr auto kTitleWords = std::to_array<std::string_view>({
#include "indexer/extract/tables/title_words.inc"
});

// What a name in a script without capitals holds that is a desk, a paper or a link, no person.
// Matched: anywhere in it.
inline constexpr auto kCaselessRoles = std::to_array<std::string_view>(
    {// Chinese and Japanese
     "一覧", "編集", "新聞", "通信", "ニュース", "取材班", "翻訳", "编辑", "日报", "日報", "新华社",
     "網", "网", "報導", "報道", "报道",
     // Korean
     "뉴스", "신문", "편집", "취재"});

// Parts of names that begin without a capital ("van der Berg"), in all languages. Matched: as whole
// words in lower case.
inline constexpr auto kNameParticles = std::to_array<std::string_view>(
    {"'t",   "aan", "af",  "al",  "am",    "ap",  "av",  "ben",   "bin", "bint", "d",
     "da",   "dal", "das", "de",  "degli", "dei", "del", "della", "den", "der",  "des",
     "di",   "do",  "dos", "du",  "e",     "el",  "i",   "ibn",   "la",  "las",  "le",
     "lo",   "los", "mac", "op",  "san",   "st",  "t",   "te",    "ten", "ter",  "tho",
     "till", "van", "vom", "von", "y",     "zu",  "zum", "zur"});

// What parts one name from the next. Matched: anywhere in a credit, one after the other in this
// order; capitals of ASCII letters are of no account. Each becomes a comma.
inline constexpr auto kNameJoints = std::to_array<std::string_view>(
    {// Words
     " im Gespräch mit ", " and ", " und ", " et ", " y ", " en ", " och ", " og ", " with ",
     " mit ", " avec ", " con ", " for ", " für ", " pour ", " e ", " ed ",
     // Signs, and words that stand between them
     " & ", " | ", " • ", " · ", " - ", " – ", " — ", " // ", " by ", " via ", ";", "/", "／", "、",
     "\n", " •", "，", "|"});

// Where a name ends and a place or a date begins ("Ann Lee in Berlin"). Matched: letter by letter,
// after the third byte of a piece; what follows is left out.
inline constexpr auto kNameEnds =
    std::to_array<std::string_view>({" in ", " at ", " aus ", " à ", " …", " | ", " on ",
                                     " updated ", " Updated ", " Published ", " published "});

// clang-format on

}  // namespace dateline::indexer::page

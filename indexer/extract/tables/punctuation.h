// Signs that end sentences, and signs that part what titles, credits and datelines are made of.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

// clang-format off: tables

// Ends of sentences in all scripts. Read by page/blocks.cc. Matched: at the end of a text.
inline constexpr auto kSentenceEnds =
    std::to_array<std::string_view>({".", "!", "?", "…", ":",
                                     // Chinese and Japanese; Devanagari; Arabic; Urdu; Armenian
                                     "。", "！", "？", "।", "؟", "۔", "։",
                                     // Burmese; Khmer; Tibetan; Amharic
                                     "။", "។", "།", "༎", "།།", "።"});

// Quotes and brackets that may stand behind the end of a sentence. Read by page/blocks.cc. Matched:
// at the end of a text.
inline constexpr auto kClosingSigns =
    std::to_array<std::string_view>({"\"", "'", ")", "]", "”", "“", "’", "‘", "»", "«", "」"});

// What parts the site's or the section's name from the headline in a title. Read by
// facts/site_name.cc and facts/title_parts.cc. Matched: anywhere in a title.
inline constexpr std::string_view kTitleColon = " : ";  // parts sentences as well
inline constexpr auto kTitleSeparators = std::to_array<std::string_view>(
    {" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • ", " // ", " / ", "| ", " « ", "｜",
     "ㅣ", "_", "|", kTitleColon});

// The same without spaces. Read by facts/title_parts.cc. Matched: before a sign of an East Asian
// script.
inline constexpr auto kTightSeparators = std::to_array<std::string_view>({"-", "–", "—", "·"});

// What parts two names of one publication. Read by credits/byline.cc. Matched: anywhere in a name,
// the first of these that it has.
inline constexpr auto kPublicationSeparators =
    std::to_array<std::string_view>({" - ", " – ", " — ", " | "});

// What parts the publication's name from a title, where nothing but its copyright line names it.
// Read by facts/facts.cc. Matched: anywhere in a title, one after the other.
inline constexpr auto kHolderSeparators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " :: ", ": "});

// Dashes that end a dateline: hyphen, en dash, em dash, two hyphens, horizontal bar. Read by
// body/lead.cc. Matched: the first that stands in a text; of two at one place the first in the table.
inline constexpr std::string_view kDashAfterBracket = ") -";
inline constexpr auto kDatelineDashes =
    std::to_array<std::string_view>({" - ", " – ", " — ", "—", " -- ", " ― ", kDashAfterBracket});

// clang-format on

}  // namespace dateline::indexer::page

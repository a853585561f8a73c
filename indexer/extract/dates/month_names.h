// Names of the months, in all languages at once.
#pragma once

#include <string_view>

namespace dateline::indexer::page {

// 1 to 12 where `word` is, or begins like, a month's name in one of the languages of the European
// press, or of several others (Arabic, Hebrew, Hindi, Bengali, Urdu, Indonesian, Thai, Armenian,
// Georgian); else 0. Names of people may begin so too ("Jan", "May"): ask only where a day or a
// year stands beside it.
unsigned month_named(std::string_view word);

// The same for Arabic names of two words ("كانون الثاني"); else 0.
unsigned month_named(std::string_view word, std::string_view next);

}  // namespace dateline::indexer::page

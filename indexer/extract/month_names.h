#pragma once

#include <string_view>

namespace dateline::indexer::page {

// 1 to 12 where `word` is, or begins like, a month's name in one of the languages of the European
// press, or Arabic, Hebrew, Hindi or Indonesian; else 0. Names of people may ("Jan", "May"): ask
// only where a day or year stands beside it.
unsigned month_named(std::string_view word);

}  // namespace dateline::indexer::page

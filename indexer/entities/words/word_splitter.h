// A text as the words that taggers read.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/words/word.h"

namespace dateline::indexer {

class Lexicon;

// Words of `text` in order: runs of letters and digits with the apostrophes, hyphens and dots that
// belong to them, and "&". Linear. `lexicon` tells categories and which dots are of abbreviations;
// without it categories are 0 and a dot belongs to the word if a space or the end follows it.
std::vector<Word> split_words(std::string_view text, const Lexicon* lexicon);

}  // namespace dateline::indexer

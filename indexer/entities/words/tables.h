// The tables that the rule tagger reads: those of tables/*.txt, and places from iso-codes. They are
// part of the program; nothing is read at run time.
#pragma once

#include <span>
#include <string_view>

namespace dateline::indexer {

// Sections, each a line "@name", then entries separated by commas or line ends. Lines that begin
// with '#' are comments.
std::span<const std::string_view> entity_tables();

}  // namespace dateline::indexer

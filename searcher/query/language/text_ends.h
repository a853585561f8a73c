// Small readers of the pieces that lexemes are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::query {

// Lengths of what `text` begins with.
std::size_t digits_length(std::string_view text);
std::size_t number_length(std::string_view text);  // digits with at most one dot
std::size_t name_length(std::string_view text);    // a field's name: letters, "_" and "-"

// 1 to kMaxDistance.
std::optional<std::uint32_t> read_distance(std::string_view digits);
// 0 to 1000.
std::optional<double> read_weight(std::string_view number);

// True if `text` looks as if it held more than the words of a phrase: operators, brackets, fields.
bool holds_operators(std::string_view text);

}  // namespace dateline::query

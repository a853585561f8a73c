// A name's words as they are compared: folded, apart at spaces, hyphens and dots.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

// "O'Neill-Smith, J.R." → oneill, smith, j, r. The first `most` of them, none empty.
std::vector<std::string> plain_words(std::string_view name, std::size_t most);

}  // namespace dateline::names

// Bodies that begin with their headline once more.
#pragma once

#include <string_view>

namespace dateline::search {

// `text` without what stands at its beginning and says the headline word for word, as a sentence or
// a paragraph; as often as it does. Case, accents and signs are no difference. A view into `text`.
std::string_view without_headline(std::string_view text, std::string_view headline);

}  // namespace dateline::search

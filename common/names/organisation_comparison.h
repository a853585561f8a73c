// How much two names of organisations tell for being one. See comparison.h.
#pragma once

#include <string_view>

namespace dateline::names {

// Above what is enough; below 0 they are different, however far.
float organisation_margin(std::string_view a, std::string_view b);

}  // namespace dateline::names

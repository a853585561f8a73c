// What a client says it can read (RFC 9110, 12.5).
#pragma once

#include <string_view>

namespace dateline::http {

// How much a list of media ranges or codings ("text/html, */*;q=0.5") wants `wanted`, from 0 to 1:
// by its own entry, else by that of its kind ("application/*"), else by "*/*" or "*". 0 where none
// stands for it. Wrong entries count for nothing.
double quality_of(std::string_view list, std::string_view wanted);

// Whether the list names `wanted` itself, with a quality above 0.
bool names(std::string_view list, std::string_view wanted);

// Whether an If-None-Match header has this entity tag, compared weakly, as it is for GET. "*" has
// none: it asks whether there is any answer, which is not known before it is made.
bool has_tag(std::string_view list, std::string_view tag);

}  // namespace dateline::http

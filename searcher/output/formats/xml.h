// Strangers' text inside of XML documents.
#pragma once

#include <string>
#include <string_view>

namespace dateline::output {

// `text` as the content of an element or of an attribute in double quotation marks. What no XML
// document may have becomes a space, ill-formed UTF-8 U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace dateline::output

// Strings that carry markup where plain text is meant: values of JSON-LD and meta elements.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer::page {

// `text` without tags, with character references decoded (twice where they were encoded twice, as
// "&amp;#8217;"), white space collapsed, soft hyphens away.
std::string plain_text(std::string_view text);

// The same, with "\n\n" where a line breaks, at a <br>, and where a <p>, <div>, <li>, <blockquote>
// or heading begins or ends.
std::string plain_paragraphs(std::string_view text);

// The letters and digits of `text` in lower case, nothing else: equal for texts that differ in
// punctuation, spacing, case and width alone. Compatibility forms are unified (NFKC).
std::string folded(std::string_view text);

// Unicode characters in `text` (valid UTF-8).
std::size_t length_in_characters(std::string_view text);

}  // namespace dateline::indexer::page

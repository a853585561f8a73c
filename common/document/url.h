// URLs as they are found in pages: often with spaces, without a scheme, or relative.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// `reference` as an absolute http or https URL, resolved against `base` (which may be empty: then
// `reference` must be absolute). Characters that RFC 3986 forbids are percent-encoded first.
// nullopt where no such URL results, or it is over 4,096 bytes.
std::optional<std::string> resolve_url(std::string_view reference, std::string_view base);

// True for an absolute http or https URL with a host, of at most 4,096 bytes: the only addresses
// that a record may carry. What a browser would run or open beside the web (javascript:, data:,
// file: and every other scheme) is none, in whatever case and with whatever signs in between it is
// written.
bool is_web_address(std::string_view url);

// One spelling for one address: scheme and host in lower case, default port, fragment and dot
// segments away, escapes of unreserved characters decoded, and the query's tracking parameters
// (utm_*, fbclid, gclid and the like) dropped. nullopt if `url` is not an absolute http or https
// URL.
std::optional<std::string> normalise_url(std::string_view url);

// Whether following `url` visits something on the web: its scheme is http or https, or it has none.
// "javascript:" and "data:" would run in the page that shows them. Blanks and control characters,
// which browsers pass over inside a scheme, do not hide it.
bool may_be_visited(std::string_view url);

// The host in lower case without "www."; empty if `url` has none.
std::string host_of(std::string_view url);

// True if the URL has nothing after its host but "/" (a query counts as something): a site's front
// page, not an article.
bool is_site_root(std::string_view url);

}  // namespace dateline

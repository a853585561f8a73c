// uriparser does the reading. Before it, what pages write and no URI may have is escaped; behind
// it, what says nothing about the article is dropped:
//
//   HTTPS://A.Example:443/a/./b/../c?utm_source=b&id=3#part   →   https://a.example/a/c?id=3
//
// Tested by tests/common/document/url_test.cc.
#include "common/document/url.h"

#include <uriparser/Uri.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "common/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxBytes = 4096;

struct FreeUri {
  void operator()(UriUriA* uri) const {
    uriFreeUriMembersA(uri);
    delete uri;  // NOLINT(cppcoreguidelines-owning-memory): the deleter of the unique_ptr below
  }
};
using Uri = std::unique_ptr<UriUriA, FreeUri>;

Uri make_uri() { return Uri(new UriUriA{}); }

bool allowed(char c) {
  static constexpr std::string_view kPunctuation = "-._~:/?#[]@!$&'()*+,;=%";
  return is_ascii_alnum(c) || kPunctuation.find(c) != std::string_view::npos;
}

bool is_escape(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && std::isxdigit(static_cast<unsigned char>(text[at + 1])) != 0 &&
         std::isxdigit(static_cast<unsigned char>(text[at + 2])) != 0;
}

void append_escaped(std::string& out, char c) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 0xF];
}

// Brackets are legal in an IPv6 host alone; "#" once.
std::string escape_forbidden(std::string_view text) {
  std::string out;
  bool past_authority = false;
  bool in_fragment = false;
  const std::size_t scheme = text.find("://");
  const std::size_t path =
      scheme == std::string_view::npos ? 0 : std::min(text.find('/', scheme + 3), text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    past_authority = past_authority || i >= path;
    const bool bracket = (c == '[' || c == ']') && past_authority;
    const bool second_hash = c == '#' && in_fragment;
    const bool bare_percent = c == '%' && !is_escape(text, i);
    in_fragment = in_fragment || c == '#';
    if (!allowed(c) || bracket || second_hash || bare_percent) {
      append_escaped(out, c);
    } else {
      out += c;
    }
  }
  return out;
}

// The parsed URI points into `text`, which must outlive it.
Uri parse(const std::string& text) {
  Uri uri = make_uri();
  if (uriParseSingleUriExA(uri.get(), text.data(), text.data() + text.size(), nullptr) !=
      URI_SUCCESS) {
    return nullptr;
  }
  return uri;
}

std::string_view view(const UriTextRangeA& range) {
  if (range.first == nullptr) return {};
  return {range.first, static_cast<std::size_t>(range.afterLast - range.first)};
}

bool is_web(const UriUriA& uri) {
  const std::string_view scheme = view(uri.scheme);
  return (equals_ignoring_ascii_case(scheme, "http") ||
          equals_ignoring_ascii_case(scheme, "https")) &&
         !view(uri.hostText).empty();
}

std::optional<std::string> print(const UriUriA& uri) {
  int needed = 0;
  if (uriToStringCharsRequiredA(&uri, &needed) != URI_SUCCESS) return std::nullopt;
  std::string out(static_cast<std::size_t>(needed) + 1, '\0');
  if (uriToStringA(out.data(), &uri, needed + 1, nullptr) != URI_SUCCESS) return std::nullopt;
  out.resize(static_cast<std::size_t>(needed));
  if (out.size() > kMaxBytes) return std::nullopt;
  return out;
}

std::string clean(std::string_view url) {
  url = trim(url);
  if (url.size() > kMaxBytes) return {};
  return escape_forbidden(replace_all(replace_all(url, "\n", ""), "\t", ""));
}

bool is_tracking(std::string_view pair) {
  static constexpr std::array<std::string_view, 12> kNames{"fbclid", "gclid",  "dclid",  "msclkid",
                                                           "mc_cid", "mc_eid", "igshid", "yclid",
                                                           "twclid", "wt_mc",  "cmpid",  "ocid"};
  const std::string_view name = pair.substr(0, pair.find('='));
  if (starts_with_ignoring_ascii_case(name, "utm_")) return true;
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view known) {
    return equals_ignoring_ascii_case(name, known);
  });
}

std::string without_tracking(std::string_view query) {
  std::string out;
  for (const std::string_view pair : split(query, '&')) {
    if (pair.empty() || is_tracking(pair)) continue;
    if (!out.empty()) out += '&';
    out += pair;
  }
  return out;
}

// `url` is normalised already: its parts can be cut out by their separators.
std::string drop_noise(std::string url) {
  url.resize(std::min(url.find('#'), url.size()));
  const std::size_t mark = url.find('?');
  if (mark != std::string::npos) {
    const std::string query = without_tracking(std::string_view(url).substr(mark + 1));
    url.resize(mark);
    if (!query.empty()) url += "?" + query;
  }
  const std::size_t host = url.find("://") + 3;
  const std::size_t path = std::min({url.find('/', host), url.find('?', host), url.size()});
  if (path == url.size()) return url + "/";
  return url[path] == '?' ? url.insert(path, "/") : url;
}

std::string drop_default_port(std::string url) {
  const bool secure = url.rfind("https", 0) == 0;
  const std::string port = secure ? ":443" : ":80";
  const std::size_t path = url.find('/', url.find("://") + 3);
  if (path == std::string::npos || path < port.size()) return url;
  if (url.compare(path - port.size(), port.size(), port) == 0) {
    url.erase(path - port.size(), port.size());
  }
  return url;
}

}  // namespace

std::optional<std::string> resolve_url(std::string_view reference, std::string_view base) {
  const std::string cleaned = clean(reference);
  if (cleaned.empty()) return std::nullopt;
  const Uri relative = parse(cleaned);
  if (!relative) return std::nullopt;
  if (view(relative->scheme).empty() && !base.empty()) {
    const std::string base_text = clean(base);
    const Uri base_uri = parse(base_text);
    Uri absolute = make_uri();
    if (!base_uri || !is_web(*base_uri) ||
        uriAddBaseUriA(absolute.get(), relative.get(), base_uri.get()) != URI_SUCCESS) {
      return std::nullopt;
    }
    return is_web(*absolute) ? print(*absolute) : std::nullopt;
  }
  return is_web(*relative) ? print(*relative) : std::nullopt;
}

bool is_web_address(std::string_view url) {
  const std::string cleaned = clean(url);
  const Uri uri = cleaned.empty() ? nullptr : parse(cleaned);
  return uri && is_web(*uri);
}

std::optional<std::string> normalise_url(std::string_view url) {
  const std::string cleaned = clean(url);
  const Uri uri = parse(cleaned);
  if (!uri || !is_web(*uri) || uriNormalizeSyntaxA(uri.get()) != URI_SUCCESS) return std::nullopt;
  auto text = print(*uri);
  if (!text) return std::nullopt;
  return drop_default_port(drop_noise(std::move(*text)));
}

std::string host_of(std::string_view url) {
  const std::string cleaned = clean(url);
  const Uri uri = parse(cleaned);
  if (!uri || !is_web(*uri)) return {};
  std::string host = to_ascii_lower(view(uri->hostText));
  return host.rfind("www.", 0) == 0 ? host.substr(4) : host;
}

bool is_site_root(std::string_view url) {
  const auto normal = normalise_url(url);
  return normal && normal->find('/', normal->find("://") + 3) == normal->size() - 1;
}

bool may_be_visited(std::string_view url) {
  std::string scheme;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') continue;
    if (c == ':') return scheme == "http" || scheme == "https";
    if (!is_ascii_alnum(c) && c != '+' && c != '-' && c != '.') return true;
    scheme += ascii_lower(c);
  }
  return true;
}

}  // namespace dateline

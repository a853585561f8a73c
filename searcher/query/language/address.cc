#include "searcher/query/language/address.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/document/url.h"

namespace dateline::query {
namespace {

constexpr std::string_view kWww = "www.";

std::string plain_words(std::string_view text) {
  std::string words(text);
  std::replace_if(
      words.begin(), words.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x80 && !is_ascii_alnum(c); }, ' ');
  return words;
}

std::string_view without_www(std::string_view host) {
  return starts_with_ignoring_ascii_case(host, kWww) ? host.substr(kWww.size()) : host;
}

// "https://TheHill.com/policy" → "//thehill.com/policy"; empty if it is no address.
std::string value_of(std::string_view url) {
  const auto normal = normalise_url(url);
  return normal ? normal->substr(normal->find(':') + 1) : std::string();
}

// Host in lower case, path as it is.
std::string lower_host(std::string_view address) {
  const std::size_t path = std::min(address.find('/'), address.size());
  return to_ascii_lower(address.substr(0, path)) + std::string(address.substr(path));
}

std::vector<std::string> patterns_of(std::string_view text, bool complete) {
  if (complete) return {"//" + lower_host(text)};
  const std::string bare = lower_host(without_www(text));
  return {"//" + bare, "//www." + bare};
}

}  // namespace

Address read_address(std::string_view text) {
  Address out;
  const std::size_t scheme = text.find("://");
  const bool complete = scheme != std::string_view::npos;
  const std::string_view rest = complete ? text.substr(scheme + 3) : text;
  const bool spaced = rest.find(' ') != std::string_view::npos;
  const std::size_t slash = rest.find('/');
  if (rest.find('*') != std::string_view::npos) {
    if (complete || slash != std::string_view::npos) {
      out.patterns = patterns_of(rest, complete);
    } else {
      out.host_pattern = to_ascii_lower(rest);
    }
  } else if (complete) {
    const std::string value = value_of(text);
    if (value.empty()) {
      out.words = plain_words(text);
    } else {
      out.values = {value};
    }
  } else if (!spaced && slash != std::string_view::npos && slash > 0) {
    for (const std::string_view www : {std::string_view(), kWww}) {
      const std::string value =
          value_of("https://" + std::string(www) + std::string(without_www(rest)));
      if (!value.empty()) out.values.push_back(value);
    }
    out.host = to_ascii_lower(without_www(rest.substr(0, slash)));
    out.words = plain_words(rest.substr(slash));
  } else {
    out.host_or_words = !spaced && rest.find('.') != std::string_view::npos;
    if (out.host_or_words) out.host = to_ascii_lower(without_www(rest));
    out.words = plain_words(without_www(rest));
  }
  return out;
}

}  // namespace dateline::query

#include "indexer/extract/page_signs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

constexpr std::array kOpenings{"<!doctype"sv, "<html"sv, "<head"sv, "<body"sv,
                               "<?xml"sv,     "<!--"sv,  "<meta"sv, "<title"sv};

// One of them in prose is a mention; two make a page.
constexpr std::array kPageTags{"<html"sv,    "<head"sv,    "<body"sv,    "<meta "sv,
                               "</title>"sv, "</p>"sv,     "</div>"sv,   "</a>"sv,
                               "</h1>"sv,    "<article"sv, "</script>"sv};

}  // namespace

bool is_page(const Head& head) {
  constexpr std::size_t kLook = std::size_t{1} << 14;
  const std::string start = to_ascii_lower(head.text().substr(0, kLook));
  const auto opens = [&](std::string_view opening) { return start.starts_with(opening); };
  const auto holds = [&](std::string_view tag) { return start.find(tag) != std::string::npos; };
  if (std::any_of(kOpenings.begin(), kOpenings.end(), opens)) return true;
  const auto tags = std::count_if(kPageTags.begin(), kPageTags.end(), holds);
  return tags >= 2 || (tags == 1 && start.starts_with('<'));
}

}  // namespace dateline::indexer

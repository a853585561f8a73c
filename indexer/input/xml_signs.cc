#include "indexer/input/xml_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

// What may stand before the root element, and how it ends. A document type's own declarations stand
// in brackets.
struct Preamble {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array kPreambles{Preamble{"<?"sv, "?>"sv}, Preamble{"<!--"sv, "-->"sv}};

bool is_name_end(char c) { return is_ascii_space(c) || c == '>' || c == '/' || c == '<'; }

// Behind the document type that `text` begins with; empty where it does not end.
std::string_view behind_document_type(std::string_view text) {
  std::size_t end = text.find_first_of("[>");
  if (end != std::string_view::npos && text[end] == '[') {
    end = text.find(']', end);
    if (end != std::string_view::npos) end = text.find('>', end);
  }
  return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

// Without what `text` begins with, if that is no element.
std::string_view without_preamble(std::string_view text) {
  for (const Preamble& one : kPreambles) {
    if (!text.starts_with(one.begin)) continue;
    const std::size_t end = text.find(one.end, one.begin.size());
    return end == std::string_view::npos ? std::string_view() : text.substr(end + one.end.size());
  }
  return starts_with_ignoring_ascii_case(text, "<!doctype") ? behind_document_type(text) : text;
}

}  // namespace

std::string root_element(const Head& head) {
  if (head.is_binary()) return {};
  std::string_view text = head.text();
  for (;;) {
    const std::string_view rest = trim(without_preamble(text));
    if (rest.size() == text.size()) break;
    text = rest;
  }
  if (!text.starts_with('<')) return {};
  text.remove_prefix(1);
  const auto* const end = std::find_if(text.begin(), text.end(), is_name_end);
  std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  name.remove_prefix(std::min(name.find(':') + 1, name.size()));  // npos + 1 is 0
  return std::string(name);
}

bool is_g2_item(std::string_view element) {
  constexpr std::array kItems{"newsItem"sv,      "packageItem"sv,  "conceptItem"sv,
                              "knowledgeItem"sv, "planningItem"sv, "catalogItem"sv};
  return std::find(kItems.begin(), kItems.end(), element) != kItems.end();
}

bool is_news_message(const Head& head) { return root_element(head) == "newsMessage"; }

}  // namespace dateline::indexer

#include "indexer/input/unread.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/base/strings.h"
#include "indexer/input/rejection.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

bool has_signature(const Head& head, std::size_t at, std::string_view signature) {
  return head.bytes().size() > at && head.bytes().substr(at).starts_with(signature);
}

// What stands first in a ZIP that is one document.
bool begins_with_member(const Head& head, std::string_view name) {
  return has_signature(head, 0, "PK\x03\x04"sv) && has_signature(head, 30, name);
}

bool is_epub(const Head& head) { return begins_with_member(head, "mimetypeapplication/epub+zip"); }
bool is_open_document(const Head& head) {
  return begins_with_member(head, "mimetypeapplication/vnd.oasis");
}
bool is_office_document(const Head& head) {
  return begins_with_member(head, "[Content_Types].xml");
}
bool is_pdf(const Head& head) { return has_signature(head, 0, "%PDF-"sv); }

bool has_root(const Head& head, std::initializer_list<std::string_view> roots) {
  const std::string root = root_element(head);
  return std::find(roots.begin(), roots.end(), root) != roots.end();
}

bool is_sitemap(const Head& head) { return has_root(head, {"urlset", "sitemapindex"}); }
bool is_svg(const Head& head) { return has_root(head, {"svg"}); }

// What stands in an item, as documents on the standard show it by itself.
bool is_part_of_g2_item(const Head& head) {
  return has_root(head, {"itemMeta", "contentMeta", "contentSet", "groupSet", "itemSet",
                         "rightsInfo", "catalogRef", "inlineXML"});
}

// A page that is XML, or a piece of one.
bool is_root_of_page(std::string_view root) {
  constexpr std::array kElements{"html"sv, "head"sv,    "body"sv,  "article"sv, "div"sv,
                                 "main"sv, "section"sv, "title"sv, "meta"sv,    "p"sv};
  return std::any_of(kElements.begin(), kElements.end(), [root](std::string_view element) {
    return element.size() == root.size() && starts_with_ignoring_ascii_case(root, element);
  });
}

// Says itself that it is XML, and is nothing that there is a reader for.
bool is_other_xml(const Head& head) {
  if (!head.text().starts_with("<?xml")) return false;
  const std::string root = root_element(head);
  return !root.empty() && !is_root_of_page(root) && root != "nitf" && root != "newsMessage" &&
         root != "rss" && root != "feed" && root != "RDF" && root != "feedItem" &&
         !is_g2_item(root);
}

// A line of a CDX file, which says first what its columns are, or of a CDXJ file: an address turned
// around, a time of 14 digits, and JSON.
bool is_crawl_index(const Head& head) {
  if (has_signature(head, 0, " CDX ") || has_signature(head, 0, "!OpenWayback-CDXJ")) return true;
  const std::string_view line = head.text().substr(0, head.text().find('\n'));
  const std::size_t time = line.find(' ') + 1;  // npos + 1 is 0
  if (time == 0 || line.find(')') > time || line.size() < time + 16) return false;
  const std::string_view digits = line.substr(time, 14);
  return std::all_of(digits.begin(), digits.end(), is_ascii_digit) &&
         line.substr(time + 14, 2) == " {";
}

constexpr std::array kUnread{
    UnreadKind{"", reject::kUnsupported, "an EPUB book, which this version does not read", is_epub},
    UnreadKind{"", reject::kUnsupported, "a document of an office suite: export it as HTML",
               is_open_document},
    UnreadKind{"", reject::kUnsupported, "a document of an office suite: export it as HTML",
               is_office_document},
    UnreadKind{"", reject::kUnsupported, "a sitemap, which names pages and has none", is_sitemap},
    UnreadKind{
        "", reject::kUnsupported,
        "an index of a crawl, which names pages and has none: add the WARC file that it is of",
        is_crawl_index},
    UnreadKind{"", reject::kBinary, "a picture (SVG)", is_svg},
    UnreadKind{"", reject::kUnsupported, "a part of an item of NewsML-G2, which says nothing alone",
               is_part_of_g2_item},
    UnreadKind{
        "", reject::kUnsupported,
        "XML of a kind that this version does not read: neither NITF, NewsML-G2, a feed nor a page",
        is_other_xml},
    UnreadKind{"", reject::kBinary, "a PDF, neither text nor markup", is_pdf},
};

}  // namespace

std::span<const UnreadKind> unread_kinds() { return kUnread; }

}  // namespace dateline::indexer

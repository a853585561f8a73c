#include "indexer/input/unread.h"

#include <array>
#include <string_view>

#include "indexer/input/rejection.h"

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

constexpr std::array kUnread{
    UnreadKind{"", reject::kUnsupported, "an EPUB book, which this version does not read", is_epub},
    UnreadKind{"", reject::kUnsupported, "a document of an office suite: export it as HTML",
               is_open_document},
    UnreadKind{"", reject::kUnsupported, "a document of an office suite: export it as HTML",
               is_office_document},
    UnreadKind{"", reject::kBinary, "a PDF, neither text nor markup", is_pdf},
};

}  // namespace

std::span<const UnreadKind> unread_kinds() { return kUnread; }

}  // namespace dateline::indexer

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

bool is_zip(const Head& head) { return has_signature(head, 0, "PK\x03\x04"sv); }
bool is_bzip2(const Head& head) { return has_signature(head, 0, "BZh"sv); }
bool is_xz(const Head& head) { return has_signature(head, 0, "\xFD\x37zXZ"sv); }
bool is_tar(const Head& head) { return has_signature(head, 257, "ustar"sv); }
bool is_pdf(const Head& head) { return has_signature(head, 0, "%PDF-"sv); }

constexpr std::array kUnread{
    UnreadKind{"", reject::kUnsupported, "a ZIP archive: this version cannot read it; unpack it",
               is_zip},
    UnreadKind{"", reject::kUnsupported,
               "compressed by bzip2: this version cannot read it; unpack it", is_bzip2},
    UnreadKind{"", reject::kUnsupported, "compressed by xz: this version cannot read it; unpack it",
               is_xz},
    UnreadKind{"", reject::kUnsupported, "a tar archive: this version cannot read it; unpack it",
               is_tar},
    UnreadKind{"", reject::kBinary, "a PDF, neither text nor markup", is_pdf},
};

}  // namespace

std::span<const UnreadKind> unread_kinds() { return kUnread; }

}  // namespace dateline::indexer

#include "indexer/extract/body/verdicts.h"

#include "common/base/strings.h"
#include "indexer/extract/page/phrases.h"

namespace dateline::indexer::page {
namespace {

constexpr std::string_view kUnread = "unread";
constexpr std::string_view kFurnitureLine = "furniture line";

bool carries_lines(Tag tag) {
  return is_heading(tag) || tag == Tag::kP || tag == Tag::kLi || tag == Tag::kBlockquote ||
         tag == Tag::kPre || tag == Tag::kDt || tag == Tag::kDd;
}

}  // namespace

Verdicts::Verdicts(const Page& page)
    : page_(page),
      about_cookies_(find_ignoring_ascii_case(page.meta.title, "cookie") != std::string_view::npos),
      wording_(page.blocks.size(), kUnread) {}

std::string_view Verdicts::read_wording(std::size_t b) const {
  const std::string_view text = page_.blocks.text(b);
  if (is_furniture_line(text)) return kFurnitureLine;
  if (!about_cookies_ && is_consent_text(text)) return "consent text";
  if (is_data(text)) return "data";
  return {};
}

std::string_view Verdicts::wording(std::size_t b) const {
  if (wording_[b].data() == kUnread.data()) wording_[b] = read_wording(b);
  return wording_[b];
}

std::string_view Verdicts::reason_to_cut(std::size_t b, const std::vector<Hint>& furniture) const {
  const Block& block = page_.blocks[b];
  const Tag tag = page_.tree[block.element].tag;
  if (furniture[block.first] != Hint::kNone) return name_of(furniture[block.first]);
  if (tag == Tag::kH1) return "headline";
  const bool in_table = !page_.cells.empty() && page_.cells[b].table != kNoNode;
  if (in_table) return wording(b);
  if (block.link_share() > 0.66) return "links";
  if (const std::string_view reason = wording(b); !reason.empty()) {
    return is_text_between_text(b, furniture) ? std::string_view() : reason;
  }
  return block.prose || carries_lines(tag) ? std::string_view() : "label";
}

bool Verdicts::is_text_between_text(std::size_t b, const std::vector<Hint>& furniture) const {
  const auto is_plain_prose = [&](std::size_t at) {
    const Block& block = page_.blocks[at];
    return block.prose && block.linked == 0 && block.strong * 10 < block.size * 9 &&
           furniture[block.first] == Hint::kNone;
  };
  return wording(b) == kFurnitureLine && b > 0 && b + 1 < page_.blocks.size() &&
         is_plain_prose(b) && is_plain_prose(b - 1) && wording(b - 1).empty() &&
         is_plain_prose(b + 1) && wording(b + 1).empty();
}

}  // namespace dateline::indexer::page

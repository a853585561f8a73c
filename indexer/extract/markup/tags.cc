#include "indexer/extract/markup/tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::indexer::page {
namespace {

using Entry = std::pair<std::string_view, Tag>;

// Sorted by name, for binary search.
constexpr std::array kTags{
    Entry{"a", Tag::kA},
    Entry{"abbr", Tag::kAbbr},
    Entry{"address", Tag::kAddress},
    Entry{"article", Tag::kArticle},
    Entry{"aside", Tag::kAside},
    Entry{"audio", Tag::kAudio},
    Entry{"b", Tag::kB},
    Entry{"base", Tag::kBase},
    Entry{"blockquote", Tag::kBlockquote},
    Entry{"body", Tag::kBody},
    Entry{"br", Tag::kBr},
    Entry{"button", Tag::kButton},
    Entry{"caption", Tag::kCaption},
    Entry{"center", Tag::kCenter},
    Entry{"cite", Tag::kCite},
    Entry{"code", Tag::kCode},
    Entry{"dd", Tag::kDd},
    Entry{"details", Tag::kDetails},
    Entry{"dialog", Tag::kDialog},
    Entry{"div", Tag::kDiv},
    Entry{"dl", Tag::kDl},
    Entry{"dt", Tag::kDt},
    Entry{"em", Tag::kEm},
    Entry{"fieldset", Tag::kFieldset},
    Entry{"figcaption", Tag::kFigcaption},
    Entry{"figure", Tag::kFigure},
    Entry{"font", Tag::kFont},
    Entry{"footer", Tag::kFooter},
    Entry{"form", Tag::kForm},
    Entry{"h1", Tag::kH1},
    Entry{"h2", Tag::kH2},
    Entry{"h3", Tag::kH3},
    Entry{"h4", Tag::kH4},
    Entry{"h5", Tag::kH5},
    Entry{"h6", Tag::kH6},
    Entry{"head", Tag::kHead},
    Entry{"header", Tag::kHeader},
    Entry{"hr", Tag::kHr},
    Entry{"html", Tag::kHtml},
    Entry{"i", Tag::kI},
    Entry{"img", Tag::kImg},
    Entry{"input", Tag::kInput},
    Entry{"label", Tag::kLabel},
    Entry{"li", Tag::kLi},
    Entry{"link", Tag::kLink},
    Entry{"main", Tag::kMain},
    Entry{"mark", Tag::kMark},
    Entry{"menu", Tag::kMenu},
    Entry{"meta", Tag::kMeta},
    Entry{"nav", Tag::kNav},
    Entry{"ol", Tag::kOl},
    Entry{"option", Tag::kOption},
    Entry{"p", Tag::kP},
    Entry{"picture", Tag::kPicture},
    Entry{"pre", Tag::kPre},
    Entry{"q", Tag::kQ},
    Entry{"s", Tag::kS},
    Entry{"section", Tag::kSection},
    Entry{"select", Tag::kSelect},
    Entry{"small", Tag::kSmall},
    Entry{"span", Tag::kSpan},
    Entry{"strong", Tag::kStrong},
    Entry{"sub", Tag::kSub},
    Entry{"summary", Tag::kSummary},
    Entry{"sup", Tag::kSup},
    Entry{"table", Tag::kTable},
    Entry{"tbody", Tag::kTbody},
    Entry{"td", Tag::kTd},
    Entry{"tfoot", Tag::kTfoot},
    Entry{"th", Tag::kTh},
    Entry{"thead", Tag::kThead},
    Entry{"time", Tag::kTime},
    Entry{"title", Tag::kTitle},
    Entry{"tr", Tag::kTr},
    Entry{"u", Tag::kU},
    Entry{"ul", Tag::kUl},
    Entry{"video", Tag::kVideo},
};
static_assert(std::is_sorted(kTags.begin(), kTags.end(),
                             [](const Entry& a, const Entry& b) { return a.first < b.first; }));

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* at = std::lower_bound(kTags.begin(), kTags.end(), name,
                                    [](const Entry& e, std::string_view n) { return e.first < n; });
  return at != kTags.end() && at->first == name ? at->second : Tag::kOther;
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kOther:
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kB:
    case Tag::kBr:
    case Tag::kCite:
    case Tag::kCode:
    case Tag::kEm:
    case Tag::kFont:
    case Tag::kI:
    case Tag::kImg:
    case Tag::kInput:
    case Tag::kLabel:
    case Tag::kLink:
    case Tag::kMark:
    case Tag::kMeta:
    case Tag::kPicture:
    case Tag::kQ:
    case Tag::kS:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kTime:
    case Tag::kU:
      return false;
    default:
      return true;
  }
}

}  // namespace dateline::indexer::page

// The elements that extraction tells apart; all others are kOther.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::indexer::page {

enum class Tag : std::uint8_t {
  kText,  // a run of characters, no element
  kOther,
  kA,
  kAbbr,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kDd,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEm,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kI,
  kImg,
  kInput,
  kLabel,
  kLi,
  kLink,
  kMain,
  kMark,
  kMenu,
  kMeta,
  kNav,
  kOl,
  kOption,
  kP,
  kPicture,
  kPre,
  kQ,
  kS,
  kSection,
  kSelect,
  kSmall,
  kSpan,
  kStrong,
  kSub,
  kSummary,
  kSup,
  kTable,
  kTbody,
  kTd,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kU,
  kUl,
  kVideo,
};

// `name` in lower case.
Tag tag_of(std::string_view name);

// Begins and ends a paragraph.
bool is_block(Tag tag);

inline bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

}  // namespace dateline::indexer::page

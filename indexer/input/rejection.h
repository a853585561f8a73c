// An input that gives no article, and why. Rejections are results, not failures: the rest of the
// batch goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

// Reason codes: stable, for scripts.
namespace reject {
inline constexpr std::string_view kMissing = "missing";        // no such file
inline constexpr std::string_view kUnreadable = "unreadable";  // permission, I/O
inline constexpr std::string_view kEmpty = "empty";            // no bytes, or white space alone
inline constexpr std::string_view kBinary = "binary";          // neither text nor markup
inline constexpr std::string_view kTooLarge = "too-large";
// Markup, directories or archives nested beyond the limit.
inline constexpr std::string_view kTooDeep = "too-deep";
inline constexpr std::string_view kBadCompression =
    "bad-compression";  // truncated or damaged .gz, .zst
// An archive's record that is damaged or cut, or an article that its crawler has cut.
inline constexpr std::string_view kBadEntry = "bad-entry";
inline constexpr std::string_view kBadJson = "bad-json";
inline constexpr std::string_view kBadRecord =
    "bad-record";  // JSON, but not as the contract has it
inline constexpr std::string_view kBadMarkup = "bad-markup";  // nothing that a parser could use
inline constexpr std::string_view kNoText = "no-text";        // neither headline nor body
inline constexpr std::string_view kSummary = "summary";  // an item of a feed without its article
inline constexpr std::string_view kNotAnArticle = "not-an-article";  // a section front, a stub
// An agency's picture, video, package, planning item, catalogue …
inline constexpr std::string_view kNotText = "not-text";
inline constexpr std::string_view kUnsupported =
    "unsupported";  // a format that this version does not read
inline constexpr std::string_view kTooCostly =
    "too-costly";  // far more work than its size warrants
// The program died of it in an earlier run, and in a trial now.
inline constexpr std::string_view kCrashed = "crashed";
inline constexpr std::string_view kNoMemory = "no-memory";  // the system gave no more
inline constexpr std::string_view kInternal = "internal";   // a fault of ours, met on this input
}  // namespace reject

// Why an input cannot be used, before it is said which input.
struct Refusal {
  std::string_view code;  // one of reject::
  std::string reason;
};

struct Rejection {
  std::string path;
  std::uint64_t offset = 0;
  std::string code;         // one of reject::
  std::string reason;       // for people: what is wrong and, where there is something to do, what
  std::string member = {};  // the name in an archive; empty where there is none

  // {"path": …, "offset": …, "code": …, "reason": …} on one line, without a newline; "member"
  // follows the path where there is one.
  std::string to_json() const;
};

}  // namespace dateline::indexer

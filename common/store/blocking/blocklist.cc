// "dateline blocked 1\n", then for each row its id and the number of its addresses, and the addresses,
// each text behind its length, then a newline and the fingerprint of all before it:
//
//   2:a7 1
//   22:https://news.example/7
//
// Tested by tests/common/store/blocking/blocklist_test.cc, and fuzzed by tests/fuzz/blocklist_fuzz.cc.
#include "common/store/blocking/blocklist.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/base/file.h"
#include "common/base/fingerprint.h"
#include "common/document/url.h"

namespace dateline::store {
namespace {

constexpr std::string_view kBlocklistHead = "dateline blocked 1\n";
constexpr std::size_t kBlocklistSumBytes = 33;  // a line feed and a fingerprint
// An article has two addresses; a row that was damaged must not ask for a million.
constexpr std::uint64_t kMostUrlsOfRow = 16;

Error damaged_blocklist(const std::string& place) {
  return {ErrorCode::kCorrupt, place + " is damaged",
          "restore a backup, or index the articles into a new directory"};
}

// The number up to `end`, which goes with it.
std::optional<std::uint64_t> take_number(std::string_view& text, char end) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto digits = static_cast<std::size_t>(read.ptr - text.data());
  if (read.ec != std::errc() || digits == text.size() || *read.ptr != end) return std::nullopt;
  text.remove_prefix(digits + 1);
  return number;
}

// "5:abcde" and `end`.
std::optional<std::string> take_text(std::string_view& text, char end) {
  const auto size = take_number(text, ':');
  if (!size || *size >= text.size() || text[*size] != end) return std::nullopt;
  std::string out(text.substr(0, *size));
  text.remove_prefix(*size + 1);
  return out;
}

std::optional<Blocked> take_row(std::string_view& text) {
  Blocked row;
  auto id = take_text(text, ' ');
  if (!id) return std::nullopt;
  row.id = std::move(*id);
  const auto urls = take_number(text, '\n');
  if (!urls || *urls > kMostUrlsOfRow || (row.id.empty() && *urls == 0)) return std::nullopt;
  for (std::uint64_t i = 0; i < *urls; ++i) {
    auto url = take_text(text, '\n');
    if (!url || url->empty()) return std::nullopt;
    row.urls.push_back(std::move(*url));
  }
  return row;
}

void put_row(std::string& out, const Blocked& row) {
  out += fmt::format("{}:{} {}\n", row.id.size(), row.id, row.urls.size());
  for (const std::string& url : row.urls) out += fmt::format("{}:{}\n", url.size(), url);
}

}  // namespace

std::string block_url(std::string_view url) {
  const auto normal = normalise_url(url);
  return normal ? "https" + normal->substr(normal->find(':')) : std::string();
}

Blocked blocked_for(const Article& article) {
  Blocked row{article.id, {}};
  const auto add = [&row](std::string url) {
    if (!url.empty() && std::ranges::find(row.urls, url) == row.urls.end()) {
      row.urls.push_back(std::move(url));
    }
  };
  add(block_url(article.url));
  if (!is_site_root(article.canonical_url)) add(block_url(article.canonical_url));
  std::sort(row.urls.begin(), row.urls.end());
  return row;
}

bool Blocklist::blocks(const Article& article) const {
  if (empty()) return false;
  const Blocked row = blocked_for(article);
  return blocks_id(row.id) ||
         std::ranges::any_of(row.urls, [&](const std::string& url) { return blocks_url(url); });
}

void Blocklist::add(Blocked row) {
  std::sort(row.urls.begin(), row.urls.end());
  const auto [added, is_new] = rows_.insert(std::move(row));
  if (!is_new) return;
  if (!added->id.empty()) ids_.insert(added->id);
  urls_.insert(added->urls.begin(), added->urls.end());
}

template <typename Matches>
std::size_t Blocklist::lift(Matches&& matches) {
  const std::size_t lifted = std::erase_if(rows_, std::forward<Matches>(matches));
  ids_.clear();
  urls_.clear();
  for (const Blocked& row : rows_) {
    if (!row.id.empty()) ids_.insert(row.id);
    urls_.insert(row.urls.begin(), row.urls.end());
  }
  return lifted;
}

std::size_t Blocklist::lift_id(std::string_view id) {
  return lift([&](const Blocked& row) { return !row.id.empty() && row.id == id; });
}

std::size_t Blocklist::lift_url(std::string_view url) {
  const std::string spelled = block_url(url);
  return lift(
      [&](const Blocked& row) { return std::ranges::find(row.urls, spelled) != row.urls.end(); });
}

Result<std::string> encode_blocklist(const Blocklist& list) {
  std::string out(kBlocklistHead);
  for (const Blocked& row : list.rows()) put_row(out, row);
  out += "\n" + fingerprint(out);
  if (out.size() <= kMostBlocklistBytes) return out;
  return failure(ErrorCode::kLimit, "the list of what is kept away would be longer than 64 MiB",
                 "let go of what need not be kept away any more, with remove --unblock");
}

Result<Blocklist> decode_blocklist(std::string_view text, const std::string& place) {
  if (text.size() < kBlocklistHead.size() + kBlocklistSumBytes ||
      !text.starts_with(kBlocklistHead)) {
    return failure(damaged_blocklist(place));
  }
  std::string_view rest = text.substr(0, text.size() - kBlocklistSumBytes);
  if (text.substr(rest.size()) != "\n" + fingerprint(rest)) {
    return failure(damaged_blocklist(place));
  }
  rest.remove_prefix(kBlocklistHead.size());
  Blocklist list;
  while (!rest.empty()) {
    auto row = take_row(rest);
    if (!row) return failure(damaged_blocklist(place));
    list.add(std::move(*row));
  }
  return list;
}

Result<Blocklist> read_blocklist(const std::string& path, std::uint64_t bytes) {
  const auto text = read_regular_file(path, bytes);
  if (!text) return failure(text.error());
  if (text->size() != bytes) return failure(damaged_blocklist(path));
  return decode_blocklist(*text, path);
}

}  // namespace dateline::store

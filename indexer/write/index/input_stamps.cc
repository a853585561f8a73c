// Tested by tests/indexer/write/index/input_stamps_test.cc.
#include "indexer/write/index/input_stamps.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <string_view>

#include "common/base/file.h"
#include "common/base/fingerprint.h"

namespace dateline::indexer {
namespace {

// The head, the generation, then for each file its place, state and articles, ascending by place
// and all in the machine's own order of bytes (it is a cache), and at the end the fingerprint of
// all before it.
constexpr std::string_view kHead = "dateline-inputs 2\n";
constexpr std::size_t kSumBytes = 32;
constexpr std::size_t kRowBytes = 20;
// Each file has an article at least, but its articles may have been replaced by another file's, and
// the file may have gone. The bound keeps a file that was laid out there from filling the memory.
constexpr std::uint64_t kMostRowsAnArticle = 4;
constexpr std::uint64_t kMostRowsBeside = std::uint64_t{1} << 20;

std::string path_of(const std::string& directory) { return directory + "/inputs"; }

template <typename Number>
void put_raw(std::string& out, Number number) {
  char bytes[sizeof(number)];
  std::memcpy(bytes, &number, sizeof(number));
  out.append(bytes, sizeof(number));
}

template <typename Number>
Number take_raw(std::string_view& in) {
  Number number;
  std::memcpy(&number, in.data(), sizeof(number));
  in.remove_prefix(sizeof(number));
  return number;
}

}  // namespace

InputStamps InputStamps::load(const std::string& directory, std::uint64_t generation,
                              std::uint64_t articles) {
  InputStamps stamps;
  stamps.most_rows_ = kMostRowsBeside + kMostRowsAnArticle * articles;
  const std::size_t fixed = kHead.size() + sizeof(std::uint64_t) + kSumBytes;
  const auto bytes = read_regular_file(path_of(directory), fixed + stamps.most_rows_ * kRowBytes);
  if (!bytes || !std::string_view(*bytes).starts_with(kHead)) return stamps;
  std::string_view rest = *bytes;
  if (rest.size() < fixed || (rest.size() - fixed) % kRowBytes != 0) return stamps;
  const std::string_view sum = rest.substr(rest.size() - kSumBytes);
  rest.remove_suffix(kSumBytes);
  if (fingerprint(rest) != sum) return stamps;
  rest.remove_prefix(kHead.size());
  if (take_raw<std::uint64_t>(rest) > generation) return stamps;
  stamps.known_.reserve(rest.size() / kRowBytes);
  while (!rest.empty()) {
    const auto place = take_raw<std::uint64_t>(rest);
    const auto state = take_raw<std::uint64_t>(rest);
    stamps.known_.push_back({place, {state, take_raw<std::uint32_t>(rest)}});
  }
  return stamps;
}

const InputStamps::Stamp* InputStamps::find(std::uint64_t place) const {
  if (const auto fresh = fresh_.find(place); fresh != fresh_.end()) return &fresh->second;
  const auto known = std::ranges::lower_bound(known_, place, {}, &Row::place);
  return known != known_.end() && known->place == place ? &known->stamp : nullptr;
}

std::uint32_t InputStamps::articles_of(const FileIdentity& file) const {
  const Stamp* const stamp = find(file.place);
  return stamp != nullptr && stamp->state == file.state ? stamp->articles : 0;
}

void InputStamps::put(const FileIdentity& file, std::uint32_t articles) {
  fresh_[file.place] = {file.state, articles};
}

Status InputStamps::save(const std::string& directory, std::uint64_t generation) const {
  std::vector<Row> rows;
  rows.reserve(known_.size() + fresh_.size());
  for (const auto& [place, stamp] : fresh_) rows.push_back({place, stamp});
  // Of a cache that has grown too large, the files of this run are worth keeping.
  if (rows.size() + known_.size() <= most_rows_) {
    std::ranges::copy_if(known_, std::back_inserter(rows),
                         [this](const Row& row) { return !fresh_.contains(row.place); });
  }
  std::ranges::sort(rows, {}, &Row::place);
  std::string bytes(kHead);
  bytes.reserve(kHead.size() + rows.size() * kRowBytes + 64);
  put_raw(bytes, generation);
  for (const auto& [place, stamp] : rows) {
    put_raw(bytes, place);
    put_raw(bytes, stamp.state);
    put_raw(bytes, stamp.articles);
  }
  bytes += fingerprint(bytes);
  return replace_file(path_of(directory), bytes);
}

void InputStamps::drop(const std::string& directory) { std::remove(path_of(directory).c_str()); }

}  // namespace dateline::indexer

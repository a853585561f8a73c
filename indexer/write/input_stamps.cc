#include "indexer/write/input_stamps.h"

#include <cstdio>
#include <cstring>
#include <string_view>

#include "common/base/file.h"
#include "common/base/fingerprint.h"

namespace dateline::indexer {
namespace {

// The head, the generation, then for each file its place, state and articles, all in the machine's
// own order of bytes (it is a cache), and at the end the fingerprint of all before it.
constexpr std::string_view kHead = "dateline-inputs 1\n";
constexpr std::size_t kSumBytes = 32;
constexpr std::size_t kRowBytes = 20;
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 32;

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

InputStamps InputStamps::load(const std::string& directory, std::uint64_t generation) {
  InputStamps stamps;
  const auto bytes = real_files().read(path_of(directory), kMaxBytes);
  if (!bytes || !std::string_view(*bytes).starts_with(kHead)) return stamps;
  std::string_view rest = *bytes;
  const std::size_t fixed = kHead.size() + sizeof(std::uint64_t) + kSumBytes;
  if (rest.size() < fixed || (rest.size() - fixed) % kRowBytes != 0) return stamps;
  const std::string_view sum = rest.substr(rest.size() - kSumBytes);
  rest.remove_suffix(kSumBytes);
  if (fingerprint(rest) != sum) return stamps;
  rest.remove_prefix(kHead.size());
  if (take_raw<std::uint64_t>(rest) > generation) return stamps;
  stamps.by_place_.reserve(rest.size() / kRowBytes);
  while (!rest.empty()) {
    const auto place = take_raw<std::uint64_t>(rest);
    const auto state = take_raw<std::uint64_t>(rest);
    stamps.by_place_[place] = {state, take_raw<std::uint32_t>(rest)};
  }
  return stamps;
}

std::uint32_t InputStamps::articles_of(const FileIdentity& file) const {
  const auto found = by_place_.find(file.place);
  return found != by_place_.end() && found->second.state == file.state ? found->second.articles : 0;
}

void InputStamps::put(const FileIdentity& file, std::uint32_t articles) {
  by_place_[file.place] = {file.state, articles};
  changed_ = true;
}

Status InputStamps::save(const std::string& directory, std::uint64_t generation) const {
  std::string bytes(kHead);
  bytes.reserve(kHead.size() + by_place_.size() * kRowBytes + 64);
  put_raw(bytes, generation);
  for (const auto& [place, stamp] : by_place_) {
    put_raw(bytes, place);
    put_raw(bytes, stamp.state);
    put_raw(bytes, stamp.articles);
  }
  bytes += fingerprint(bytes);
  return replace_file(path_of(directory), bytes);
}

void InputStamps::drop(const std::string& directory) { std::remove(path_of(directory).c_str()); }

}  // namespace dateline::indexer

// The head, then a line of 32 digits for each slot, dashes where it is free, then the suspects. A
// slot is overwritten in place: one call to the system for a document, and nothing to wait for,
// since only the death of the process matters and not that of the machine.
#include "indexer/write/index/under_way.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "common/base/file.h"
#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kFileHead = "dateline-underway 1\n";
constexpr std::size_t kFingerprintDigits = 32;
constexpr std::size_t kLine = kFingerprintDigits + 1;
constexpr std::size_t kMaxSuspects = 4096;
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 20;

bool is_fingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return is_ascii_digit(c) || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

UnderWay::UnderWay(const std::string& directory, unsigned slots)
    : path_(directory + "/underway"), slots_(slots) {
  const auto bytes = real_files().read(path_, kMaxBytes);
  exists_ = bytes.has_value();
  if (!bytes || !std::string_view(*bytes).starts_with(kFileHead)) return;
  for (const std::string_view line :
       split(std::string_view(*bytes).substr(kFileHead.size()), '\n')) {
    if (is_fingerprint(line) && suspects_.size() < kMaxSuspects) suspects_.emplace(line);
  }
}

UnderWay::~UnderWay() {
  if (file_ >= 0) ::close(file_);
}

bool UnderWay::is_suspect(std::string_view fingerprint) const {
  const std::lock_guard lock(mutex_);
  return suspects_.contains(fingerprint);
}

void UnderWay::acquit(std::string_view fingerprint) {
  const std::lock_guard lock(mutex_);
  const auto found = suspects_.find(fingerprint);
  if (found != suspects_.end()) suspects_.erase(found);
}

std::string UnderWay::content() const {
  std::string out(kFileHead);
  for (unsigned slot = 0; slot < slots_; ++slot) out.append(kFingerprintDigits, '-') += '\n';
  for (const std::string& suspect : suspects_) out.append(suspect) += '\n';
  return out;
}

void UnderWay::create() {
  const std::lock_guard lock(mutex_);
  if (!replace_file(path_, content())) return;
  exists_ = true;
  file_ = ::open(path_.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
}

void UnderWay::begin(unsigned slot, std::string_view fingerprint) {
  if (slot >= slots_ || !is_fingerprint(fingerprint)) return;
  std::call_once(created_, [this] { create(); });
  if (file_ < 0) return;
  const auto place = static_cast<off_t>(kFileHead.size() + slot * kLine);
  [[maybe_unused]] const ssize_t written =
      ::pwrite(file_, fingerprint.data(), kFingerprintDigits, place);
}

void UnderWay::finish() {
  const std::lock_guard lock(mutex_);
  if (!exists_) return;
  // What could not be replaced is read as suspects by the next run, which costs it a few trials.
  if (suspects_.empty()) {
    std::remove(path_.c_str());
  } else {
    [[maybe_unused]] const Status kept = replace_file(path_, content());
  }
}

}  // namespace dateline::indexer

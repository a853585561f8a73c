#include "indexer/cli/reject_log.h"

#include <fmt/format.h>

#include <cerrno>

#include "common/base/file.h"
#include "common/base/printable.h"
#include "common/program/output.h"
#include "indexer/cli/options.h"

namespace dateline::indexer::cli {
namespace {

constexpr std::uint64_t kMostWarnings = 100;

std::string place_of(std::string_view path, std::string_view member, std::uint64_t offset) {
  return visible(path) + (member.empty() ? "" : fmt::format(" ({})", visible(member))) +
         (offset > 0 ? fmt::format(", byte {}", offset) : "");
}

}  // namespace

std::string describe(const Rejection& rejection, const program::Style& style) {
  return fmt::format("{}{}:{} {}: {} [{}]", style.error, kProgram, style.reset,
                     place_of(rejection.path, rejection.member, rejection.offset),
                     visible(rejection.reason), rejection.code);
}

std::string describe(const Origin& origin, const LeftOut& left_out) {
  return fmt::format("{}: warning: {}: {} is left out: {} [{}]", kProgram,
                     place_of(origin.path, origin.member, origin.offset), left_out.field,
                     visible(left_out.reason), kLeftOutCode);
}

Result<RejectLog> RejectLog::open(const std::string& path, const program::Style& style) {
  RejectLog log;
  log.path_ = path;
  log.style_ = style;
  if (path.empty()) return log;
  errno = 0;
  log.file_.open(path, std::ios::binary | std::ios::trunc);
  if (!log.file_) return failure(io_error("cannot write " + path, errno));
  return log;
}

void RejectLog::add(const Rejection& rejection) {
  ++count_;
  program::complain(describe(rejection, style_) + "\n");
  if (file_.is_open()) file_ << rejection.to_json() << '\n';
}

void RejectLog::warn(const Origin& origin, const std::vector<LeftOut>& left_out) {
  for (const LeftOut& one : left_out) {
    if (++warnings_ <= kMostWarnings) program::complain(describe(origin, one) + "\n");
  }
}

Status RejectLog::close() {
  if (warnings_ > kMostWarnings) {
    program::complain(fmt::format("{}: warning: {} more values were left out\n", kProgram,
                                  warnings_ - kMostWarnings));
  }
  if (!file_.is_open()) return {};
  errno = 0;
  file_.close();
  if (file_) return {};
  return failure(io_error("cannot write " + path_, errno));
}

}  // namespace dateline::indexer::cli

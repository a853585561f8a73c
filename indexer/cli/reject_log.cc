#include "indexer/cli/reject_log.h"

#include <fmt/format.h>

#include <cerrno>

#include "common/base/file.h"
#include "common/base/printable.h"
#include "common/program/output.h"
#include "indexer/cli/options.h"

namespace dateline::indexer::cli {
std::string describe(const Rejection& rejection, const program::Style& style) {
  const std::string place =
      rejection.offset > 0 ? fmt::format(", byte {}", rejection.offset) : std::string();
  return fmt::format("{}{}:{} {}{}: {} [{}]", style.error, kProgram, style.reset,
                     visible(rejection.path), place, visible(rejection.reason), rejection.code);
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

Status RejectLog::close() {
  if (!file_.is_open()) return {};
  errno = 0;
  file_.close();
  if (file_) return {};
  return failure(io_error("cannot write " + path_, errno));
}

}  // namespace dateline::indexer::cli

#include "searcher/http/watching/log_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "common/base/file.h"

namespace dateline::http {

Result<std::unique_ptr<LogFile>> LogFile::open(const std::string& path) {
  std::unique_ptr<LogFile> log(new LogFile());
  if (path.empty() || path == "none") return log;
  log->keeps_ = true;
  log->is_standard_error_ = path == "-";
  if (log->is_standard_error_) return log;
  constexpr mode_t kOwnersAlone = 0600;
  log->file_ = Descriptor(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, kOwnersAlone));
  if (log->file_.number() < 0) return failure(io_error("cannot open the log " + path, errno));
  return log;
}

void LogFile::write(std::string_view line) {
  if (!keeps_) return;
  std::string whole(line);
  whole += '\n';
  const std::lock_guard lock(mutex_);
  const int file = is_standard_error_ ? STDERR_FILENO : file_.number();
  std::string_view left = whole;
  while (!left.empty()) {
    const ssize_t written = ::write(file, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    left.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace dateline::http

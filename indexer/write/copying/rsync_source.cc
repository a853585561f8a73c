// What rsync is asked, and why:
//
//   --inplace          files get their own names at once: a killed run leaves none that nobody knows
//   --times            what has come whole is not sent again when the run is repeated
//   --chmod=ugo=rwX    permissions as other files that are made here have them
//   --secluded-args    names are sent in rsync's own protocol, so that no shell there reads them
//   --timeout=60       seconds without a byte
//   --from0 --files-from=-   what to copy, by name, on standard input
//
// Links, devices and directories are not asked for, so whoever serves the files cannot have any made.
//
// Tested by tests/indexer/write/copying/rsync_source_test.cc, and with rsync itself, over a
// stand-in for ssh and over ssh, by tests/cli/pull_test.py.
#include "indexer/write/copying/rsync_source.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "common/base/printable.h"
#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

// How rsync and ssh end, as rsync(1) and ssh(1) have it.
constexpr int kStreamEnded = 12;
constexpr int kSomeFilesMissing = 23;
constexpr int kSomeFilesVanished = 24;
constexpr int kTimeout = 30;
constexpr int kTimeoutOfConnection = 35;
constexpr int kNoProgram = 127;
constexpr int kSshFailed = 255;

bool has(const std::string& errors, std::string_view words) {
  return errors.find(words) != std::string::npos;
}

// What they said first is the cause; what follows are its consequences.
std::string first_words(const std::string& errors) {
  for (const std::string_view line : split(std::string_view(errors), '\n')) {
    if (!trim(line).empty()) return printable(line);
  }
  return "it gave no reason";
}

// A name that begins with a dash would be an option there.
std::string path_on_the_other_side(const std::string& path) {
  return path.starts_with("-") ? "./" + path : path;
}

}  // namespace

RsyncSource::RsyncSource(RemoteDirectory place, CommandRunner& runner,
                         std::function<bool()> stopping)
    : place_(std::move(place)),
      name_(place_.host + ":" + place_.path),
      runner_(runner),
      stopping_(std::move(stopping)) {}

Status RsyncSource::fetch(const std::vector<std::string>& names, const std::string& into) {
  if (auto made = make_directories_for(names, into); !made) return made;
  Command command;
  command.arguments = {"rsync",
                       "--inplace",
                       "--times",
                       "--chmod=ugo=rwX",
                       "--secluded-args",
                       "--timeout=60",
                       "--from0",
                       "--files-from=-",
                       "--no-motd",
                       "--",
                       place_.host + ":" + path_on_the_other_side(place_.path) + "/",
                       into + "/"};
  for (const std::string& name : names) command.input.append(name).push_back('\0');
  command.kept_open = kept_open_;
  const auto end = runner_.run(command, stopping_);
  if (!end && end.error().code == ErrorCode::kNotFound) {
    return failure(ErrorCode::kIo, "copying from another machine needs rsync, which is not here",
                   "install it: apt-get install rsync");
  }
  if (!end) return failure(end.error());
  if (end->code == 0) return {};
  return failure(error_of(*end));
}

Error RsyncSource::error_of(const CommandEnd& end) const {
  const std::string words = first_words(end.errors);
  if (stopping_ && stopping_()) return copy_stopped();
  if (has(end.errors, "No space left on device") || has(end.errors, "Disk quota exceeded")) {
    return {ErrorCode::kNoSpace, "no space for the copy: " + words,
            "free some space, then run it again: what has come is kept"};
  }
  if (end.code == kNoProgram || has(end.errors, "command not found") ||
      has(end.errors, "rsync: not found")) {
    return {ErrorCode::kIo, fmt::format("{} has no rsync: {}", place_.host, words),
            "install it there: apt-get install rsync"};
  }
  // Which of the two codes it is depends on who notices first.
  const bool is_of_ssh =
      end.code == kSshFailed ||
      (end.code == kStreamEnded && !words.starts_with("rsync") && !end.errors.empty());
  if (is_of_ssh) {
    return {ErrorCode::kIo, fmt::format("cannot reach {} by ssh: {}", place_.host, words),
            fmt::format("see that this ends without a question: ssh {} true", place_.host)};
  }
  const bool is_file = end.code == kSomeFilesMissing || has(end.errors, "change_dir");
  const bool is_missing = is_file && has(end.errors, "No such file or directory");
  if (is_missing || end.code == kSomeFilesVanished) {
    return {ErrorCode::kNotFound, fmt::format("{}: {}", name_, words), ""};
  }
  if (end.code == kTimeout || end.code == kTimeoutOfConnection) {
    return {ErrorCode::kIo, fmt::format("{} has not sent a byte for a minute", place_.host),
            "see whether it is up, then run it again: what has come is kept"};
  }
  return {
      ErrorCode::kIo,
      fmt::format("rsync could not copy from {} (it ended with {}): {}", name_, end.code, words),
      "put that right, then run it again: what has come is kept"};
}

}  // namespace dateline::indexer

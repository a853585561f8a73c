#include "searcher/cli/query_list.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iostream>
#include <istream>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/file.h"
#include "common/base/strings.h"
#include "common/program/output.h"
#include "searcher/cli/options.h"
#include "searcher/output/query_table.h"

namespace dateline::search::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// A query has at most 4,096 bytes; of a longer line no more is kept than shows that it is.
constexpr std::size_t kMostKept = 4'097;

// Lines with their numbers, without their ends.
class Lines {
 public:
  explicit Lines(std::istream& in) : in_(in) {}

  std::optional<std::string> next() {
    std::string line;
    bool any = false;
    for (int byte = in_.get(); byte != std::istream::traits_type::eof(); byte = in_.get()) {
      any = true;
      if (byte == '\n') break;
      if (line.size() < kMostKept) line += static_cast<char>(byte);
    }
    if (!any) return std::nullopt;
    if (++number_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    return std::string(trim(line));
  }

  std::size_t number() const { return number_; }

 private:
  std::istream& in_;
  std::size_t number_ = 0;
};

class ListRun {
 public:
  ListRun(Searcher& searcher, Request request, output::TableFormat format)
      : searcher_(searcher), request_(std::move(request)), format_(format) {}

  program::ExitCode run(std::istream& in) {
    out_.write(output::heading_of_queries(format_));
    Lines lines(in);
    while (auto line = lines.next()) {
      if (out_.ended()) break;
      if (!line->empty()) ask(std::move(*line), lines.number());
    }
    if (auto flushed = out_.flush(); !flushed) return fail(flushed.error());
    return wrong_ == 0 ? program::ExitCode::kDone : program::ExitCode::kRejectedSome;
  }

 private:
  void ask(std::string query, std::size_t number) {
    request_.query = std::move(query);
    const auto summary = summary_of(searcher_, request_);
    if (!summary) {
      ++wrong_;
      Error error = summary.error();
      error.message = fmt::format("line {}: {}", number, error.message);
      fail(error);
      return;
    }
    if (summary->partial) {
      program::complain(fmt::format("line {}: time was up, and the row is not complete\n", number));
    }
    out_.write(output::row_of(*summary, format_));
  }

  Searcher& searcher_;
  Request request_;
  output::TableFormat format_;
  program::Output out_;
  std::size_t wrong_ = 0;
};

}  // namespace

program::ExitCode run_list(Searcher& searcher, const Request& request, const std::string& path,
                           const std::string& format) {
  const auto table =
      format == "jsonl" ? output::TableFormat::kJsonLines : output::TableFormat::kCsv;
  ListRun run(searcher, request, table);
  if (path == "-") return run.run(std::cin);
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(io_error("cannot read " + path, errno));
  return run.run(file);
}

}  // namespace dateline::search::cli

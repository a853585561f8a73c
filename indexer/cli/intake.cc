#include "indexer/cli/intake.h"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/program/signals.h"

namespace dateline::indexer::cli {

Result<DocumentReader> open_inputs(const InputOptions& input, const ResourceOptions& resources,
                                   StopCheck stop, KnownArticles known) {
  auto list = InputList::open(input.list());
  if (!list) return failure(list.error());
  ReadOptions options;
  options.kind = input.forced_kind();
  options.max_document_bytes = resources.max_document_bytes();
  options.salt = input.salt();
  options.known_articles = std::move(known);
  options.stop = [stop = std::move(stop)] {
    return program::caught_signal() != 0 || (stop && stop());
  };
  return DocumentReader(std::move(*list), std::move(options));
}

std::optional<std::uint64_t> total_bytes(const InputOptions& input) {
  if (input.files_from == "-") return std::nullopt;
  auto list = InputList::open(input.list());
  if (!list) return std::nullopt;
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  std::uint64_t total = 0;
  while (auto item = list->next()) {
    if (std::chrono::steady_clock::now() > patience) return std::nullopt;
    if (!*item) continue;
    std::error_code error;
    const auto size = std::filesystem::file_size((*item)->path, error);
    if (error) return std::nullopt;
    total += size;
  }
  return total;
}

}  // namespace dateline::indexer::cli

#include "indexer/pipeline/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/base/figures.h"
#include "indexer/pipeline/formats.h"
#include "indexer/write/index/document_cost.h"

namespace dateline::indexer {

Result<DocumentReader> open_inputs(const Inputs& inputs, const Resources& resources,
                                   const StopCheck& stop, KnownArticles known) {
  InputListOptions named = inputs.list;
  named.stop = stop;
  auto list = InputList::open(std::move(named));
  if (!list) return failure(list.error());
  ReadOptions options;
  options.tables = input_tables();
  options.kind = inputs.kind;
  options.max_document_bytes = resources.max_document_bytes();
  options.salt = fingerprint_salt(inputs.make);
  options.known_articles = std::move(known);
  options.stop = stop;
  return DocumentReader(std::move(*list), std::move(options));
}

Weigher::Weigher(const Resources& resources)
    : limit_(resources.document_memory()),
      // What leaves room for two documents a thread need not be looked into.
      enough_(limit_ / std::max(8U, 2 * resources.threads)) {}

tl::expected<std::uint64_t, Rejection> Weigher::weigh(const RawDocument& document) const {
  const std::uint64_t cost = memory_for_document(document.bytes, enough_);
  if (cost <= limit_) return cost;
  const std::uint64_t megabytes = std::bit_ceil((cost * kMemoryForDocuments >> 20) + 1);
  return tl::unexpected(reject_document(
      document, reject::kTooLarge,
      fmt::format("indexing it may take {} of memory, and one document may take {} of --memory; "
                  "run it with --memory {}M",
                  format_bytes(cost), format_bytes(limit_), megabytes)));
}

std::optional<std::uint64_t> total_bytes(const InputListOptions& inputs) {
  std::error_code unknown;
  // A list that comes down a pipe comes once.
  if (!inputs.files_from.empty() && !std::filesystem::is_regular_file(inputs.files_from, unknown)) {
    return std::nullopt;
  }
  auto list = InputList::open(inputs);
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

}  // namespace dateline::indexer

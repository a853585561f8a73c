#include "indexer/pipeline/article_taker.h"

#include <fmt/format.h>

#include <utility>

#include "common/base/figures.h"
#include "common/base/fingerprint.h"
#include "indexer/pipeline/formats.h"
#include "indexer/write/index/input_stamps.h"
#include "indexer/write/segment/builder_gate.h"

namespace dateline::indexer {
namespace {

using FormatOrRefusal = tl::expected<const Format*, Refusal>;

FormatOrRefusal refused(std::string_view code, std::string reason) {
  return tl::unexpected(Refusal{code, std::move(reason)});
}

FormatOrRefusal format_by_content(std::string_view bytes) {
  const InputTables& tables = input_tables();
  const auto kind = content_kind(bytes.substr(0, kHeadBytes), tables);
  if (!kind) return tl::unexpected(kind.error());
  if (const auto* format = std::get_if<const Format*>(&*kind)) return *format;
  const std::string_view container = name_of(*kind);
  // A record on one line begins as a file of many does.
  if (container == "jsonl") return tables.format("json");
  return refused(reject::kUnsupported,
                 fmt::format("it is a {}, which has many articles; add each by itself", container));
}

FormatOrRefusal format_of(const GivenBytes& given) {
  if (given.format.empty() || given.format == "auto") return format_by_content(given.bytes);
  if (const Format* format = input_tables().format(given.format)) return format;
  return refused(reject::kUnsupported, fmt::format("there is no format “{}”", given.format));
}

// Bytes without an address are one and the same article for as long as they are the same.
std::string place_of(const GivenBytes& given) {
  return given.url.empty() ? "bytes:" + fingerprint(given.bytes) : std::string(given.url);
}

RawDocument document_of(const GivenBytes& given, const Format& format, const MakeOptions& options) {
  RawDocument out;
  out.format = &format;
  out.bytes = given.bytes;
  out.url = given.url;
  out.origin.path = place_of(given);
  out.fingerprint = fingerprint(
      {"given", out.origin.path, given.url, format.mark, fingerprint_salt(options), given.bytes});
  return out;
}

Rejection rejection_of(const GivenBytes& given, const Refusal& refusal) {
  return {place_of(given), 0, std::string(refusal.code), refusal.reason};
}

}  // namespace

ArticleTaker::ArticleTaker(std::string directory, std::unique_ptr<IndexWriter> writer)
    : directory_(std::move(directory)),
      weigher_(resources_),
      analyser_(resources_.vocabulary_bytes()),
      writer_(std::move(writer)) {}

Result<std::unique_ptr<ArticleTaker>> ArticleTaker::open(const std::string& directory) {
  const auto builder = choose_builder(BuilderChoice::kAuto);
  if (!builder) return failure(builder.error());
  WriterOptions options;
  options.builder = builder->kind;
  auto writer = IndexWriter::open(directory, options);
  if (!writer) return failure(writer.error());
  return std::unique_ptr<ArticleTaker>(new ArticleTaker(directory, std::move(*writer)));
}

Result<std::variant<Taken, Rejection>> ArticleTaker::take(const GivenBytes& given) {
  const auto most = resources_.max_document_bytes();
  if (given.bytes.size() > most) {
    return rejection_of(given, {reject::kTooLarge,
                                fmt::format("{} are more than the {} of one document",
                                            format_bytes(given.bytes.size()), format_bytes(most))});
  }
  const auto format = format_of(given);
  if (!format) return rejection_of(given, format.error());
  const RawDocument document = document_of(given, **format, options_);
  const auto unchanged = writer_->has_unchanged(document.fingerprint);
  if (!unchanged) return failure(unchanged.error());
  if (*unchanged) return Taken::kUnchanged;
  if (const auto weighed = weigher_.weigh(document); !weighed) return weighed.error();
  const auto made = make_article(document, options_);
  if (!made) return made.error();
  if (writer_->is_blocked(made->article)) return Taken::kBlocked;
  const auto added = writer_->add(analyser_.analyse(made->article, document.fingerprint));
  if (!added) return failure(added.error());
  if (*added == AddOutcome::kOutdated) return Taken::kOutdated;
  return *added == AddOutcome::kReplaced ? Taken::kReplaced : Taken::kAdded;
}

Result<std::uint64_t> ArticleTaker::remove_id(std::string_view id) {
  return removed(writer_->remove_id(id));
}

Result<std::uint64_t> ArticleTaker::remove_url(std::string_view url) {
  return removed(writer_->remove_url(url));
}

// Files that have not changed may have the article to give again.
Result<std::uint64_t> ArticleTaker::removed(Result<std::uint64_t> gone) {
  if (gone && *gone > 0) InputStamps::drop(directory_);
  return gone;
}

Status ArticleTaker::commit() { return writer_->finish(); }

}  // namespace dateline::indexer

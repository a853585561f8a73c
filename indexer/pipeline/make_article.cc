#include "indexer/pipeline/make_article.h"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <string>

#include "common/base/clock.h"
#include "common/document/usable_values.h"
#include "indexer/enrich/enrich.h"
#include "indexer/extract/extraction_version.h"
#include "indexer/write/analysis/analysis_version.h"

namespace dateline::indexer {
namespace {

ExtractResult make_unguarded(const RawDocument& document, const MakeOptions& options) {
  auto made = document.format->parse(document, ExtractOptions{options.keep_all});
  if (!made) return made;
  made->left_out = leave_out_unusable(made->article, system_clock().now());
  enrich(made->article, {options.entities, document.format->is_record});
  return made;
}

}  // namespace

std::string fingerprint_salt(const MakeOptions& options) {
  // Versions only rise, so their sum is a number that no earlier pair of them had.
  return fmt::format("{} entities={} keep={}", kExtractionVersion + kAnalysisVersion,
                     options.entities ? "on" : "none", options.keep_all ? "all" : "articles");
}

ExtractResult make_article(const RawDocument& document, const MakeOptions& options) {
  try {
    return make_unguarded(document, options);
  } catch (const std::bad_alloc&) {
    return tl::unexpected(
        reject_document(document, reject::kNoMemory,
                        "out of memory while it was read; run again with fewer --threads, or where "
                        "there is more memory"));
  } catch (const std::exception& fault) {
    return tl::unexpected(reject_document(
        document, reject::kInternal,
        fmt::format("a fault of this program: {}; please report it", fault.what())));
  }
}

}  // namespace dateline::indexer

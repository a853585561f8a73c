#include "indexer/pipeline/make_article.h"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <string>

#include <nlohmann/json.hpp>

#include "common/base/clock.h"
#include "common/base/utf8.h"
#include "common/document/usable_values.h"
#include "common/schema/article_json.h"
#include "indexer/enrich/enrich.h"
#include "indexer/extract/extraction_version.h"
#include "indexer/write/analysis/analysis_version.h"

namespace dateline::indexer {
namespace {

tl::unexpected<Rejection> rejected(const RawDocument& document, std::string_view code,
                                   std::string reason) {
  return tl::unexpected(Rejection{document.origin.path, document.origin.offset, std::string(code),
                                  std::move(reason)});
}

// Read only when something is wrong, to say what.
tl::unexpected<Rejection> judge_record(const RawDocument& document, const Error& error) {
  if (!is_valid_utf8(document.bytes)) {
    return rejected(document, reject::kBadJson, "not valid UTF-8");
  }
  const auto first = document.bytes.find_first_not_of(" \t\r\n");
  const bool object = first != std::string::npos && document.bytes[first] == '{' &&
                      nlohmann::json::accept(document.bytes);
  return rejected(document, object ? reject::kBadRecord : reject::kBadJson, error.message);
}

ExtractResult article_from_record(const RawDocument& document) {
  auto article = schema::article_from_json(document.bytes);
  if (!article) return judge_record(document, article.error());
  if (!article->has_text()) {
    return rejected(document, reject::kNoText, "a record with neither headline nor body");
  }
  article->origin = document.origin;
  return Extraction{std::move(*article), {}, {}};
}

ExtractResult make_unguarded(const RawDocument& document, const MakeOptions& options) {
  const bool record = document.kind == InputKind::kJsonl;
  auto made = record ? article_from_record(document)
                     : extract_article(document, ExtractOptions{options.keep_all});
  if (!made) return made;
  made->left_out = leave_out_unusable(made->article, system_clock().now());
  enrich(made->article, {options.entities, record});
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
    return rejected(document, reject::kNoMemory,
                    "out of memory while it was read; run again with fewer --threads, or where "
                    "there is more memory");
  } catch (const std::exception& fault) {
    return rejected(document, reject::kInternal,
                    fmt::format("a fault of this program: {}; please report it", fault.what()));
  }
}

}  // namespace dateline::indexer

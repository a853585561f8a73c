#include "indexer/pipeline/make_article.h"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <set>
#include <string>
#include <utility>

#include "common/base/clock.h"
#include "common/document/usable_values.h"
#include "indexer/enrich/enrich.h"
#include "indexer/extract/extraction_version.h"
#include "indexer/mapping/field_map.h"
#include "indexer/write/analysis/analysis_version.h"

namespace dateline::indexer {
namespace {

std::string faults_of(const Extraction& made) {
  std::string out;
  for (const LeftOut& one : made.left_out) {
    out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", one.field, one.reason);
  }
  return out;
}

ExtractResult make_unguarded(const RawDocument& document, const MakeOptions& options) {
  auto made = document.format->parse(
      document, ExtractOptions{options.keep_all, options.map.get(), options.keep_origin});
  if (!made) return made;
  for (LeftOut& one : leave_out_unusable(made->article, system_clock().now())) {
    made->left_out.push_back(std::move(one));
  }
  if (options.strict && !made->left_out.empty()) {
    return tl::unexpected(reject_document(document, reject::kBadRecord, faults_of(*made)));
  }
  if (made->article.access.empty()) made->article.access = options.access;
  enrich(made->article, {options.entities, document.format->is_record});
  return made;
}

}  // namespace

std::string fingerprint_salt(const MakeOptions& options) {
  // Versions only rise, so their sum is a number that no earlier pair of them had.
  // What is rarely asked for is named only then: indexes keep the rest.
  std::string rare = options.strict ? " strict" : "";
  if (!options.access.empty()) {
    std::set<std::string_view> groups(options.access.begin(), options.access.end());
    rare += " access=";
    for (const std::string_view group : groups) rare += fmt::format("{}:{},", group.size(), group);
  }
  if (options.keep_origin) rare += " origin";
  if (options.map) rare += " map=" + options.map->fingerprint();
  return fmt::format("{} entities={} keep={}{}", kExtractionVersion + kAnalysisVersion,
                     options.entities ? "on" : "none", options.keep_all ? "all" : "articles", rare);
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

#include "searcher/capi/searcher.h"

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/capi/error.h"

namespace dateline::capi {
namespace {

using Opened = Result<dateline_searcher*>;

Opened handle_of(Result<search::Searcher> searcher) {
  if (!searcher) return failure(searcher.error());
  return std::make_unique<dateline_searcher>(std::move(*searcher)).release();
}

Opened open_places(const char* const* places, std::size_t count) {
  if (places == nullptr) return missing("places");
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    if (places[i] == nullptr) return missing("a place");
    names.emplace_back(places[i]);
  }
  if (names.empty()) {
    return failure(ErrorCode::kUsage, "no index is named", "name a directory or host:port");
  }
  return handle_of(search::Searcher::open(names));
}

// Puts a table of words or names to use.
int use(dateline_searcher* searcher, const char* path, dateline_error** error,
        Status (search::Searcher::*use_file)(const std::string& path)) {
  return guarded<int>(error, "reading a table", 0, [&]() -> Result<int> {
    if (searcher == nullptr) return missing("searcher");
    if (path == nullptr) return missing("path");
    const std::lock_guard lock(searcher->mutex);
    if (auto used = (searcher->searcher.*use_file)(path); !used) return failure(used.error());
    return 1;
  });
}

}  // namespace
}  // namespace dateline::capi

using namespace dateline;  // NOLINT(google-build-using-namespace): the functions below are C

const char* dateline_version() { return DATELINE_VERSION; }

const char* dateline_xapian_version() { return Xapian::version_string(); }

dateline_searcher* dateline_open(const char* place, dateline_error** error) {
  return dateline_open_several(&place, 1, error);
}

dateline_searcher* dateline_open_several(const char* const* places, size_t count,
                                         dateline_error** error) {
  return capi::guarded<dateline_searcher*>(error, "opening an index", nullptr,
                                           [&] { return capi::open_places(places, count); });
}

dateline_searcher* dateline_another(dateline_searcher* searcher, dateline_error** error) {
  return capi::guarded<dateline_searcher*>(error, "opening an index", nullptr,
                                           [&]() -> capi::Opened {
                                             if (searcher == nullptr)
                                               return capi::missing("searcher");
                                             const std::lock_guard lock(searcher->mutex);
                                             return capi::handle_of(searcher->searcher.another());
                                           });
}

int dateline_use_synonyms(dateline_searcher* searcher, const char* path, dateline_error** error) {
  return capi::use(searcher, path, error, &search::Searcher::use_synonyms);
}

int dateline_use_aliases(dateline_searcher* searcher, const char* path, dateline_error** error) {
  return capi::use(searcher, path, error, &search::Searcher::use_aliases);
}

void dateline_close(dateline_searcher* searcher) { delete searcher; }

#include "indexer/capi/index.h"

#include <string>
#include <string_view>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "searcher/capi/error.h"

namespace dateline::capi {
namespace {

using indexer::ArticleTaker;
using indexer::MakeOptions;

Result<bool> chosen(std::string_view value, std::string_view yes, std::string_view no) {
  if (value == yes) return true;
  if (value == no) return false;
  return failure(ErrorCode::kUsage, "“" + std::string(value) + "” is no value of the option",
                 "it takes " + std::string(yes) + " or " + std::string(no));
}

Status set_flag(bool& flag, std::string_view value, std::string_view yes, std::string_view no) {
  const auto read = chosen(value, yes, no);
  if (!read) return failure(read.error());
  flag = *read;
  return {};
}

Status add_group(MakeOptions& options, std::string_view group) {
  if (group.empty() || trim(group) != group || !is_valid_utf8(group)) {
    return failure(ErrorCode::kUsage, "access: a group's name is text, without spaces around it");
  }
  options.access.emplace_back(group);
  return {};
}

Status set_option(MakeOptions& options, std::string_view name, std::string_view value) {
  if (name == "access") return add_group(options, value);
  if (name == "entities") return set_flag(options.entities, value, "on", "none");
  if (name == "keep-all") return set_flag(options.keep_all, value, "true", "false");
  if (name == "strict") return set_flag(options.strict, value, "true", "false");
  return failure(ErrorCode::kUsage, "“" + std::string(name) + "” is no option of what is added",
                 "options are access, entities, keep-all and strict");
}

// Runs `body` on the index, one call at a time. What fails in the writer is the end of it.
template <typename Value, typename Body>
Value written(dateline_index* index, dateline_error** error, const char* what, Value failed,
              Body&& body) {
  return guarded<Value>(error, what, failed, [&]() -> Result<Value> {
    if (index == nullptr) return missing("index");
    const std::lock_guard lock(index->mutex);
    if (index->failed) {
      return failure(ErrorCode::kUsage, "an earlier call on this index failed",
                     "close it, and open it again; what was committed is there");
    }
    // Whatever is thrown on the way leaves it half done.
    index->failed = true;
    auto done = std::forward<Body>(body)(*index->taker);
    index->failed = !done && done.error().code != ErrorCode::kUsage;
    return done;
  });
}

dateline_outcome outcome_of(indexer::Taken taken) {
  switch (taken) {
    case indexer::Taken::kReplaced:
      return DATELINE_REPLACED;
    case indexer::Taken::kUnchanged:
      return DATELINE_UNCHANGED;
    case indexer::Taken::kOutdated:
      return DATELINE_OUTDATED;
    case indexer::Taken::kBlocked:
      return DATELINE_BLOCKED;
    case indexer::Taken::kAdded:
      break;
  }
  return DATELINE_ADDED;
}

std::string_view text_or_none(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// A rejection leaves the index as it was, and is no failure of it.
using Verdict = std::variant<indexer::Taken, indexer::Rejection>;

dateline_outcome told(const Verdict& verdict, dateline_error** error) {
  if (const auto* taken = std::get_if<indexer::Taken>(&verdict)) return outcome_of(*taken);
  const auto& rejection = std::get<indexer::Rejection>(verdict);
  give({ErrorCode::kInvalidInput, rejection.reason, ""}, error, rejection.code);
  return DATELINE_FAILED;
}

int removed_from(dateline_index* index, const char* name, uint64_t* removed, dateline_error** error,
                 Result<std::uint64_t> (ArticleTaker::*remove)(std::string_view name)) {
  return written<int>(index, error, "removing an article", 0,
                      [&](ArticleTaker& taker) -> Result<int> {
                        if (name == nullptr) return missing("what to remove");
                        const auto gone = (taker.*remove)(name);
                        if (!gone) return failure(gone.error());
                        if (removed != nullptr) *removed = *gone;
                        return 1;
                      });
}

}  // namespace
}  // namespace dateline::capi

using namespace dateline;  // NOLINT(google-build-using-namespace): the functions below are C
using indexer::ArticleTaker;

dateline_index* dateline_index_open(const char* directory, dateline_error** error) {
  return capi::guarded<dateline_index*>(
      error, "opening an index", nullptr, [&]() -> Result<dateline_index*> {
        if (directory == nullptr) return capi::missing("directory");
        auto taker = ArticleTaker::open(directory);
        if (!taker) return failure(taker.error());
        return std::make_unique<dateline_index>(std::move(*taker)).release();
      });
}

int dateline_index_set(dateline_index* index, const char* name, const char* value,
                       dateline_error** error) {
  return capi::written<int>(index, error, "setting an option", 0,
                            [&](ArticleTaker& taker) -> Result<int> {
                              if (name == nullptr) return capi::missing("name");
                              if (value == nullptr) return capi::missing("value");
                              if (auto set = capi::set_option(taker.options(), name, value); !set) {
                                return failure(set.error());
                              }
                              return 1;
                            });
}

dateline_outcome dateline_index_add(dateline_index* index, const void* bytes, size_t size,
                                    const char* format, const char* url, dateline_error** error) {
  return capi::written<dateline_outcome>(
      index, error, "adding an article", DATELINE_FAILED,
      [&](ArticleTaker& taker) -> Result<dateline_outcome> {
        if (bytes == nullptr) return capi::missing("bytes");
        const std::string_view given(static_cast<const char*>(bytes), size);
        const auto verdict =
            taker.take({given, capi::text_or_none(format), capi::text_or_none(url)});
        if (!verdict) return failure(verdict.error());
        return capi::told(*verdict, error);
      });
}

int dateline_index_remove_id(dateline_index* index, const char* id, uint64_t* removed,
                             dateline_error** error) {
  return capi::removed_from(index, id, removed, error, &ArticleTaker::remove_id);
}

int dateline_index_remove_url(dateline_index* index, const char* url, uint64_t* removed,
                              dateline_error** error) {
  return capi::removed_from(index, url, removed, error, &ArticleTaker::remove_url);
}

int dateline_index_commit(dateline_index* index, dateline_error** error) {
  return capi::written<int>(index, error, "committing", 0, [](ArticleTaker& taker) -> Result<int> {
    if (auto committed = taker.commit(); !committed) return failure(committed.error());
    return 1;
  });
}

uint64_t dateline_index_articles(dateline_index* index) {
  return capi::written<uint64_t>(index, nullptr, "counting articles", 0,
                                 [](ArticleTaker& taker) { return taker.articles(); });
}

void dateline_index_close(dateline_index* index) { delete index; }

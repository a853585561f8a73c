#include "searcher/capi/answer.h"

#include <limits>
#include <memory>
#include <utility>

#include "searcher/capi/answers_as_json.h"
#include "searcher/output/answer_json.h"

namespace dateline::capi {
namespace {

std::string line_of(const output::Json& json) {
  std::string line = output::line_of(json);
  line.pop_back();  // the line feed
  return line;
}

const search::Notice* notice_of(const dateline_answer* answer, size_t number) {
  if (answer == nullptr || number >= answer->answer.notices.size()) return nullptr;
  return &answer->answer.notices[number];
}

const output::Json* member_of(const dateline_hit* hit, const char* key) {
  if (hit == nullptr || key == nullptr) return nullptr;
  const auto found = hit->members.find(key);
  return found == hit->members.end() ? nullptr : &*found;
}

template <typename Ask>
dateline_answer* handle_from(dateline_searcher* searcher, const dateline_request* given,
                             const char* query, dateline_error** error, Ask&& ask) {
  return guarded<dateline_answer*>(
      error, "asking an index", nullptr, [&]() -> Result<dateline_answer*> {
        auto answer = answered(searcher, given, query, ask);
        if (!answer) return failure(answer.error());
        return std::make_unique<dateline_answer>(std::move(*answer)).release();
      });
}

// As many hits as the request says, or all there are.
Result<search::Answer> streamed(search::Searcher& searcher, const dateline_request* given,
                                const char* query, dateline_take_hit take, void* context) {
  search::Request all;
  all.streams = true;
  all.limit = std::numeric_limits<std::size_t>::max();
  const auto request = asked(given, query, std::move(all));
  if (!request) return failure(request.error());
  return searcher.stream(*request, [&](const search::Hit& hit) {
    const dateline_hit handle(hit);
    return take(&handle, context) != 0;
  });
}

}  // namespace
}  // namespace dateline::capi

using namespace dateline;  // NOLINT(google-build-using-namespace): the functions below are C

dateline_hit::dateline_hit(const search::Hit& hit)
    : members(output::json_of(hit)), line(capi::line_of(members)) {}

dateline_answer::dateline_answer(search::Answer given)
    : answer(std::move(given)), line(capi::line_of(output::json_of(answer))) {
  hits.reserve(answer.hits.size());
  for (const search::Hit& hit : answer.hits) hits.emplace_back(hit);
}

dateline_answer* dateline_search(dateline_searcher* searcher, const char* query,
                                 const dateline_request* request, dateline_error** error) {
  return capi::handle_from(searcher, request, query, error,
                           [](auto& open, const auto& asked) { return open.search(asked); });
}

dateline_answer* dateline_similar(dateline_searcher* searcher, const char* id_or_url,
                                  const dateline_request* request, dateline_error** error) {
  return capi::handle_from(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<search::Answer> {
                             if (id_or_url == nullptr) return capi::missing("id_or_url");
                             return open.similar(id_or_url, asked);
                           });
}

dateline_answer* dateline_stream(dateline_searcher* searcher, const char* query,
                                 const dateline_request* request, dateline_take_hit take,
                                 void* context, dateline_error** error) {
  return capi::guarded<dateline_answer*>(
      error, "asking an index", nullptr, [&]() -> Result<dateline_answer*> {
        if (searcher == nullptr) return capi::missing("searcher");
        if (take == nullptr) return capi::missing("take");
        const std::lock_guard lock(searcher->mutex);
        auto answer = capi::streamed(searcher->searcher, request, query, take, context);
        if (!answer) return failure(answer.error());
        return std::make_unique<dateline_answer>(std::move(*answer)).release();
      });
}

uint64_t dateline_answer_total(const dateline_answer* answer) {
  return answer == nullptr ? 0 : answer->answer.total.value;
}

dateline_relation dateline_answer_relation(const dateline_answer* answer) {
  if (answer == nullptr) return DATELINE_EXACT;
  switch (answer->answer.total.relation) {
    case search::TotalRelation::kAtLeast:
      return DATELINE_AT_LEAST;
    case search::TotalRelation::kEstimate:
      return DATELINE_ESTIMATE;
    case search::TotalRelation::kExact:
      break;
  }
  return DATELINE_EXACT;
}

int dateline_answer_is_partial(const dateline_answer* answer) {
  return answer != nullptr && answer->answer.partial ? 1 : 0;
}

const char* dateline_answer_next(const dateline_answer* answer) {
  if (answer == nullptr || answer->answer.next.empty()) return nullptr;
  return answer->answer.next.c_str();
}

size_t dateline_answer_hits(const dateline_answer* answer) {
  return answer == nullptr ? 0 : answer->hits.size();
}

const dateline_hit* dateline_answer_hit(const dateline_answer* answer, size_t number) {
  return number < dateline_answer_hits(answer) ? &answer->hits[number] : nullptr;
}

size_t dateline_answer_notices(const dateline_answer* answer) {
  return answer == nullptr ? 0 : answer->answer.notices.size();
}

const char* dateline_answer_notice_code(const dateline_answer* answer, size_t number) {
  const auto* const notice = capi::notice_of(answer, number);
  return notice == nullptr ? nullptr : notice->code.c_str();
}

const char* dateline_answer_notice_text(const dateline_answer* answer, size_t number) {
  const auto* const notice = capi::notice_of(answer, number);
  return notice == nullptr ? nullptr : notice->text.c_str();
}

const char* dateline_answer_json(const dateline_answer* answer) {
  return answer == nullptr ? nullptr : answer->line.c_str();
}

void dateline_answer_free(dateline_answer* answer) { delete answer; }

const char* dateline_hit_text(const dateline_hit* hit, const char* key) {
  const auto* const member = capi::member_of(hit, key);
  if (member == nullptr || !member->is_string()) return nullptr;
  return member->get_ref<const std::string&>().c_str();
}

double dateline_hit_number(const dateline_hit* hit, const char* key, double missing) {
  const auto* const member = capi::member_of(hit, key);
  return member != nullptr && member->is_number() ? member->get<double>() : missing;
}

const char* dateline_hit_json(const dateline_hit* hit) {
  return hit == nullptr ? nullptr : hit->line.c_str();
}

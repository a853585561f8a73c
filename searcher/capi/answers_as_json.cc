#include "searcher/capi/answers_as_json.h"

#include <memory>
#include <utility>
#include <vector>

namespace dateline::capi {

std::string json_line(const output::Shown& shown) {
  static const auto kJson = output::renderer_for(output::Format::kJson, output::Terminal());
  std::string line = kJson->render(shown).results;
  if (!line.empty() && line.back() == '\n') line.pop_back();
  return line;
}

namespace {

using search::Request;
using search::Searcher;

// What `ask` answers, as text for a caller in C.
template <typename Ask>
char* json_answer(dateline_searcher* searcher, const dateline_request* given, const char* query,
                  dateline_error** error, Ask&& ask) {
  return guarded<char*>(error, "asking an index", nullptr, [&]() -> Result<char*> {
    auto answer = answered(searcher, given, query, ask);
    if (!answer) return failure(answer.error());
    return copied(json_line(output::Shown(std::move(*answer))));
  });
}

// The same of what `about` names, which has to be there; `name` is what the header calls it.
template <typename Ask>
char* json_answer_about(const char* name, const char* about, dateline_searcher* searcher,
                        const dateline_request* given, dateline_error** error, Ask&& ask) {
  return json_answer(searcher, given, nullptr, error,
                     [&](Searcher& open, const Request& asked) -> decltype(ask(open, asked)) {
                       if (about == nullptr) return missing(name);
                       return ask(open, asked);
                     });
}

Result<std::vector<std::string>> texts_of(const char* const* texts, std::size_t count) {
  if (texts == nullptr) return missing("queries");
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    if (texts[i] == nullptr) return missing("a query");
    out.emplace_back(texts[i]);
  }
  return out;
}

Result<search::Completions> completed(Searcher& searcher, const char* typed,
                                      const Request& request) {
  if (auto ok = search::check_beginning(typed, request.limit); !ok) return failure(ok.error());
  auto list = searcher.suggest(typed, request.limit, request);
  if (!list) return failure(list.error());
  return search::Completions{typed, std::move(*list)};
}

}  // namespace
}  // namespace dateline::capi

using namespace dateline;  // NOLINT(google-build-using-namespace): the functions below are C

char* dateline_search_json(dateline_searcher* searcher, const char* query,
                           const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, query, error,
                           [](auto& open, const auto& asked) { return open.search(asked); });
}

char* dateline_article_json(dateline_searcher* searcher, const char* id_or_url,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer_about(
      "id_or_url", id_or_url, searcher, request, error,
      [&](auto& open, const auto& asked) { return open.article(id_or_url, asked); });
}

char* dateline_story_json(dateline_searcher* searcher, const char* id,
                          const dateline_request* request, dateline_error** error) {
  return capi::json_answer_about(
      "id", id, searcher, request, error,
      [&](auto& open, const auto& asked) { return open.story(id, asked); });
}

char* dateline_similar_json(dateline_searcher* searcher, const char* id_or_url,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer_about(
      "id_or_url", id_or_url, searcher, request, error,
      [&](auto& open, const auto& asked) { return open.similar(id_or_url, asked); });
}

char* dateline_similar_to_draft_json(dateline_searcher* searcher, const char* draft, size_t size,
                                     const dateline_request* request, dateline_error** error) {
  return capi::json_answer_about("draft", draft, searcher, request, error,
                                 [&](auto& open, const auto& asked) {
                                   return open.similar_to_draft({draft, size}, asked);
                                 });
}

char* dateline_suggest_json(dateline_searcher* searcher, const char* typed,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer_about(
      "typed", typed, searcher, request, error,
      [&](auto& open, const auto& asked) { return capi::completed(open, typed, asked); });
}

char* dateline_trend_json(dateline_searcher* searcher, const char* const* queries, size_t count,
                          const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> decltype(open.trend({}, asked)) {
                             const auto texts = capi::texts_of(queries, count);
                             if (!texts) return failure(texts.error());
                             return open.trend(*texts, asked);
                           });
}

char* dateline_entity_json(dateline_searcher* searcher, const char* name,
                           const dateline_request* request, dateline_error** error) {
  return capi::json_answer_about(
      "name", name, searcher, request, error,
      [&](auto& open, const auto& asked) { return open.entity(name, asked); });
}

char* dateline_explain_json(dateline_searcher* searcher, const char* query, const char* id,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, query, error, [&](auto& open, const auto& asked) {
    return open.explain(asked, id == nullptr ? "" : id);
  });
}

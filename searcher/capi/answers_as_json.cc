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

Result<output::Shown> shown_from(auto answer) {
  if (!answer) return failure(std::move(answer.error()));
  return output::Shown(std::move(*answer));
}

// What `ask` answers, as text for a caller in C.
template <typename Ask>
char* json_answer(dateline_searcher* searcher, const dateline_request* given, const char* query,
                  dateline_error** error, Ask&& ask) {
  return guarded<char*>(error, "asking an index", nullptr, [&]() -> Result<char*> {
    const auto shown = answered<output::Shown>(searcher, given, query, ask);
    if (!shown) return failure(shown.error());
    return copied(json_line(*shown));
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

Result<output::Shown> completed(Searcher& searcher, const char* typed, const Request& request) {
  if (auto ok = search::check_beginning(typed, request.limit); !ok) return failure(ok.error());
  auto list = searcher.suggest(typed, request.limit, request);
  if (!list) return failure(list.error());
  return output::Shown(search::Completions{typed, std::move(*list)});
}

}  // namespace
}  // namespace dateline::capi

using namespace dateline;  // NOLINT(google-build-using-namespace): the functions below are C
using output::Shown;

char* dateline_search_json(dateline_searcher* searcher, const char* query,
                           const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, query, error, [](auto& open, const auto& asked) {
    return capi::shown_from(open.search(asked));
  });
}

char* dateline_article_json(dateline_searcher* searcher, const char* id_or_url,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<Shown> {
                             if (id_or_url == nullptr) return capi::missing("id_or_url");
                             return capi::shown_from(open.article(id_or_url, asked));
                           });
}

char* dateline_story_json(dateline_searcher* searcher, const char* id,
                          const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<Shown> {
                             if (id == nullptr) return capi::missing("id");
                             return capi::shown_from(open.story(id, asked));
                           });
}

char* dateline_similar_json(dateline_searcher* searcher, const char* id_or_url,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<Shown> {
                             if (id_or_url == nullptr) return capi::missing("id_or_url");
                             return capi::shown_from(open.similar(id_or_url, asked));
                           });
}

char* dateline_similar_to_draft_json(dateline_searcher* searcher, const char* draft, size_t size,
                                     const dateline_request* request, dateline_error** error) {
  return capi::json_answer(
      searcher, request, nullptr, error, [&](auto& open, const auto& asked) -> Result<Shown> {
        if (draft == nullptr) return capi::missing("draft");
        return capi::shown_from(open.similar_to_draft(std::string_view(draft, size), asked));
      });
}

char* dateline_suggest_json(dateline_searcher* searcher, const char* typed,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<Shown> {
                             if (typed == nullptr) return capi::missing("typed");
                             return capi::completed(open, typed, asked);
                           });
}

char* dateline_trend_json(dateline_searcher* searcher, const char* const* queries, size_t count,
                          const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<Shown> {
                             const auto texts = capi::texts_of(queries, count);
                             if (!texts) return failure(texts.error());
                             return capi::shown_from(open.trend(*texts, asked));
                           });
}

char* dateline_entity_json(dateline_searcher* searcher, const char* name,
                           const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, nullptr, error,
                           [&](auto& open, const auto& asked) -> Result<Shown> {
                             if (name == nullptr) return capi::missing("name");
                             return capi::shown_from(open.entity(name, asked));
                           });
}

char* dateline_explain_json(dateline_searcher* searcher, const char* query, const char* id,
                            const dateline_request* request, dateline_error** error) {
  return capi::json_answer(searcher, request, query, error, [&](auto& open, const auto& asked) {
    return capi::shown_from(open.explain(asked, id == nullptr ? "" : id));
  });
}

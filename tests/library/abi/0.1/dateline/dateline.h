/* What the header of 0.1.0 declared. It stays as it is: programs that were compiled with it have to run with every libdateline.so.0, which
   tests/library/abi_test.py checks. */
#ifndef DATELINE_DATELINE_H
#define DATELINE_DATELINE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

#define DATELINE_VERSION_MAJOR 0
#define DATELINE_VERSION_MINOR 1
#define DATELINE_VERSION_PATCH 0

DATELINE_API const char* dateline_version(void);

DATELINE_API const char* dateline_xapian_version(void);

DATELINE_API void dateline_free(char* text);

typedef struct dateline_error dateline_error;

typedef enum dateline_code {
  DATELINE_OK = 0,
  DATELINE_USAGE = 1,
  DATELINE_QUERY = 2,
  DATELINE_INVALID_INPUT = 3,
  DATELINE_NOT_FOUND = 4,
  DATELINE_IO = 5,
  DATELINE_NO_SPACE = 6,
  DATELINE_LOCKED = 7,
  DATELINE_FOREIGN = 8,
  DATELINE_CORRUPT = 9,
  DATELINE_FORMAT = 10,
  DATELINE_LIMIT = 11,
  DATELINE_NO_MEMORY = 12,
  DATELINE_INTERRUPTED = 13,
  DATELINE_INTERNAL = 14
} dateline_code;

DATELINE_API dateline_code dateline_error_code(const dateline_error* error);

DATELINE_API const char* dateline_error_name(const dateline_error* error);

DATELINE_API const char* dateline_error_message(const dateline_error* error);

DATELINE_API const char* dateline_error_hint(const dateline_error* error);

DATELINE_API const char* dateline_error_public_message(const dateline_error* error);

DATELINE_API const char* dateline_error_reason(const dateline_error* error);
DATELINE_API void dateline_error_free(dateline_error* error);

typedef struct dateline_searcher dateline_searcher;

DATELINE_API dateline_searcher* dateline_open(const char* place, dateline_error** error);

DATELINE_API dateline_searcher* dateline_open_several(const char* const* places, size_t count,
                                                      dateline_error** error);

DATELINE_API dateline_searcher* dateline_another(dateline_searcher* searcher,
                                                 dateline_error** error);

DATELINE_API int dateline_use_synonyms(dateline_searcher* searcher, const char* path,
                                       dateline_error** error);

DATELINE_API int dateline_use_aliases(dateline_searcher* searcher, const char* path,
                                      dateline_error** error);

DATELINE_API void dateline_close(dateline_searcher* searcher);

typedef struct dateline_request dateline_request;

DATELINE_API dateline_request* dateline_request_new(void);

DATELINE_API int dateline_request_set(dateline_request* request, const char* name,
                                      const char* value, dateline_error** error);
DATELINE_API void dateline_request_free(dateline_request* request);

DATELINE_API char* dateline_options_json(dateline_error** error);

typedef struct dateline_stop dateline_stop;

DATELINE_API dateline_stop* dateline_stop_new(void);

DATELINE_API void dateline_stop_now(dateline_stop* stop);

DATELINE_API void dateline_stop_free(dateline_stop* stop);

DATELINE_API int dateline_request_stop_with(dateline_request* request, const dateline_stop* stop,
                                            dateline_error** error);

DATELINE_API char* dateline_search_json(dateline_searcher* searcher, const char* query,
                                        const dateline_request* request, dateline_error** error);

DATELINE_API char* dateline_article_json(dateline_searcher* searcher, const char* id_or_url,
                                         const dateline_request* request, dateline_error** error);

DATELINE_API char* dateline_story_json(dateline_searcher* searcher, const char* id,
                                       const dateline_request* request, dateline_error** error);

DATELINE_API char* dateline_similar_json(dateline_searcher* searcher, const char* id_or_url,
                                         const dateline_request* request, dateline_error** error);

DATELINE_API char* dateline_similar_to_draft_json(dateline_searcher* searcher, const char* draft,
                                                  size_t size, const dateline_request* request,
                                                  dateline_error** error);

DATELINE_API char* dateline_suggest_json(dateline_searcher* searcher, const char* typed,
                                         const dateline_request* request, dateline_error** error);

DATELINE_API char* dateline_trend_json(dateline_searcher* searcher, const char* const* queries,
                                       size_t count, const dateline_request* request,
                                       dateline_error** error);

DATELINE_API char* dateline_entity_json(dateline_searcher* searcher, const char* name,
                                        const dateline_request* request, dateline_error** error);

DATELINE_API char* dateline_explain_json(dateline_searcher* searcher, const char* query,
                                         const char* id, const dateline_request* request,
                                         dateline_error** error);

typedef struct dateline_answer dateline_answer;

typedef struct dateline_hit dateline_hit;

typedef enum dateline_relation {
  DATELINE_EXACT = 0,
  DATELINE_AT_LEAST = 1,
  DATELINE_ESTIMATE = 2
} dateline_relation;

DATELINE_API dateline_answer* dateline_search(dateline_searcher* searcher, const char* query,
                                              const dateline_request* request,
                                              dateline_error** error);
DATELINE_API dateline_answer* dateline_similar(dateline_searcher* searcher, const char* id_or_url,
                                               const dateline_request* request,
                                               dateline_error** error);

DATELINE_API uint64_t dateline_answer_total(const dateline_answer* answer);
DATELINE_API dateline_relation dateline_answer_relation(const dateline_answer* answer);

DATELINE_API int dateline_answer_is_partial(const dateline_answer* answer);

DATELINE_API const char* dateline_answer_next(const dateline_answer* answer);

DATELINE_API size_t dateline_answer_hits(const dateline_answer* answer);
DATELINE_API const dateline_hit* dateline_answer_hit(const dateline_answer* answer, size_t number);

DATELINE_API size_t dateline_answer_notices(const dateline_answer* answer);
DATELINE_API const char* dateline_answer_notice_code(const dateline_answer* answer, size_t number);
DATELINE_API const char* dateline_answer_notice_text(const dateline_answer* answer, size_t number);

DATELINE_API const char* dateline_answer_json(const dateline_answer* answer);
DATELINE_API void dateline_answer_free(dateline_answer* answer);

DATELINE_API const char* dateline_hit_text(const dateline_hit* hit, const char* key);

DATELINE_API double dateline_hit_number(const dateline_hit* hit, const char* key, double missing);

DATELINE_API const char* dateline_hit_json(const dateline_hit* hit);

typedef int (*dateline_take_hit)(const dateline_hit* hit, void* context);

DATELINE_API dateline_answer* dateline_stream(dateline_searcher* searcher, const char* query,
                                              const dateline_request* request,
                                              dateline_take_hit take, void* context,
                                              dateline_error** error);

typedef struct dateline_index dateline_index;

typedef enum dateline_outcome {
  DATELINE_FAILED = 0,
  DATELINE_ADDED = 1,
  DATELINE_REPLACED = 2,
  DATELINE_UNCHANGED = 3
} dateline_outcome;

DATELINE_API dateline_index* dateline_index_open(const char* directory, dateline_error** error);

DATELINE_API int dateline_index_set(dateline_index* index, const char* name, const char* value,
                                    dateline_error** error);

DATELINE_API dateline_outcome dateline_index_add(dateline_index* index, const void* bytes,
                                                 size_t size, const char* format, const char* url,
                                                 dateline_error** error);

DATELINE_API int dateline_index_remove_id(dateline_index* index, const char* id, uint64_t* removed,
                                          dateline_error** error);
DATELINE_API int dateline_index_remove_url(dateline_index* index, const char* url,
                                           uint64_t* removed, dateline_error** error);

DATELINE_API int dateline_index_commit(dateline_index* index, dateline_error** error);

DATELINE_API uint64_t dateline_index_articles(dateline_index* index);

DATELINE_API void dateline_index_close(dateline_index* index);

#ifdef __cplusplus
}
#endif

#endif

/* What a program in C asks wrongly is told, by code, message and hint. */
#include "tests/library/c_library_test.h"

static void what_is_wrong_is_told(dateline_searcher* news) {
  dateline_error* error = NULL;
  EXPECT(dateline_open("/nowhere/at/all", &error) == NULL);
  expect_error(error, DATELINE_NOT_FOUND);
  error = NULL;
  EXPECT(dateline_search_json(news, "harbour AND (", NULL, &error) == NULL);
  EXPECT(strchr(dateline_error_message(error), '^') != NULL);
  EXPECT(strcmp(dateline_error_name(error), "query") == 0);
  expect_error(error, DATELINE_QUERY);
  error = NULL;
  EXPECT(dateline_article_json(news, "no-such-article", patient, &error) == NULL);
  expect_error(error, DATELINE_NOT_FOUND);
  EXPECT(dateline_article_json(news, "no-such-article", NULL, NULL) == NULL);
  error = NULL;
  EXPECT(dateline_search_json(NULL, "harbour", NULL, &error) == NULL);
  expect_error(error, DATELINE_USAGE);
  error = NULL;
  EXPECT(dateline_article_json(news, NULL, NULL, &error) == NULL);
  expect_error(error, DATELINE_USAGE);
  error = NULL;
  EXPECT(dateline_use_synonyms(news, "/nowhere/at/all", &error) == 0);
  expect_error(error, DATELINE_NOT_FOUND);
  EXPECT(dateline_use_synonyms(news, "none", NULL) == 1 &&
         dateline_use_aliases(news, "none", NULL) == 1);
}

static void nothing_can_be_freed(void) {
  dateline_free(NULL);
  dateline_error_free(NULL);
  dateline_close(NULL);
  dateline_request_free(NULL);
  dateline_stop_now(NULL);
  dateline_stop_free(NULL);
  dateline_answer_free(NULL);
  dateline_index_close(NULL);
  EXPECT(dateline_error_code(NULL) == DATELINE_OK && dateline_error_message(NULL)[0] == '\0');
  EXPECT(dateline_answer_hits(NULL) == 0 && dateline_hit_text(NULL, "id") == NULL);
}

/* A function that takes `searcher`, one text and a request. */
typedef char* (*ask_function)(dateline_searcher* searcher, const char* text,
                              const dateline_request* request, dateline_error** error);

static void expect_usage(int failed, dateline_error** error) {
  EXPECT(failed);
  expect_error(*error, DATELINE_USAGE);
  *error = NULL;
}

static void no_text_is_an_error(dateline_searcher* news) {
  static const ask_function kAsk[] = {dateline_article_json, dateline_story_json,
                                      dateline_similar_json, dateline_suggest_json,
                                      dateline_entity_json};
  dateline_error* error = NULL;
  for (size_t i = 0; i < sizeof kAsk / sizeof kAsk[0]; ++i) {
    expect_usage(kAsk[i](news, NULL, patient, &error) == NULL, &error);
    expect_usage(kAsk[i](NULL, "a1", patient, &error) == NULL, &error);
  }
  const char* const queries[] = {"harbour", NULL};
  expect_usage(dateline_trend_json(news, queries, 2, NULL, &error) == NULL, &error);
  expect_usage(dateline_trend_json(news, NULL, 2, NULL, &error) == NULL, &error);
  expect_usage(dateline_similar_to_draft_json(news, NULL, 3, NULL, &error) == NULL, &error);
  expect_usage(dateline_similar(news, NULL, NULL, &error) == NULL, &error);
  expect_usage(dateline_stream(news, "harbour", NULL, NULL, NULL, &error) == NULL, &error);
  expect_usage(dateline_use_aliases(news, NULL, &error) == 0, &error);
}

static void no_handle_is_an_error(void) {
  const char* const none[] = {NULL};
  dateline_error* error = NULL;
  expect_usage(dateline_open(NULL, &error) == NULL, &error);
  expect_usage(dateline_open_several(NULL, 1, &error) == NULL, &error);
  expect_usage(dateline_open_several(none, 0, &error) == NULL, &error);
  expect_usage(dateline_another(NULL, &error) == NULL, &error);
  expect_usage(dateline_search(NULL, "harbour", NULL, &error) == NULL, &error);
  expect_usage(dateline_explain_json(NULL, "harbour", NULL, NULL, &error) == NULL, &error);
  expect_usage(dateline_request_set(NULL, "limit", "1", &error) == 0, &error);
  expect_usage(dateline_request_stop_with(NULL, NULL, &error) == 0, &error);
  expect_usage(dateline_index_open(NULL, &error) == NULL, &error);
  expect_usage(dateline_index_add(NULL, "x", 1, NULL, NULL, &error) == DATELINE_FAILED, &error);
  expect_usage(dateline_index_remove_id(NULL, "a1", NULL, &error) == 0, &error);
  expect_usage(dateline_index_set(NULL, "strict", "true", &error) == 0, &error);
  expect_usage(dateline_index_commit(NULL, &error) == 0, &error);
  EXPECT(dateline_index_articles(NULL) == 0);
}

void wrong_calls_are_told(dateline_searcher* news) {
  what_is_wrong_is_told(news);
  no_text_is_an_error(news);
  no_handle_is_an_error();
  nothing_can_be_freed();
  expect_untouched_process();
}

/* An index is searched by a program in C, with every option by its name, for handles and for JSON; calls end early, and several indexes
   answer as one. */
#include <pthread.h>

#include "tests/library/c_library_test.h"

static void options_go_by_their_names(dateline_searcher* news) {
  EXPECT(answer_has(news, "harbour", NULL, NULL, "\"total\":{\"value\":4,"));
  EXPECT(answer_has(news, "harbour", "groups", "", "\"total\":{\"value\":3,"));
  EXPECT(answer_has(news, "harbour", "groups", "editors", "\"total\":{\"value\":4,"));
  EXPECT(answer_has(news, "harbour", "from", "2020-02", "\"id\":\"a2\""));
  EXPECT(
      answer_has(news, "harbour", "facet", "source", "{\"value\":\"Example News\",\"count\":1}"));
  EXPECT(answer_has(news, NULL, "q", "larnaca", "\"query\":\"larnaca\""));
  dateline_error* error = NULL;
  char* options = dateline_options_json(&error);
  EXPECT(options != NULL && strstr(options, "\"name\":\"limit\"") != NULL);
  dateline_free(options);
  dateline_request* request = patient_request();
  EXPECT(dateline_request_set(request, "limt", "3", &error) == 0);
  EXPECT(strstr(dateline_error_hint(error), "limit") != NULL);
  expect_error(error, DATELINE_USAGE);
  error = NULL;
  EXPECT(dateline_request_set(request, "limit", "many", &error) == 0);
  expect_error(error, DATELINE_USAGE);
  EXPECT(dateline_request_set(request, "limit", "1", NULL) == 1);
  EXPECT(dateline_request_set(request, "limit", "2", NULL) == 1);
  dateline_answer* answer = dateline_search(news, "harbour", request, NULL);
  EXPECT(dateline_answer_hits(answer) == 2);
  EXPECT(dateline_answer_next(answer) != NULL);
  dateline_answer_free(answer);
  dateline_request_free(request);
}

static void hits_are_handles(dateline_searcher* news) {
  dateline_error* error = NULL;
  dateline_answer* answer =
      dateline_search(news, "\"harbour of larnaca\" OR harbor~0", patient, &error);
  dateline_error_free(error);
  dateline_answer_free(answer);
  error = NULL;
  answer = dateline_search(news, "ministers", patient, &error);
  expect_no(&error);
  EXPECT(dateline_answer_total(answer) == 1 && dateline_answer_relation(answer) == DATELINE_EXACT);
  EXPECT(dateline_answer_hits(answer) == 1 && dateline_answer_is_partial(answer) == 0);
  const dateline_hit* hit = dateline_answer_hit(answer, 0);
  EXPECT(hit != NULL &&
         strcmp(dateline_hit_text(hit, "headline"), "Ministers agree on the harbour") == 0);
  EXPECT(strstr(dateline_hit_text(hit, "snippet"), "<mark>") != NULL);
  EXPECT(dateline_hit_text(hit, "byline") == NULL && dateline_hit_text(hit, "nothing") == NULL);
  EXPECT(dateline_hit_number(hit, "rank", 0) > 0.5 && dateline_hit_number(hit, "nothing", -1) < 0);
  EXPECT(strstr(dateline_hit_json(hit), "\"id\":\"a1\"") != NULL);
  EXPECT(strstr(dateline_answer_json(answer), dateline_hit_json(hit)) != NULL);
  EXPECT(dateline_answer_hit(answer, 1) == NULL && dateline_answer_next(answer) == NULL);
  dateline_answer_free(answer);
  answer = dateline_search(news, "the the harbour AND", NULL, &error);
  EXPECT(answer != NULL ? dateline_answer_notices(answer) == 0 ||
                              dateline_answer_notice_code(answer, 0) != NULL
                        : error != NULL);
  dateline_answer_free(answer);
  dateline_error_free(error);
}

static int count_hit(const dateline_hit* hit, void* context) {
  int* const count = context;
  EXPECT(dateline_hit_text(hit, "id") != NULL);
  return ++*count < 2;
}

static void a_stream_ends_when_no_more_is_wanted(dateline_searcher* news) {
  int count = 0;
  dateline_error* error = NULL;
  dateline_answer* answer = dateline_stream(news, "harbour", patient, count_hit, &count, &error);
  expect_no(&error);
  EXPECT(count == 2 && dateline_answer_total(answer) == 4 && dateline_answer_hits(answer) == 0);
  dateline_answer_free(answer);
}

static void expect_json(char* json, dateline_error** error, const char* part) {
  expect_no(error);
  EXPECT(json != NULL && strstr(json, part) != NULL);
  if (json != NULL && strstr(json, part) == NULL) fprintf(stderr, "%s lacks %s\n", json, part);
  EXPECT(json == NULL || strchr(json, '\n') == NULL);
  dateline_free(json);
}

static void every_question_has_its_answer(dateline_searcher* news) {
  dateline_error* error = NULL;
  const char* const queries[] = {"harbour", "larnaca"};
  expect_json(dateline_article_json(news, "https://news.example/a1", patient, &error), &error,
              "\"body\":\"The ministers");
  expect_json(dateline_story_json(news, "a1", patient, &error), &error, "a1");
  expect_json(dateline_similar_json(news, "a1", patient, &error), &error, "\"hits\":");
  expect_json(dateline_similar_to_draft_json(news, "works in the harbour", 20, patient, &error),
              &error, "\"id\":\"a2\"");
  expect_json(dateline_suggest_json(news, "harb", patient, &error), &error, "\"text\":\"harbour\"");
  expect_json(dateline_trend_json(news, queries, 2, patient, &error), &error,
              "\"query\":\"larnaca\",\"total\":1");
  expect_json(dateline_entity_json(news, "Maria Keller", patient, &error), &error,
              "\"type\":\"person\"");
  expect_json(dateline_explain_json(news, "harbour works", NULL, patient, &error), &error,
              "\"parsed\"");
  expect_json(dateline_explain_json(news, "harbour works", "a2", patient, &error), &error,
              "\"parts\"");
  dateline_answer* answer = dateline_similar(news, "a1", patient, &error);
  expect_no(&error);
  dateline_answer_free(answer);
  dateline_searcher* another = dateline_another(news, &error);
  expect_json(dateline_search_json(another, "larnaca", patient, &error), &error, "\"id\":\"a1\"");
  dateline_close(another);
}

static void* search_often(void* searcher) {
  for (int i = 0; i < 50; ++i)
    EXPECT(answer_has(searcher, "harbour", "limit", "1", "\"total\":{\"value\":4,"));
  return NULL;
}

static void one_searcher_is_asked_in_turns(dateline_searcher* news) {
  pthread_t threads[3];
  for (int i = 0; i < 3; ++i) EXPECT(pthread_create(&threads[i], NULL, search_often, news) == 0);
  for (int i = 0; i < 3; ++i) EXPECT(pthread_join(threads[i], NULL) == 0);
}

void an_index_is_searched(dateline_searcher* news) {
  options_go_by_their_names(news);
  hits_are_handles(news);
  a_stream_ends_when_no_more_is_wanted(news);
  every_question_has_its_answer(news);
  one_searcher_is_asked_in_turns(news);
  expect_untouched_process();
}

static void* stop_now(void* stop) {
  dateline_stop_now(stop);
  return NULL;
}

static void stop_from_another_thread(dateline_stop* stop) {
  pthread_t thread;
  EXPECT(pthread_create(&thread, NULL, stop_now, stop) == 0);
  EXPECT(pthread_join(thread, NULL) == 0);
}

static int is_partial(dateline_searcher* news, const dateline_request* request) {
  dateline_answer* answer = dateline_search(news, "harbour", request, NULL);
  const int partial = dateline_answer_is_partial(answer);
  dateline_answer_free(answer);
  return partial;
}

static void a_stop_of_another_thread_ends_calls(dateline_searcher* news) {
  dateline_stop* stop = dateline_stop_new();
  dateline_request* request = patient_request();
  EXPECT(dateline_request_stop_with(request, stop, NULL) == 1);
  EXPECT(is_partial(news, request) == 0);
  stop_from_another_thread(stop);
  EXPECT(is_partial(news, request) == 1);
  EXPECT(dateline_request_stop_with(request, NULL, NULL) == 1);
  EXPECT(is_partial(news, request) == 0);
  dateline_stop_free(stop);
  EXPECT(dateline_request_set(request, "deadline", "0", NULL) == 1);
  EXPECT(is_partial(news, request) == 1);
  dateline_request_free(request);
}

typedef struct stopped_stream {
  dateline_stop* stop;
  int taken;
} stopped_stream;

static int stop_at_the_first(const dateline_hit* hit, void* context) {
  stopped_stream* const stream = context;
  EXPECT(dateline_hit_text(hit, "id") != NULL);
  expect_untouched_process();
  if (++stream->taken == 1) stop_from_another_thread(stream->stop);
  return 1;
}

static void a_call_that_is_under_way_is_stopped(dateline_searcher* news) {
  stopped_stream stream = {dateline_stop_new(), 0};
  dateline_request* request = patient_request();
  EXPECT(dateline_request_stop_with(request, stream.stop, NULL) == 1);
  dateline_answer* answer =
      dateline_stream(news, "harbour", request, stop_at_the_first, &stream, NULL);
  EXPECT(dateline_answer_is_partial(answer) == 1 && stream.taken < 4);
  dateline_answer_free(answer);
  dateline_request_free(request);
  dateline_stop_free(stream.stop);
}

void calls_end_early(dateline_searcher* news) {
  a_stop_of_another_thread_ends_calls(news);
  a_call_that_is_under_way_is_stopped(news);
}

void several_answer_as_one(void) {
  const char* const places[] = {place, other_place};
  dateline_error* error = NULL;
  dateline_searcher* several = dateline_open_several(places, 2, &error);
  expect_no(&error);
  EXPECT(answer_has(several, "harbour", NULL, NULL, "\"total\":{\"value\":5,"));
  EXPECT(answer_has(several, "larnaca", NULL, NULL, "\"id\":\"a1\""));
  EXPECT(answer_has(several, "larnaca", NULL, NULL, "\"id\":\"b1\""));
  expect_json(dateline_article_json(several, "b1", patient, &error), &error, "elsewhere");
  dateline_searcher* another = dateline_another(several, &error);
  expect_no(&error);
  dateline_close(several);
  EXPECT(answer_has(another, "elsewhere", NULL, NULL, "\"id\":\"b1\""));
  dateline_close(another);
  const char* const one_is_missing[] = {place, "/nowhere/at/all"};
  EXPECT(dateline_open_several(one_is_missing, 2, &error) == NULL);
  expect_error(error, DATELINE_NOT_FOUND);
}

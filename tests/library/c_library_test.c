/* The C library as a program in C uses it: an index is written, searched in every way, and asked for what is wrong. Run with an empty
   directory, in which it makes its index. Every handle is freed, so that the address sanitizer sees what the library keeps. */
#include <dateline/dateline.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define EXPECT(what)                                                     \
  do {                                                                   \
    if (!(what)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what); \
      ++failures;                                                        \
    }                                                                    \
  } while (0)

static char place[4096];

/* So slow is no machine, not even under valgrind: what is partial is for what says so. */
static const char* const kPatience = "600000";
static dateline_request* patient;

static dateline_request* patient_request(void) {
  dateline_request* request = dateline_request_new();
  EXPECT(dateline_request_set(request, "deadline", kPatience, NULL) == 1);
  return request;
}

static const char kFirst[] =
    "{\"id\":\"a1\",\"url\":\"https://news.example/a1\",\"headline\":\"Ministers agree on the "
    "harbour\",\"published\":\"2020-01-06\",\"source\":\"Example News\",\"body\":\"The ministers "
    "agreed to rebuild the harbour of Larnaca.\\n\\nMaria Keller spoke for them.\"}";
static const char kSecond[] =
    "{\"id\":\"a2\",\"headline\":\"Harbour works begin\",\"published\":\"2020-02-10\","
    "\"source\":\"Other Paper\",\"body\":\"Works on the harbour began on Monday, said Maria "
    "Keller.\"}";
static const char kSecret[] =
    "{\"id\":\"a3\",\"headline\":\"A secret meeting about the harbour\",\"access\":[\"editors\"],"
    "\"body\":\"The harbour was discussed.\"}";
static const char* const kRecords[] = {kFirst, kSecond, kSecret};

static void expect_error(dateline_error* error, dateline_code code) {
  EXPECT(error != NULL);
  if (dateline_error_code(error) != code) {
    fprintf(stderr, "code %d: %s\n", (int)dateline_error_code(error),
            dateline_error_message(error));
  }
  EXPECT(dateline_error_code(error) == code);
  EXPECT(dateline_error_message(error)[0] != '\0');
  EXPECT(dateline_error_public_message(error)[0] != '\0');
  dateline_error_free(error);
}

/* `error` is to have none, and has none afterwards. */
static void expect_no(dateline_error** error) {
  if (*error == NULL) return;
  fprintf(stderr, "%s: %s (%s)\n", dateline_error_name(*error), dateline_error_message(*error),
          dateline_error_hint(*error));
  ++failures;
  dateline_error_free(*error);
  *error = NULL;
}

static dateline_outcome add(dateline_index* index, const char* bytes, const char* format,
                            const char* url, dateline_error** error) {
  return dateline_index_add(index, bytes, strlen(bytes), format, url, error);
}

static void what_is_added_is_told_apart(dateline_index* index) {
  dateline_error* error = NULL;
  for (size_t i = 0; i < sizeof kRecords / sizeof kRecords[0]; ++i) {
    EXPECT(add(index, kRecords[i], i == 0 ? NULL : "json", NULL, &error) == DATELINE_ADDED);
    expect_no(&error);
  }
  EXPECT(add(index, kRecords[0], "json", NULL, &error) == DATELINE_UNCHANGED);
  EXPECT(
      add(index,
          "{\"id\":\"a2\",\"headline\":\"Harbour works have begun\",\"published\":\"2020-02-11\","
          "\"body\":\"Works on the harbour began, said Maria Keller.\"}",
          "json", NULL, &error) == DATELINE_REPLACED);
  EXPECT(add(index,
             "<html><head><title>Storm closes the harbour</title></head><body><article><h1>Storm "
             "closes the harbour</h1>"
             "<p>A storm closed the harbour on Tuesday. Ships waited outside of it for most of the "
             "day, and the ferry did not "
             "leave.</p><p>Nobody was hurt, the police said in the "
             "evening.</p></article></body></html>",
             NULL, "https://news.example/storm", &error) == DATELINE_ADDED);
  expect_no(&error);
  EXPECT(dateline_index_articles(index) == 4);
}

static void what_is_no_article_costs_itself_alone(dateline_index* index) {
  dateline_error* error = NULL;
  EXPECT(add(index, "{\"headline\": ", "json", NULL, &error) == DATELINE_FAILED);
  EXPECT(strcmp(dateline_error_reason(error), "bad-json") == 0);
  expect_error(error, DATELINE_INVALID_INPUT);
  error = NULL;
  EXPECT(add(index, "x", "parchment", NULL, &error) == DATELINE_FAILED);
  expect_error(error, DATELINE_INVALID_INPUT);
  error = NULL;
  EXPECT(dateline_index_add(index, "", 0, NULL, NULL, &error) == DATELINE_FAILED);
  EXPECT(strcmp(dateline_error_reason(error), "empty") == 0);
  expect_error(error, DATELINE_INVALID_INPUT);
  error = NULL;
  EXPECT(dateline_index_set(index, "colour", "blue", &error) == 0);
  expect_error(error, DATELINE_USAGE);
  error = NULL;
  EXPECT(dateline_index_set(index, "strict", "true", &error) == 1);
  EXPECT(add(index, "{\"id\":\"b\",\"headline\":\"B\",\"published\":\"yesterday\"}", "json", NULL,
             &error) == DATELINE_FAILED);
  EXPECT(strcmp(dateline_error_reason(error), "bad-record") == 0);
  expect_error(error, DATELINE_INVALID_INPUT);
  EXPECT(dateline_index_set(index, "strict", "false", NULL) == 1);
}

static void one_writer_at_a_time(void) {
  dateline_error* error = NULL;
  EXPECT(dateline_index_open(place, &error) == NULL);
  expect_error(error, DATELINE_LOCKED);
}

static void an_index_is_written(void) {
  dateline_error* error = NULL;
  dateline_index* index = dateline_index_open(place, &error);
  expect_no(&error);
  EXPECT(index != NULL);
  what_is_added_is_told_apart(index);
  what_is_no_article_costs_itself_alone(index);
  one_writer_at_a_time();
  EXPECT(dateline_index_commit(index, &error) == 1);
  expect_no(&error);
  dateline_index_close(index);
}

static char* search(dateline_searcher* news, const char* query, const char* name,
                    const char* value) {
  dateline_error* error = NULL;
  dateline_request* request = patient_request();
  if (name != NULL) EXPECT(dateline_request_set(request, name, value, &error) == 1);
  char* json = dateline_search_json(news, query, request, &error);
  expect_no(&error);
  dateline_request_free(request);
  return json == NULL ? calloc(1, 1) : json;
}

static int answer_has(dateline_searcher* news, const char* query, const char* name,
                      const char* value, const char* part) {
  char* json = search(news, query, name, value);
  const int found = strstr(json, part) != NULL;
  if (!found) fprintf(stderr, "%s\n", json);
  dateline_free(json);
  return found;
}

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

static void* stop_now(void* stop) {
  dateline_stop_now(stop);
  return NULL;
}

static void a_stop_of_another_thread_ends_calls(dateline_searcher* news) {
  dateline_stop* stop = dateline_stop_new();
  dateline_request* request = patient_request();
  EXPECT(dateline_request_stop_with(request, stop, NULL) == 1);
  pthread_t thread;
  EXPECT(pthread_create(&thread, NULL, stop_now, stop) == 0);
  EXPECT(pthread_join(thread, NULL) == 0);
  dateline_answer* answer = dateline_search(news, "harbour", request, NULL);
  EXPECT(dateline_answer_is_partial(answer) == 1);
  dateline_answer_free(answer);
  EXPECT(dateline_request_stop_with(request, NULL, NULL) == 1);
  answer = dateline_search(news, "harbour", request, NULL);
  EXPECT(dateline_answer_is_partial(answer) == 0);
  dateline_answer_free(answer);
  dateline_stop_free(stop);
  EXPECT(dateline_request_set(request, "deadline", "0", NULL) == 1);
  answer = dateline_search(news, "harbour", request, NULL);
  EXPECT(dateline_answer_is_partial(answer) == 1);
  dateline_answer_free(answer);
  dateline_request_free(request);
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

static void what_is_removed_is_gone_with_the_commit(dateline_searcher* news) {
  uint64_t removed = 0;
  dateline_index* index = dateline_index_open(place, NULL);
  EXPECT(dateline_index_remove_id(index, "a3", &removed, NULL) == 1 && removed == 1);
  EXPECT(dateline_index_remove_id(index, "a3", &removed, NULL) == 1 && removed == 0);
  EXPECT(dateline_index_remove_url(index, "https://news.example/storm", &removed, NULL) == 1 &&
         removed == 1);
  dateline_error* error = NULL;
  EXPECT(dateline_index_remove_url(index, "storm", NULL, &error) == 0);
  expect_error(error, DATELINE_USAGE);
  EXPECT(answer_has(news, "harbour", NULL, NULL, "\"total\":{\"value\":4,"));
  EXPECT(dateline_index_commit(index, NULL) == 1);
  EXPECT(answer_has(news, "harbour", NULL, NULL, "\"total\":{\"value\":2,"));
  EXPECT(add(index, kRecords[2], "json", NULL, NULL) == DATELINE_ADDED);
  dateline_index_close(index);
  EXPECT(answer_has(news, "harbour", NULL, NULL, "\"total\":{\"value\":2,"));
}

extern char** environ;

/* What a program shares with its libraries, as text: handlers of signals, locale, environment. */
static void describe_process(char* out, size_t size) {
  size_t used = 0;
  for (int number = 1; number < 32; ++number) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0) continue;
    const int kept = action.sa_handler == SIG_DFL ? 0 : action.sa_handler == SIG_IGN ? 1 : 2;
    used += (size_t)snprintf(out + used, size - used, "%d:%d:%d\n", number, kept, action.sa_flags);
  }
  used += (size_t)snprintf(out + used, size - used, "%s\n", setlocale(LC_ALL, NULL));
  for (char** one = environ; *one != NULL && used < size; ++one) {
    const int more = snprintf(out + used, size - used, "%s\n", *one);
    used += (size_t)more;
  }
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  snprintf(place, sizeof place, "%s/index", argv[1]);
  printf("libdateline %s, Xapian %s\n", dateline_version(), dateline_xapian_version());
  static char before[1 << 16], after[1 << 16];
  describe_process(before, sizeof before);
  patient = patient_request();
  an_index_is_written();
  dateline_error* error = NULL;
  dateline_searcher* news = dateline_open(place, &error);
  expect_no(&error);
  options_go_by_their_names(news);
  hits_are_handles(news);
  a_stream_ends_when_no_more_is_wanted(news);
  every_question_has_its_answer(news);
  what_is_wrong_is_told(news);
  nothing_can_be_freed();
  a_stop_of_another_thread_ends_calls(news);
  one_searcher_is_asked_in_turns(news);
  what_is_removed_is_gone_with_the_commit(news);
  const char* const both[] = {place, place};
  dateline_searcher* several = dateline_open_several(both, 2, NULL);
  EXPECT(answer_has(several, "larnaca", "collapse", "none", "\"hits\":["));
  dateline_close(several);
  dateline_close(news);
  dateline_request_free(patient);
  describe_process(after, sizeof after);
  EXPECT(strcmp(before, after) == 0);
  return failures == 0 ? 0 : 1;
}

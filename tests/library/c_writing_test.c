/* An index is written by a program in C. */
#include "tests/library/c_library_test.h"

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

static dateline_index* open_index(const char* directory) {
  dateline_error* error = NULL;
  dateline_index* index = dateline_index_open(directory, &error);
  expect_no(&error);
  EXPECT(index != NULL);
  return index;
}

static void commit_and_close(dateline_index* index) {
  dateline_error* error = NULL;
  EXPECT(dateline_index_commit(index, &error) == 1);
  expect_no(&error);
  expect_untouched_process();
  dateline_index_close(index);
}

void indexes_are_written(void) {
  dateline_index* index = open_index(place);
  what_is_added_is_told_apart(index);
  what_is_no_article_costs_itself_alone(index);
  one_writer_at_a_time();
  expect_untouched_process();
  commit_and_close(index);
  index = open_index(other_place);
  EXPECT(add(index,
             "{\"id\":\"b1\",\"headline\":\"Another harbour\",\"body\":\"It is elsewhere, beyond "
             "Larnaca.\"}",
             "json", NULL, NULL) == DATELINE_ADDED);
  commit_and_close(index);
}

void what_is_removed_is_gone_with_the_commit(dateline_searcher* news) {
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

/* What the parts of the C library's test share. */
#ifndef DATELINE_TESTS_LIBRARY_C_LIBRARY_TEST_H
#define DATELINE_TESTS_LIBRARY_C_LIBRARY_TEST_H

#include <dateline/dateline.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern int failures;

#define EXPECT(what)                                                     \
  do {                                                                   \
    if (!(what)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what); \
      ++failures;                                                        \
    }                                                                    \
  } while (0)

/* The index of the test, and a second one beside it. */
extern char place[4096];
extern char other_place[4096];

/* A request that waits for its answer on the slowest machine; what is partial is for what says so. */
extern dateline_request* patient;
dateline_request* patient_request(void);

/* An error with this code and something to say; frees it. */
void expect_error(dateline_error* error, dateline_code code);
/* `error` is to have none, and has none afterwards. */
void expect_no(dateline_error** error);
/* Handlers and mask of signals, locale, environment, the folder and mask of files: they are what they were when the program began. */
void expect_untouched_process(void);

dateline_outcome add(dateline_index* index, const char* bytes, const char* format, const char* url,
                     dateline_error** error);
/* Whether the answer as JSON has this part. `name`: of an option that has this value, or NULL. */
int answer_has(dateline_searcher* news, const char* query, const char* name, const char* value,
               const char* part);

/* The parts, in the order in which they run: each needs what the ones before have written. */
void indexes_are_written(void);
void an_index_is_searched(dateline_searcher* news);
void wrong_calls_are_told(dateline_searcher* news);
void calls_end_early(dateline_searcher* news);
void several_answer_as_one(void);
void what_is_removed_is_gone_with_the_commit(dateline_searcher* news);

#endif

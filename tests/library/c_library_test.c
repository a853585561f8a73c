/* The C library as a program in C uses it: an index is written, searched in every way, and asked for what is wrong. Run with an empty
   directory, in which it makes its index. Every handle is freed, so that the address sanitizer sees what the library keeps. */
#include "tests/library/c_library_test.h"

#include <dirent.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int failures = 0;
char place[4096];
char other_place[4096];
dateline_request* patient;

dateline_request* patient_request(void) {
  dateline_request* request = dateline_request_new();
  EXPECT(dateline_request_set(request, "deadline", "600000", NULL) == 1);
  return request;
}

void expect_error(dateline_error* error, dateline_code code) {
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

void expect_no(dateline_error** error) {
  if (*error == NULL) return;
  fprintf(stderr, "%s: %s (%s)\n", dateline_error_name(*error), dateline_error_message(*error),
          dateline_error_hint(*error));
  ++failures;
  dateline_error_free(*error);
  *error = NULL;
}

dateline_outcome add(dateline_index* index, const char* bytes, const char* format, const char* url,
                     dateline_error** error) {
  return dateline_index_add(index, bytes, strlen(bytes), format, url, error);
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

int answer_has(dateline_searcher* news, const char* query, const char* name, const char* value,
               const char* part) {
  char* json = search(news, query, name, value);
  const int found = strstr(json, part) != NULL;
  if (!found) fprintf(stderr, "%s\n", json);
  dateline_free(json);
  return found;
}

extern char** environ;

/* What a program shares with its libraries, as text. */
static void describe_process(char* out, size_t size) {
  size_t used = 0;
  sigset_t blocked;
  EXPECT(sigprocmask(SIG_BLOCK, NULL, &blocked) == 0);
  for (int number = 1; number < 32; ++number) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0) continue;
    const int kept = action.sa_handler == SIG_DFL ? 0 : action.sa_handler == SIG_IGN ? 1 : 2;
    used += (size_t)snprintf(out + used, size - used, "%d:%d:%d:%d\n", number, kept,
                             action.sa_flags, sigismember(&blocked, number));
  }
  char folder[4096];
  EXPECT(getcwd(folder, sizeof folder) != NULL);
  const mode_t mask = umask(0);
  umask(mask);
  used += (size_t)snprintf(out + used, size - used, "%s\n%s\n%o\n", setlocale(LC_ALL, NULL), folder,
                           (unsigned)mask);
  for (char** one = environ; *one != NULL && used < size; ++one) {
    const int more = snprintf(out + used, size - used, "%s\n", *one);
    used += (size_t)more;
  }
}

static char process_before[1 << 16];

void expect_untouched_process(void) {
  static char now[1 << 16];
  describe_process(now, sizeof now);
  EXPECT(strcmp(process_before, now) == 0);
}

static int entries_of(const char* folder) {
  int count = 0;
  DIR* open = opendir(folder);
  while (open != NULL && readdir(open) != NULL) ++count;
  if (open != NULL) closedir(open);
  return count;
}

/* No thread, descriptor or process of the library is left when all handles are closed. */
static void expect_nothing_left(int threads, int descriptors) {
  EXPECT(entries_of("/proc/self/task") == threads);
  EXPECT(entries_of("/proc/self/fd") == descriptors);
  EXPECT(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  setlocale(LC_ALL, "");
  snprintf(place, sizeof place, "%s/index", argv[1]);
  snprintf(other_place, sizeof other_place, "%s/other", argv[1]);
  printf("libdateline %s, Xapian %s\n", dateline_version(), dateline_xapian_version());
  describe_process(process_before, sizeof process_before);
  const int threads = entries_of("/proc/self/task"), descriptors = entries_of("/proc/self/fd");
  patient = patient_request();
  indexes_are_written();
  dateline_error* error = NULL;
  dateline_searcher* news = dateline_open(place, &error);
  expect_no(&error);
  an_index_is_searched(news);
  wrong_calls_are_told(news);
  calls_end_early(news);
  several_answer_as_one();
  what_is_removed_is_gone_with_the_commit(news);
  dateline_close(news);
  dateline_request_free(patient);
  expect_untouched_process();
  expect_nothing_left(threads, descriptors);
  return failures == 0 ? 0 : 1;
}

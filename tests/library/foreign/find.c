/* Prints what an index answers to a query: find INDEX QUERY. It uses functions of the first version alone, and stays as it is: what was
   compiled then has to run with every later library. */
#include <dateline/dateline.h>
#include <stdio.h>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  dateline_error* error = NULL;
  dateline_searcher* news = dateline_open(argv[1], &error);
  dateline_request* request = dateline_request_new();
  dateline_request_set(request, "deadline", "60000", NULL);
  char* answer = news == NULL ? NULL : dateline_search_json(news, argv[2], request, &error);
  if (answer != NULL) {
    puts(answer);
  } else {
    fprintf(stderr, "%s\n", dateline_error_message(error));
  }
  const int failed = answer == NULL;
  dateline_error_free(error);
  dateline_free(answer);
  dateline_request_free(request);
  dateline_close(news);
  return failed;
}

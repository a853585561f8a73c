// Preloaded under a program: the parser of pages kills it when a page has a certain word, as a
// fault in that parser might.
//
//   CRASH_AT=WORD
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

typedef void* (*Begin)(const char*, int);

void* htmlCreateMemoryParserCtxt(const char* page, int size) {
  const char* word = getenv("CRASH_AT");
  if (word != NULL && memmem(page, (size_t)size, word, strlen(word)) != NULL) raise(SIGSEGV);
  return ((Begin)dlsym(RTLD_NEXT, "htmlCreateMemoryParserCtxt"))(page, size);
}

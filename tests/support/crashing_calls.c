// Preloaded under a program: the parser of pages kills it when a page has a certain word, as a
// fault in that parser might.
//
//   CRASH_AT=WORD
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

typedef void* (*Parse)(void*, const char*, int, const char*, const char*, int);

void* htmlCtxtReadMemory(void* parser, const char* page, int size, const char* url,
                         const char* encoding, int options) {
  const char* word = getenv("CRASH_AT");
  if (word != NULL && memmem(page, (size_t)size, word, strlen(word)) != NULL) raise(SIGSEGV);
  return ((Parse)dlsym(RTLD_NEXT, "htmlCtxtReadMemory"))(parser, page, size, url, encoding,
                                                         options);
}

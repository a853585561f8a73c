// Preloaded under a program: from its nth request for memory on, some or all further ones are refused, as on a machine that
// has none left.
//
//   MEMORY_FAIL_AT=n (0: never)   MEMORY_FAIL_FOR=k (how many are refused; 0: all that follow, but for as many bytes as have been
//   given free since)   MEMORY_COUNT=file to write the count of requests to
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// The C library's own, by names that need no look-up: looking up asks for memory.
extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* old, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void* memory);

static atomic_long requests;
static atomic_long given_free;  // bytes, since the first request that was refused
static long first_refused;
static long refused;

static long number(const char* name) {
  const char* text = getenv(name);
  return text != NULL ? atol(text) : 0;
}

__attribute__((constructor)) static void begin(void) {
  refused = number("MEMORY_FAIL_FOR");
  first_refused = number("MEMORY_FAIL_AT");
}

__attribute__((destructor)) static void tell(void) {
  const char* path = getenv("MEMORY_COUNT");
  if (path == NULL) return;
  char text[32];
  const int size = snprintf(text, sizeof(text), "%ld\n", atomic_load(&requests));
  const int file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0644);
  if (file < 0) return;
  if (write(file, text, (size_t)size) != size) _exit(99);
  close(file);
}

// True if this request is refused; errno is set then.
static int is_refused(size_t size) {
  const long request = atomic_fetch_add(&requests, 1) + 1;
  if (first_refused == 0 || request < first_refused) return 0;
  if (refused != 0) {
    if (request >= first_refused + refused) return 0;
  } else if (request > first_refused && atomic_fetch_sub(&given_free, (long)size) >= (long)size) {
    return 0;
  } else if (request > first_refused) {
    atomic_fetch_add(&given_free, (long)size);
  }
  errno = ENOMEM;
  return 1;
}

void* malloc(size_t size) { return is_refused(size) ? NULL : __libc_malloc(size); }

void* calloc(size_t count, size_t size) {
  return is_refused(count * size) ? NULL : __libc_calloc(count, size);
}

void* realloc(void* old, size_t size) {
  return is_refused(size) ? NULL : __libc_realloc(old, size);
}

void free(void* memory) {
  if (first_refused != 0 && atomic_load(&requests) >= first_refused) {
    atomic_fetch_add(&given_free, (long)malloc_usable_size(memory));
  }
  __libc_free(memory);
}

void* aligned_alloc(size_t alignment, size_t size) {
  return is_refused(size) ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void** into, size_t alignment, size_t size) {
  if (is_refused(size)) return ENOMEM;
  void* got = __libc_memalign(alignment, size);
  if (got == NULL) return ENOMEM;
  *into = got;
  return 0;
}

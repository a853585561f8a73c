// Preloaded under a program: its nth call that changes the disk fails with the error that is asked
// for, and every later one too, as on a disk that is full or dying. Only what lies below a named
// directory counts.
//
//   FAIL_BELOW=DIR   FAIL_AT=n (0: never)   FAIL_ERRNO=5   FAIL_COUNT=file to write the count to
//   FAIL_KILLS=1: instead of failing, the nth call kills the program, as kill -9 does
//   FAIL_UNLINKS=1: deletions by unlinkat count too
//   FAIL_TRACE=file to append a line to for each sync and rename: "sync PATH", "rename PATH"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static const char* below(void) { return getenv("FAIL_BELOW"); }

static int is_path_below(const char* path) {
  const char* directory = below();
  return directory != NULL && path != NULL && strncmp(path, directory, strlen(directory)) == 0;
}

// The path of an open file, in a buffer of PATH_MAX bytes; empty if it has none.
static const char* path_of(int descriptor, char* path) {
  char link[64];
  snprintf(link, sizeof(link), "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, path, PATH_MAX - 1);
  path[size < 0 ? 0 : size] = '\0';
  return path;
}

static int is_file_below(int descriptor) {
  char path[PATH_MAX];
  return is_path_below(path_of(descriptor, path));
}

static void trace(const char* what, const char* path) {
  const char* name = getenv("FAIL_TRACE");
  FILE* file = name == NULL || !is_path_below(path) ? NULL : fopen(name, "a");
  if (file == NULL) return;
  fprintf(file, "%s %s\n", what, path);
  fclose(file);
}

static void trace_sync(int descriptor) {
  char path[PATH_MAX];
  trace("sync", path_of(descriptor, path));
}

// True if this call is to fail; errno is set then.
static int fails(void) {
  const char* at = getenv("FAIL_AT");
  const char* number = getenv("FAIL_ERRNO");
  const long call = atomic_fetch_add(&calls, 1) + 1;
  if (at == NULL || atol(at) == 0 || call < atol(at)) return 0;
  if (getenv("FAIL_KILLS") != NULL) raise(SIGKILL);
  errno = number != NULL ? atoi(number) : EIO;
  return 1;
}

__attribute__((destructor)) static void tell(void) {
  const char* path = getenv("FAIL_COUNT");
  if (path == NULL) return;
  FILE* file = fopen(path, "w");
  if (file == NULL) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void* bytes, size_t size) {
  if (is_file_below(descriptor) && fails()) return -1;
  return REAL(write)(descriptor, bytes, size);
}

ssize_t writev(int descriptor, const struct iovec* pieces, int count) {
  if (is_file_below(descriptor) && fails()) return -1;
  return REAL(writev)(descriptor, pieces, count);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  if (is_file_below(descriptor) && fails()) return -1;
  return REAL(pwrite)(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  if (is_file_below(descriptor) && fails()) return -1;
  return REAL(pwrite64)(descriptor, bytes, size, offset);
}

int fsync(int descriptor) {
  trace_sync(descriptor);
  if (is_file_below(descriptor) && fails()) return -1;
  return REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  trace_sync(descriptor);
  if (is_file_below(descriptor) && fails()) return -1;
  return REAL(fdatasync)(descriptor);
}

int rename(const char* from, const char* to) {
  trace("rename", to);
  if (is_path_below(to) && fails()) return -1;
  return REAL(rename)(from, to);
}

int unlinkat(int directory, const char* path, int flags) {
  if (getenv("FAIL_UNLINKS") != NULL && is_file_below(directory) && fails()) return -1;
  return REAL(unlinkat)(directory, path, flags);
}

int mkdir(const char* path, mode_t mode) {
  if (is_path_below(path) && fails()) return -1;
  return REAL(mkdir)(path, mode);
}

static mode_t mode_of(int flags, va_list rest) {
  return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  if ((flags & O_CREAT) != 0 && is_path_below(path) && fails()) return -1;
  return REAL(open)(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  if ((flags & O_CREAT) != 0 && is_path_below(path) && fails()) return -1;
  return REAL(open64)(path, flags, mode);
}

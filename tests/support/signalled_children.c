// Loaded before the C library: writes into the file that DATELINE_SIGNALLED names which signals ended the processes that a server waits for.
// A server of shards goes on when the process of a connection dies, so that nobody else would know.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(int signal) {
  const char* name = getenv("DATELINE_SIGNALLED");
  char line[32];
  int length = snprintf(line, sizeof line, "signal %d\n", signal);
  int file = name ? open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
  if (file < 0) return;
  if (write(file, line, (size_t)length) != length) abort();
  close(file);
}

pid_t waitpid(pid_t process, int* status, int options) {
  pid_t (*real)(pid_t, int*, int) = (pid_t(*)(pid_t, int*, int))dlsym(RTLD_NEXT, "waitpid");
  int own = 0;
  pid_t ended = real(process, &own, options);
  if (ended > 0 && WIFSIGNALED(own)) tell(WTERMSIG(own));
  if (status) *status = own;
  return ended;
}

#include "common/program/descriptors.h"

#include <fcntl.h>
#include <unistd.h>

namespace dateline::program {

// A new descriptor has the least number that is free, so that one above them says that all three
// are open.
void open_standard_descriptors() {
  for (;;) {
    const int descriptor = ::open("/dev/null", O_RDWR);
    if (descriptor >= 0 && descriptor <= STDERR_FILENO) continue;
    if (descriptor > STDERR_FILENO) ::close(descriptor);
    return;
  }
}

}  // namespace dateline::program

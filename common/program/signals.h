// SIGINT and SIGTERM as a request to finish in good order.
#pragma once

namespace dateline::program {

// Writing where nobody reads any more fails with EPIPE from now on, instead of ending the program.
void ignore_closed_pipes();

// Catches SIGINT and SIGTERM from now on, and ignores closed pipes. A second SIGINT ends the
// program at once.
void install_signal_handlers();

// The first signal caught, 0 while there is none. Thread-safe; cheap enough to ask once an article.
int caught_signal();

// For tests and for embedding: as if the signal had come; 0 clears.
void set_caught_signal(int signal);

}  // namespace dateline::program

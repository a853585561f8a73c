// How many files a program may have open at once.
#pragma once

namespace dateline::program {

// Raises the soft bound, which is low for the sake of programs that use select(2), as far as the
// system allows. A search needs five files for each segment of an index.
void allow_many_open_files();

}  // namespace dateline::program

// Standard input, output and error, which may be closed when a program starts.
#pragma once

namespace dateline::program {

// Opens /dev/null in the place of those that are closed. The first thing that main() does: the
// next file that is opened would otherwise be taken for one of them, and messages be written into
// the tables of an index.
void open_standard_descriptors();

}  // namespace dateline::program

// What a process that talks to strangers may still do.
#pragma once

#include <string>

namespace dateline::cluster {

// From here on this process can open files below `directory` and /proc for reading, no others, and
// none for writing; it gains no privileges by what it runs, and leaves no image of its memory when it
// fails. Where the kernel has no Landlock (before 5.13), files are not confined.
void confine_to(const std::string& directory);

}  // namespace dateline::cluster

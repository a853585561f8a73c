// Memory for the moment in which there is none left.
#pragma once

namespace dateline::program {

// Keeps a megabyte back until an allocation fails for the first time, and gives it free then: on the
// way to where the failure is reported destructors run, and those of some libraries ask for memory
// (nlohmann::json's, to take nested values apart), which would end the program. The allocation
// itself fails as ever. To be called once, at the start of main().
void keep_emergency_memory();

}  // namespace dateline::program

// The machine that figures were had on.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::bench {

struct Machine {
  unsigned cores = 0;
  std::uint64_t memory_bytes = 0;
  std::string processor;  // as /proc/cpuinfo names it; empty where it cannot be told
  std::string system;     // "Linux 6.1.0-18-amd64"
  std::string compiler;   // what this program was built with: "GCC 12.2.0"
};

Machine this_machine();

}  // namespace dateline::bench

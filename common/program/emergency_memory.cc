#include "common/program/emergency_memory.h"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace dateline::program {
namespace {

std::atomic<void*> reserve = nullptr;

// NOLINTBEGIN(cppcoreguidelines-no-malloc): operator new is what has just failed
[[noreturn]] void give_back() {
  std::free(reserve.exchange(nullptr));
  throw std::bad_alloc();
}

}  // namespace

void keep_emergency_memory() {
  constexpr std::size_t kReserveBytes = std::size_t{1} << 20;
  reserve = std::malloc(kReserveBytes);
  std::set_new_handler(give_back);
}
// NOLINTEND(cppcoreguidelines-no-malloc)

}  // namespace dateline::program

// The invented publications that the corpus is gathered from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::corpus {

// How an outlet's pages are built; see page.h.
enum class Template { kModern, kBroadsheet, kWire, kTable, kMobile };

struct Outlet {
  std::string_view name;
  std::string_view host;
  std::int32_t offset_minutes;  // of its clock from UTC, summer and winter
  Template page;
  bool states_time;  // else its articles carry bare dates
};

std::span<const Outlet> outlets();

// Sections, in the order of the wheel that assigns them: article i stands in
// section_wheel()[i % size], so a section's share is known without looking.
std::span<const std::string_view> section_wheel();

// Agencies that the wire stories are credited to.
std::span<const std::string_view> agencies();

}  // namespace dateline::corpus

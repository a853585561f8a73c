// Years and days of the calendars that some newspapers print instead of the Gregorian one.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline::indexer::page {

// A day of the Persian (solar Hijri) calendar, years 1200 to 1500 (1821 to 2121): its first day is
// that of the spring equinox in Tehran. nullopt where there is no such day.
std::optional<std::chrono::year_month_day> from_persian(int year, int month, int day);

// 1 to 12 where `word` is the name of a month of that calendar, in Persian; else 0.
int persian_month_named(std::string_view word);

// True for a year that a Persian page means by the Persian calendar: 1300 to 1450.
bool may_be_persian_year(int year);

// The Gregorian year of a year of the Buddhist era as Thai pages write it (2563 is 2020); other
// years as they are.
int without_buddhist_era(int year);

}  // namespace dateline::indexer::page

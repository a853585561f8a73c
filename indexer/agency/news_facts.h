// What all formats of agencies state in words of their own, and how it becomes the article's: status,
// embargo, dates, datelines. Each function reads one value into the article of an Extraction.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/format.h"

namespace dateline::indexer::agency {

// RFC 3339, the basic form "20200106T143210+0100", or a day.
std::optional<Timestamp> date_of(std::string_view text);

// "stat:usable", "usable", "Canceled", "killed", … by IPTC's words. What is none of them may be there to keep
// the item back, so it is withheld, and the value is told. Nothing where `text` is empty.
void read_status(std::string_view text, Extraction& into);

// An embargo that is no date has the item withheld, and is told.
void read_embargo(std::string_view text, Extraction& into);

// The first of `created` that is a date is when the article was published; `changed` is when it was
// modified, if that is another moment.
void read_dates(std::initializer_list<std::string_view> created, std::string_view changed,
                Extraction& into);

// 1 to 9; else nothing.
void read_urgency(std::string_view text, Extraction& into);

// A whole number stays one.
void read_version(std::string_view text, Extraction& into);

// In the spelling of BCP 47, if it can be such a tag.
void read_language(std::string_view tag, Extraction& into);

// Of names in one place no more are read: an item with more is meant to cost, not to tell.
inline constexpr std::size_t kMostNames = 1000;

// Each tag once, none empty, and kMostNames at most.
void add_tag(std::string tag, Article& article);

// "MOSCOW, Monday (Reuters) -" gives a dateline and an agency. The first that says something is
// taken: `stated`, the beginning of the body, `located`.
void read_dateline(std::string_view stated, std::string_view located, Article& article);

// What is to be done last: a standfirst that the body begins with goes, values lose the white space
// around them. Rejected is an article with neither headline nor body, unless it is there to withdraw
// another: one that must not be shown and has an id needs neither.
ExtractResult finished(Extraction made, const RawDocument& document);

// True for what a text is called that stands for the article in a list: "summary", "abstract" …;
// `role`: without its vocabulary, in any case.
bool is_summary_role(std::string_view role);

// "ninat:text" → "text".
std::string_view code_in(std::string_view qcode);

}  // namespace dateline::indexer::agency

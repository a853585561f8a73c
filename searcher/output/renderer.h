// Answers as bytes: whatever there is to show goes through one door, and leaves it in one of the
// formats.
//
// To add something to show: a file with its json_of and text_of (see completions.h), and a member
// of Shown. To add a format: a file with its Renderer in formats/, and a row
// in renderer.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/document/article.h"
#include "searcher/output/text_layout.h"
#include "searcher/search/answer.h"
#include "searcher/search/stories/story.h"
#include "searcher/search/trends/trend.h"

namespace dateline::output {

using Shown = std::variant<search::Answer, Article, search::Completions, search::EntityProfile,
                           search::Explanation, search::Trend, search::Story>;

// A Renderer keeps nothing between calls; any number of threads may use one.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual Rendered render(const Shown& shown) const = 0;
};

enum class Format { kText, kJson, kJsonl, kCsv, kAtom };

// "text", "json", "jsonl", "csv", "atom".
std::optional<Format> format_from(std::string_view name);

// `terminal` is for the text alone.
std::unique_ptr<Renderer> renderer_for(Format format, const Terminal& terminal);

}  // namespace dateline::output

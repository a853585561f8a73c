#include "searcher/output/answer_text.h"

#include <fmt/format.h>

#include "common/base/figures.h"
#include "common/base/printable.h"
#include "searcher/output/article_text.h"
#include "searcher/output/facets.h"
#include "searcher/output/significant.h"

namespace dateline::output {
namespace {

constexpr std::string_view kIndent = "    ";

std::string total_text(const search::Total& total) {
  const std::string number = format_count(total.value);
  const std::string_view noun = total.value == 1 ? "article" : "articles";
  switch (total.relation) {
    case search::TotalRelation::kAtLeast:
      return fmt::format("at least {} {}", number, noun);
    case search::TotalRelation::kEstimate:
      return fmt::format("about {} {}", number, noun);
    case search::TotalRelation::kExact:
      break;
  }
  return fmt::format("{} {}", number, noun);
}

// "12 articles, 1 to 10 shown (4 ms)", or a friendly word where there are none.
std::string summary_line(const search::Answer& answer) {
  if (answer.hits.empty() && answer.streamed == 0 && answer.total.value == 0) {
    if (answer.partial) return "no article found in the time given\n";
    if (!answer.suggestions.empty()) return "no article matches\n";
    return "no article matches; try fewer words, other spellings or --match any\n";
  }
  std::string total = total_text(answer.total);
  if (answer.stories && answer.stories->value < answer.total.value) {
    total += fmt::format(", {} {}", format_count(answer.stories->value),
                         answer.stories->value == 1 ? "story" : "stories");
  }
  const auto took = answer.took.count();
  if (answer.streamed > 0) {
    return fmt::format("{}, {} shown ({} ms)\n", total, format_count(answer.streamed), took);
  }
  if (answer.hits.empty()) return fmt::format("{}, none on this page ({} ms)\n", total, took);
  return fmt::format("{}, {} to {} shown ({} ms)\n", total, format_count(answer.hits.front().rank),
                     format_count(answer.hits.back().rank), took);
}

std::string suggestion_lines(const std::vector<search::Suggestion>& suggestions) {
  std::string out;
  for (const search::Suggestion& suggestion : suggestions) {
    const bool respelled = suggestion.kind == search::Suggestion::Kind::kRespelled;
    out += respelled ? "Did you mean: " + printable(suggestion.query)
                     : "Or try " + printable(suggestion.text) + ": " + printable(suggestion.query);
    out += '\n';
  }
  return out;
}

// "3 other copies, the first: The Post · 2020-01-06 · World".
std::string copies_line(const search::HitStory& story, const Terminal& terminal) {
  std::string text = fmt::format("{} other {}", format_count(*story.copies),
                                 *story.copies == 1 ? "copy" : "copies");
  const std::string first = story.earliest ? facts_line(*story.earliest) : std::string();
  if (!first.empty()) text += "; the first: " + first;
  return fmt::format("{}{}{}{}\n", kIndent, terminal.style.dim, text, terminal.style.reset);
}

std::string paragraph(const search::Hit& hit, const Terminal& terminal) {
  const Article& article = hit.article;
  const program::Style& style = terminal.style;
  const std::string headline =
      article.headline.empty() ? "(no headline)" : printable(article.headline);
  std::string out = fmt::format("{:>2}. {}{}{}\n", hit.rank, style.heading, headline, style.reset);
  if (const std::string facts = facts_line(article); !facts.empty()) {
    out += fmt::format("{}{}{}{}\n", kIndent, style.dim, facts, style.reset);
  }
  out += wrap_snippet(hit.snippet, kIndent, terminal.width, style);
  out += fmt::format("{}{}{}{}\n", kIndent, style.dim, address_line(article), style.reset);
  if (hit.story.copies.value_or(0) > 0) out += copies_line(hit.story, terminal);
  return out;
}

}  // namespace

Rendered text_of(const search::Answer& answer, const Terminal& terminal) {
  if (answer.count_only) return {std::to_string(answer.total.value) + "\n", remarks_of(answer)};
  std::string out;
  for (const search::Hit& hit : answer.hits) {
    if (!out.empty()) out += '\n';
    out += paragraph(hit, terminal);
  }
  return {out + facets_text(answer.facets) + significant_text(answer.significant),
          (answer.hits.empty() ? "" : "\n") + remarks_of(answer)};
}

std::string remarks_of(const search::Answer& answer) {
  const std::string notices = notice_lines(answer.notices);
  if (answer.count_only) return notices;
  return summary_line(answer) + suggestion_lines(answer.suggestions) + notices;
}

}  // namespace dateline::output

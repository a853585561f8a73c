// dateline-search: reads an index. What each verb does is in its own file.
#include "searcher/cli/verbs.h"

#include <array>

#include "common/program/signals.h"
#include "common/schema/fields.h"
#include "common/store/index.h"
#include "searcher/cli/options.h"

namespace dateline::search::cli {
namespace {

constexpr std::array kVerbs{
    program::Verb{"query", "Ranked answers to a query", declare_query},
    program::Verb{"show", "One stored article", declare_show},
    program::Verb{"similar", "Articles like one, or like a draft", declare_similar},
    program::Verb{"suggest", "Words, names and headlines that begin so", declare_suggest},
    program::Verb{"trend", "How many articles queries find over time", declare_trend},
    program::Verb{"entity", "A person, organisation or place: its names, articles and associates",
                  declare_entity},
    program::Verb{"explain", "How a query is understood, and why an article scores",
                  declare_explain},
    program::Verb{"serve", "Answers over HTTP, until it is stopped", declare_serve},
    program::Verb{"serve-shard", "Serves an index as one shard of a cluster, until it is stopped",
                  declare_serve_shard},
    program::Verb{"mcp", "Answers an assistant on standard input and output", declare_mcp},
};

// A row has room for more names than most fields go by.
void append_names(const schema::Names& names, std::string_view behind,
                  std::vector<std::string>& words) {
  for (const std::string_view name : names) {
    if (!name.empty()) words.push_back(std::string(name).append(behind));
  }
}

// What completions offer for a value: names of fields, and of facets.
std::vector<std::string> words_for(std::string_view value) {
  std::vector<std::string> words;
  for (const schema::Field& field : schema::kFields) {
    if (value == "QUERY") append_names(field.query_names, ":", words);
    if (value == "NAME[:N]") append_names(field.facet_names, "", words);
  }
  if (value == "QUERY") words.push_back(std::string(schema::kAnyEntityName) + ":");
  return words;
}

constexpr program::Program kThisProgram{
    kProgram,  "Searches news articles that dateline-index has indexed.",
    kVerbs,    program::ignore_closed_pipes,
    words_for, store::xapian_version};

}  // namespace
}  // namespace dateline::search::cli

const dateline::program::Program& dateline::program::this_program() {
  return search::cli::kThisProgram;
}

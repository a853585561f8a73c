// dateline-index: articles into an index, and the upkeep of indexes.
#include "indexer/cli/verbs.h"

#include <array>

#include "common/program/signals.h"
#include "common/store/index.h"
#include "indexer/cli/options.h"

namespace dateline::indexer::cli {
namespace {

constexpr std::array kVerbs{
    program::Verb{"add",
                  "Index articles. An article that is there already is replaced; unchanged input "
                  "is skipped without parsing",
                  declare_add},
    program::Verb{
        "extract",
        "Print article records, a JSON object a line, in the order of the inputs; or write them "
        "into files by shard",
        declare_extract},
    program::Verb{
        "tag",
        "Print the people, organisations and places in plain text files: a JSON object a file",
        declare_tag},
    program::Verb{"names",
                  "Say of pairs of names whether they mean one: same or different, and a score",
                  declare_names},
    program::Verb{"watch", "Index what arrives in directories, until stopped", declare_watch},
    program::Verb{"remove", "Remove articles, and say how many", declare_remove},
    program::Verb{"info", "Facts about an index", declare_info},
    program::Verb{"verify", "Check everything in an index", declare_verify},
    program::Verb{"compact", "Reclaim space; searches go on meanwhile", declare_compact},
    program::Verb{"backup", "Copy the index as it is now; searches and writes go on",
                  declare_backup},
    program::Verb{"export", "Print every record of an index, a JSON object a line, oldest first",
                  declare_export},
    program::Verb{"pull",
                  "Make a copy the newest state of an index, of this machine or by rsync over ssh",
                  declare_pull},
};

constexpr program::Program kThisProgram{kProgram, "Indexes news articles for dateline-search",
                                        kVerbs,   program::install_signal_handlers,
                                        nullptr,  store::xapian_version};

}  // namespace
}  // namespace dateline::indexer::cli

const dateline::program::Program& dateline::program::this_program() {
  return indexer::cli::kThisProgram;
}

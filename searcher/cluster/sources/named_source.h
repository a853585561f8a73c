// Posting sources that stand in a query by a name alone: in the front's query they are only a name
// and what goes with it; the shard makes of it a source that runs.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <string>

namespace dateline::cluster {

// A query of what the shards know under this name. It can be run on shards alone.
Xapian::Query named_query(const std::string& name, const std::string& payload);

// Makes the source of a payload that anybody may have sent; throws Xapian::Error where it makes no
// sense.
using MakeSource = std::function<std::unique_ptr<Xapian::PostingSource>(const std::string&)>;

// What a shard registers.
std::unique_ptr<Xapian::PostingSource> source_by_name(std::string name, MakeSource make);

}  // namespace dateline::cluster

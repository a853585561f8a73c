#include "searcher/cluster/messages/facet_tallies.h"

#include <google/protobuf/message_lite.h>

#include <cmath>
#include <utility>

#include "searcher/cluster/messages/counts.pb.h"
#include "searcher/cluster/messages/reading.h"

namespace dateline::cluster {
namespace {

// An index has less than 2^32 articles, whatever is estimated.
constexpr double kMostArticles = 4294967296.0;

void write(const search::ValueTallies& tallies, messages::ValueTallies& out) {
  for (const search::ValueTally& one : tallies.list) {
    out.add_marks(one.mark);
    out.add_articles(as_count(one.articles));
    out.add_values(is_text(one.value) ? one.value : std::string());
  }
  out.set_cut(tallies.cut);
  out.set_names_cut(tallies.names_cut);
}

Result<search::ValueTallies> read(const messages::ValueTallies& message) {
  if (message.marks_size() != message.articles_size() ||
      message.marks_size() != message.values_size()) {
    return malformed("values of a facet without counts");
  }
  if (message.marks_size() > static_cast<int>(search::kMostTallies)) {
    return malformed("a facet of too many values");
  }
  search::ValueTallies out;
  out.list.reserve(static_cast<std::size_t>(message.marks_size()));
  for (int i = 0; i < message.marks_size(); ++i) {
    const std::string& value = message.values(i);
    if (!out.list.empty() && message.marks(i) <= out.list.back().mark) {
      return malformed("values of a facet out of their order");
    }
    if (!is_text(value)) {
      return malformed("a value of a facet that is no text");
    }
    out.list.push_back({message.marks(i), message.articles(i), value});
  }
  out.cut = message.cut();
  out.names_cut = message.names_cut();
  return out;
}

bool is_fraction_of(double each, double matches) {
  return std::isfinite(each) && each >= 1 && each <= kMostArticles && std::isfinite(matches) &&
         matches >= 0 && matches <= kMostArticles;
}

}  // namespace

std::string to_message(const search::FacetTallies& tallies) {
  messages::FacetTallies out;
  for (const search::ValueTallies& one : tallies.facets) write(one, *out.add_facets());
  out.set_seen(as_count(tallies.seen));
  out.set_each(tallies.each);
  out.set_matches(tallies.matches);
  out.set_without_marks(as_count(tallies.without_marks));
  out.set_partial(tallies.partial);
  return out.SerializeAsString();
}

Result<search::FacetTallies> facet_tallies_from(std::string_view message) {
  messages::FacetTallies read_in;
  if (!parse(message, read_in)) return malformed("counts of facets cannot be read");
  if (read_in.facets_size() > static_cast<int>(search::kMaxFacets)) {
    return malformed("too many facets");
  }
  if (!is_fraction_of(read_in.each(), read_in.matches())) {
    return malformed("a sample that stands for no articles");
  }
  search::FacetTallies out;
  for (const messages::ValueTallies& one : read_in.facets()) {
    auto tallies = read(one);
    if (!tallies) return failure(tallies.error());
    out.facets.push_back(std::move(*tallies));
  }
  out.seen = read_in.seen();
  out.each = read_in.each();
  out.matches = read_in.matches();
  out.without_marks = read_in.without_marks();
  out.partial = read_in.partial();
  return out;
}

}  // namespace dateline::cluster

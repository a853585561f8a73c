#include "searcher/cluster/messages/completion_tallies.h"

#include <google/protobuf/message_lite.h>

#include <optional>
#include <utility>

#include "searcher/cluster/messages/counts.pb.h"
#include "searcher/cluster/messages/reading.h"
#include "searcher/cluster/messages/surname_tallies.h"

namespace dateline::cluster {
namespace {

constexpr auto kMost = static_cast<int>(search::kMostTalliedCompletions);
constexpr std::uint32_t kWorstFit = 2;

void write(const search::BegunTallies& tallies, messages::BegunTallies& out) {
  for (const auto& [text, tally] : tallies.words) {
    messages::BegunWord& word = *out.add_words();
    word.set_text(text);
    word.set_articles(as_count(tally.articles));
    word.set_meets(tally.meets);
  }
  for (const auto& [folded, tally] : tallies.names) {
    messages::BegunName& name = *out.add_names();
    name.set_type(static_cast<std::uint32_t>(folded.first));
    name.set_folded(folded.second);
    name.set_articles(as_count(tally.articles));
    name.set_written(tally.written);
  }
  for (const auto& [folded, articles] : tallies.in_full) {
    messages::BegunName& name = *out.add_in_full();
    name.set_type(static_cast<std::uint32_t>(folded.first));
    name.set_folded(folded.second);
    name.set_articles(as_count(articles));
  }
  for (const search::TalliedHeadline& one : tallies.headlines) {
    messages::BegunHeadline& headline = *out.add_headlines();
    headline.set_fit(one.fit);
    headline.set_rank(one.rank);
    headline.set_text(one.text);
  }
}

std::optional<search::NameOfType> name_of(const messages::BegunName& message) {
  if (message.type() >= kEntityTypes.size() || !is_text(message.folded())) return std::nullopt;
  return search::NameOfType(kEntityTypes[message.type()], message.folded());
}

Status read_names(const messages::BegunTallies& message, search::BegunTallies& into) {
  for (const messages::BegunName& one : message.names()) {
    const auto name = name_of(one);
    if (!name || !is_text(one.written())) return malformed("a name that is none");
    if (!into.names.emplace(*name, search::TalliedName{one.articles(), one.written()}).second) {
      return malformed("a name that is counted twice");
    }
  }
  for (const messages::BegunName& one : message.in_full()) {
    const auto name = name_of(one);
    if (!name) return malformed("a name that is none");
    if (!into.in_full.emplace(*name, one.articles()).second) {
      return malformed("a name that is counted twice");
    }
  }
  return {};
}

Status read(const messages::BegunTallies& message, search::BegunTallies& into) {
  if (message.words_size() > kMost || message.names_size() > kMost ||
      message.in_full_size() > kMost || message.headlines_size() > kMost) {
    return malformed("too many completions");
  }
  for (const messages::BegunWord& one : message.words()) {
    if (!is_text(one.text())) return malformed("a word that is no text");
    const search::TalliedWord word{one.articles(), one.meets()};
    if (!into.words.emplace(one.text(), word).second) {
      return malformed("a word that is counted twice");
    }
  }
  for (const messages::BegunHeadline& one : message.headlines()) {
    if (!is_text(one.text()) || one.fit() > kWorstFit) {
      return malformed("a headline that is none");
    }
    into.headlines.push_back({one.fit(), one.rank(), one.text()});
  }
  return read_names(message, into);
}

}  // namespace

std::string to_message(const search::CompletionTallies& tallies) {
  messages::CompletionTallies out;
  write(tallies.by_errors[0], *out.mutable_exact());
  write(tallies.by_errors[1], *out.mutable_mistyped());
  write(tallies.surnames, *out.mutable_surnames());
  out.set_partial(tallies.partial);
  return out.SerializeAsString();
}

Result<search::CompletionTallies> completion_tallies_from(std::string_view message) {
  messages::CompletionTallies read_in;
  if (!parse(message, read_in)) return malformed("completions cannot be read");
  search::CompletionTallies out;
  if (auto ok = read(read_in.exact(), out.by_errors[0]); !ok) return failure(ok.error());
  if (auto ok = read(read_in.mistyped(), out.by_errors[1]); !ok) return failure(ok.error());
  auto surnames = read(read_in.surnames());
  if (!surnames) return failure(surnames.error());
  out.surnames = std::move(*surnames);
  out.partial = read_in.partial();
  return out;
}

}  // namespace dateline::cluster

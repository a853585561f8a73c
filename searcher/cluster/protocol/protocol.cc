#include "searcher/cluster/protocol/protocol.h"

#include <algorithm>
#include <utility>

#include "searcher/cluster/protocol/refusal.h"
#include "searcher/query/positions/near_match.h"

namespace dateline::cluster {
namespace {

constexpr std::uint32_t kLastCode = static_cast<std::uint32_t>(ErrorCode::kInternal);
constexpr std::int64_t kMostSeconds = 253'402'300'799;  // of the year 9999
constexpr std::size_t kMostNearForms = 65'536;

query::Sequence sequence_of(const wire::Near::Sequence& message, std::size_t& forms) {
  query::Sequence sequence;
  for (const wire::Near::FormSet& set : message.sets()) {
    sequence.emplace_back(set.forms().begin(), set.forms().end());
    forms += sequence.back().size();
  }
  return sequence;
}

bool has_forms(const query::Sequence& way) {
  return !way.empty() && std::none_of(way.begin(), way.end(),
                                      [](const query::FormSet& forms) { return forms.empty(); });
}

}  // namespace

wire::Call message_of(const search::CallOptions& asked, std::chrono::sys_seconds now,
                      std::chrono::milliseconds left) {
  wire::Call call;
  call.set_minor(kMinor);
  call.set_sees_every_group(!asked.groups.has_value());
  if (asked.groups) {
    for (const std::string& group : *asked.groups) call.add_groups(group);
  }
  call.set_all_statuses(asked.all_statuses);
  call.set_now(now.time_since_epoch().count());
  call.set_milliseconds(static_cast<std::uint32_t>(std::max<std::int64_t>(left.count(), 0)));
  call.set_names_as_written(asked.names == search::Names::kWritten);
  return call;
}

Result<Asker> asker_of(const wire::Call& call) {
  Asker asker;
  if (call.minor() > kMinor) {
    return failure(ErrorCode::kVersion, "the front is newer than this shard",
                   "bring the shards up to date before the fronts");
  }
  if (!call.sees_every_group()) {
    asker.options.groups.emplace(call.groups().begin(), call.groups().end());
  }
  asker.options.all_statuses = call.all_statuses();
  asker.options.deadline = std::chrono::milliseconds(call.milliseconds());
  if (call.names_as_written()) asker.options.names = search::Names::kWritten;
  if (auto ok = search::check(asker.options); !ok) return failure(ok.error());
  if (call.now() < -kMostSeconds || call.now() > kMostSeconds) {
    return failure(senseless("a time that no calendar has"));
  }
  asker.now = std::chrono::sys_seconds(std::chrono::seconds(call.now()));
  return asker;
}

wire::Near message_of(const std::vector<query::NearTerms>& places, bool denied) {
  wire::Near message;
  message.set_denied(denied);
  for (const query::NearTerms& place : places) {
    wire::Near::Place* const to = message.add_places();
    to->set_distance(place.distance);
    to->set_ordered(place.ordered);
    for (const std::vector<query::Sequence>& ways : place.operands) {
      wire::Near::Operand* const operand = to->add_operands();
      for (const query::Sequence& way : ways) {
        wire::Near::Sequence* const sequence = operand->add_ways();
        for (const query::FormSet& forms : way) {
          wire::Near::FormSet* const set = sequence->add_sets();
          for (const std::string& form : forms) set->add_forms(form);
        }
      }
    }
  }
  return message;
}

Result<std::vector<query::NearTerms>> places_of(const wire::Near& message) {
  std::vector<query::NearTerms> places;
  std::size_t forms = 0;
  for (const wire::Near::Place& from : message.places()) {
    query::NearTerms& place = places.emplace_back();
    place.distance = from.distance();
    place.ordered = from.ordered();
    for (const wire::Near::Operand& operand : from.operands()) {
      std::vector<query::Sequence>& ways = place.operands.emplace_back();
      for (const wire::Near::Sequence& sequence : operand.ways()) {
        ways.push_back(sequence_of(sequence, forms));
        if (!has_forms(ways.back())) return failure(senseless("a phrase without words"));
      }
      if (ways.empty()) return failure(senseless("a NEAR of nothing"));
    }
    const bool too_many = !place.ordered && place.operands.size() > query::kMaxOperands;
    if (place.operands.empty() || too_many) return failure(senseless("a NEAR of too many parts"));
    if (forms > kMostNearForms) return failure(senseless("a NEAR of too many words"));
  }
  if (places.empty()) return failure(senseless("a NEAR of nothing"));
  return places;
}

wire::Failure message_of(const Error& error) {
  wire::Failure failure;
  failure.set_code(static_cast<std::uint32_t>(error.code));
  failure.set_message(error.message);
  failure.set_hint(error.hint);
  return failure;
}

Error error_of(const wire::Failure& failure) {
  const auto code = std::min(failure.code(), kLastCode);
  return {static_cast<ErrorCode>(code), failure.message(), failure.hint()};
}

}  // namespace dateline::cluster

#include "searcher/cluster/messages/entity_rows.h"

#include <google/protobuf/message_lite.h>

#include <cmath>
#include <map>
#include <utility>

#include "searcher/cluster/messages/counts.pb.h"
#include "searcher/cluster/messages/reading.h"
#include "searcher/cluster/messages/surname_tallies.h"

namespace dateline::cluster {
namespace {

// Rows are those of at most kMaxFacetValues names and some more, and of the persons of their surnames.
constexpr int kMostRows = 100'000;
constexpr double kMostArticles = 4294967296.0;

Status read_surname(const messages::SurnameRows& message, const search::SurnameTallies& known,
                    search::EntityRows& into) {
  const auto surname = known.find(message.written());
  if (surname == known.end()) return malformed("rows of a surname that is not told");
  search::SurnameRows out{message.mark(), message.written(), surname->second, {}, {}};
  for (const std::uint32_t row : message.rows()) {
    if (row >= into.names.size()) return malformed("a person without a row");
    out.rows.push_back(row);
  }
  if (out.rows.size() != out.surname.bearers().size()) return malformed("persons without rows");
  if (message.own() > into.names.size()) return malformed("a surname without a row");
  if (message.own() > 0) out.own = message.own() - 1;
  into.surnames.push_back(std::move(out));
  return {};
}

Status read_marks(const messages::EntityRows& message, search::EntityRows& into) {
  if (message.marks_size() != message.rows_size() || message.marks_size() > kMostRows) {
    return malformed("names without rows");
  }
  for (int i = 0; i < message.marks_size(); ++i) {
    if (message.rows(i) >= into.names.size()) return malformed("a name without a row");
    into.marks[message.marks(i)] = message.rows(i);
  }
  return {};
}

}  // namespace

std::string to_message(const search::EntityRows& rows) {
  messages::EntityRows out;
  out.set_type(static_cast<std::uint32_t>(rows.type));
  for (const std::string& name : rows.names) out.add_names(name);
  for (const auto& [mark, row] : rows.marks) {
    out.add_marks(mark);
    out.add_rows(row);
  }
  search::SurnameTallies known;
  for (const search::SurnameRows& one : rows.surnames) {
    messages::SurnameRows& surname = *out.add_surnames();
    surname.set_mark(one.mark);
    surname.set_written(one.written);
    for (const std::uint32_t row : one.rows) surname.add_rows(row);
    surname.set_own(one.own ? *one.own + 1 : 0);
    known.try_emplace(one.written, one.surname);
  }
  write(known, *out.mutable_known());
  return out.SerializeAsString();
}

Result<search::EntityRows> entity_rows_from(std::string_view message) {
  messages::EntityRows read_in;
  if (!parse(message, read_in)) return malformed("rows of entities cannot be read");
  if (read_in.names_size() > kMostRows || read_in.type() >= kEntityTypes.size()) {
    return malformed("rows of no entities");
  }
  search::EntityRows out;
  out.type = kEntityTypes[read_in.type()];
  for (const std::string& name : read_in.names()) {
    if (!is_text(name)) return malformed("a name that is no text");
    out.names.push_back(name);
  }
  if (auto ok = read_marks(read_in, out); !ok) return failure(ok.error());
  const auto known = read(read_in.known());
  if (!known) return failure(known.error());
  if (read_in.surnames_size() > static_cast<int>(search::kMostSurnames)) {
    return malformed("too many surnames");
  }
  for (const messages::SurnameRows& one : read_in.surnames()) {
    if (auto ok = read_surname(one, *known, out); !ok) return failure(ok.error());
  }
  return out;
}

std::string to_message(const search::RowTallies& tallies) {
  messages::RowTallies out;
  for (const std::uint64_t articles : tallies.rows) out.add_rows(as_count(articles));
  for (const auto& by_row : tallies.surnames) {
    messages::SurnameTally& surname = *out.add_surnames();
    for (const auto& [row, articles] : by_row) {
      surname.add_rows(row);
      surname.add_articles(as_count(articles));
    }
  }
  out.set_each(tallies.each);
  out.set_partial(tallies.partial);
  return out.SerializeAsString();
}

Result<search::RowTallies> row_tallies_from(std::string_view message) {
  messages::RowTallies read_in;
  if (!parse(message, read_in)) return malformed("counts of entities cannot be read");
  const bool is_sample = std::isfinite(read_in.each()) && read_in.each() >= 1;
  if (!is_sample || read_in.each() > kMostArticles) {
    return malformed("a sample that stands for no articles");
  }
  if (read_in.rows_size() > kMostRows ||
      read_in.surnames_size() > static_cast<int>(search::kMostSurnames)) {
    return malformed("too many entities");
  }
  search::RowTallies out;
  out.rows.assign(read_in.rows().begin(), read_in.rows().end());
  for (const messages::SurnameTally& one : read_in.surnames()) {
    if (one.rows_size() != one.articles_size()) return malformed("persons without counts");
    auto& by_row = out.surnames.emplace_back();
    for (int i = 0; i < one.rows_size(); ++i) by_row[one.rows(i)] = one.articles(i);
  }
  out.each = read_in.each();
  out.partial = read_in.partial();
  return out;
}

}  // namespace dateline::cluster

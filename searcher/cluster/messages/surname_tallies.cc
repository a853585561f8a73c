#include "searcher/cluster/messages/surname_tallies.h"

#include <google/protobuf/message_lite.h>

#include <optional>
#include <utility>

#include "searcher/cluster/messages/counts.pb.h"
#include "searcher/cluster/messages/reading.h"

namespace dateline::cluster {
namespace {

// Of one part of an index, which looks at some hundred articles of a surname.
constexpr int kMostSurnames = 1'000;
constexpr int kMostBearers = 1'000;
constexpr int kMostNames = 1'000;
constexpr int kMostArticles = 1'000;
constexpr std::uint32_t kMostMonth = 10'000 * 12;

void write(const search::Surname& surname, messages::Surname& out) {
  for (const search::Bearer& one : surname.bearers()) {
    messages::Bearer& bearer = *out.add_bearers();
    bearer.set_name(one.name);
    bearer.set_as_surname(one.as_surname);
    for (const std::string& name : one.names) bearer.add_names(name);
    for (const schema::EntityMark mark : one.marks) bearer.add_marks(mark);
  }
  // 0 is none of both.
  for (const search::SurnameArticle& one : surname.articles()) {
    out.add_months(one.month ? static_cast<std::uint32_t>(*one.month) + 1 : 0);
    out.add_of(one.bearer ? static_cast<std::uint32_t>(*one.bearer) + 1 : 0);
  }
}

Status read(const messages::Bearer& message, search::Surname& into) {
  if (message.names_size() > kMostNames || message.marks_size() > kMostNames) {
    return malformed("too many names of one person");
  }
  if (!is_text(message.name())) return malformed("a name that is no text");
  search::Bearer& bearer = into.bearer(into.add_bearer(message.name(), message.as_surname()));
  for (const std::string& name : message.names()) {
    if (!is_text(name)) return malformed("a name that is no text");
    bearer.names.push_back(name);
  }
  bearer.marks.assign(message.marks().begin(), message.marks().end());
  return {};
}

Result<search::Surname> read(const messages::Surname& message) {
  if (message.bearers_size() > kMostBearers) return malformed("too many persons of a surname");
  if (message.months_size() != message.of_size() || message.months_size() > kMostArticles) {
    return malformed("articles of a surname that are of no month");
  }
  search::Surname out;
  for (const messages::Bearer& one : message.bearers()) {
    if (auto ok = read(one, out); !ok) return failure(ok.error());
  }
  for (int i = 0; i < message.months_size(); ++i) {
    if (message.months(i) > kMostMonth) return malformed("a month that is none");
    if (message.of(i) > out.bearers().size()) return malformed("an article of no person");
    search::Month month;
    if (message.months(i) > 0) month = static_cast<std::int32_t>(message.months(i)) - 1;
    std::optional<std::size_t> bearer;
    if (message.of(i) > 0) bearer = message.of(i) - 1;
    out.add_article(month, bearer);
  }
  return out;
}

}  // namespace

void write(const search::SurnameTallies& surnames, messages::Surnames& out) {
  for (const auto& [text, surname] : surnames) {
    messages::Surname& one = *out.add_surnames();
    one.set_text(text);
    write(surname, one);
  }
}

Result<search::SurnameTallies> read(const messages::Surnames& message) {
  if (message.surnames_size() > kMostSurnames) return malformed("too many surnames");
  search::SurnameTallies out;
  for (const messages::Surname& one : message.surnames()) {
    if (!is_text(one.text())) return malformed("a surname that is no text");
    auto surname = read(one);
    if (!surname) return failure(surname.error());
    if (!out.emplace(one.text(), std::move(*surname)).second) {
      return malformed("a surname that is told twice");
    }
  }
  return out;
}

std::string to_message(const search::SurnameTallies& surnames) {
  messages::Surnames out;
  write(surnames, out);
  return out.SerializeAsString();
}

Result<search::SurnameTallies> surname_tallies_from(std::string_view message) {
  messages::Surnames read_in;
  if (!parse(message, read_in)) return malformed("surnames cannot be read");
  return read(read_in);
}

}  // namespace dateline::cluster

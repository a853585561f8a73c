#include "tests/searcher/query/small_index.h"

#include <gtest/gtest.h>

#include <map>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "common/text/values.h"
#include "searcher/query/describe.h"

namespace dateline::query {
namespace {

using schema::FieldId;

constexpr std::uint32_t kValueGap = 100;
const FixedClock kClock{std::chrono::sys_days{std::chrono::year(2020) / 1 / 10}};

class Writer {
 public:
  void text(FieldId id, std::string_view text, std::uint32_t weight) {
    const std::string_view prefix = schema::field(id).word_prefix;
    for (const text::OwnedToken& token : text::tokenize(text)) {
      document_.add_posting(schema::make_term(prefix, token.form), token.position);
      const std::string stem(token.stemmable ? stemmer_.stem(token.form) : token.form);
      document_.add_term(schema::make_stem_term("", stem), weight);
      if (!prefix.empty()) document_.add_term(schema::make_stem_term(prefix, stem));
      (prefix.empty() ? inside_ : outside_).insert(stem);
    }
  }

  void values(FieldId id, const std::vector<std::string>& values) {
    const schema::Field& field = schema::field(id);
    std::uint32_t position = 0;
    for (const std::string& value : values) {
      if (value.empty()) continue;
      document_.add_boolean_term(schema::make_term(field.value_prefix, text::fold_value(value)));
      for (const text::OwnedToken& token : text::tokenize(value)) {
        document_.add_posting(schema::make_term(field.word_prefix, token.form),
                              position + token.position);
      }
      position += kValueGap;
    }
  }

  void day(const std::string& digits) {
    if (digits.empty()) return;
    document_.add_boolean_term("D" + digits);
    document_.add_boolean_term("M" + digits.substr(0, 6));
    document_.add_boolean_term("Y" + digits.substr(0, 4));
    document_.add_value(static_cast<Xapian::valueno>(schema::Slot::kDay), digits);
  }

  void word(FieldId id, std::string_view form, std::uint32_t position) {
    document_.add_posting(schema::make_term(schema::field(id).word_prefix, form), position);
  }

  void term(const std::string& term) { document_.add_boolean_term(term); }

  Xapian::Document finish() {
    for (const std::string& stem : outside_) {
      if (inside_.count(stem) == 0) document_.add_boolean_term(schema::make_term("XO", stem));
    }
    return document_;
  }

 private:
  Xapian::Document document_;
  text::Stemmer stemmer_{"en"};
  std::set<std::string> inside_;
  std::set<std::string> outside_;
};

// "https://www.x.org/a/b.html" → the value, the host and the words of the path.
void add_url(Writer& writer, const std::string& url) {
  if (url.empty()) return;
  const std::string address = url.substr(url.find(':') + 1);
  const std::size_t path = address.find('/', 2);
  std::string host = address.substr(2, path - 2);
  if (host.rfind("www.", 0) == 0) host.erase(0, 4);
  writer.term("U" + address);
  writer.term("XU" + host);
  std::string words = host + address.substr(path);
  for (char& c : words) {
    if (!is_ascii_alnum(c)) c = ' ';
  }
  for (const text::OwnedToken& token : text::tokenize(words)) {
    writer.word(FieldId::kUrl, token.form, token.position);
  }
}

}  // namespace

Xapian::Document document_of(const SmallArticle& article) {
  Writer writer;
  writer.text(FieldId::kHeadline, article.headline, 5);
  writer.text(FieldId::kStandfirst, article.standfirst, 2);
  writer.text(FieldId::kBody, article.body, 1);
  writer.day(article.day);
  writer.values(FieldId::kSource, {article.source});
  writer.values(FieldId::kPerson, article.persons);
  writer.values(FieldId::kTag, article.tags);
  if (!article.language.empty()) {
    writer.term("L" + article.language);
    writer.term("L" + article.language.substr(0, article.language.find('-')));
  }
  if (!article.id.empty()) writer.term("Q" + article.id);
  add_url(writer, article.url);
  return writer.finish();
}

SmallIndex::SmallIndex(const std::vector<SmallArticle>& articles)
    : db_(std::string(), Xapian::DB_BACKEND_INMEMORY) {
  for (const SmallArticle& article : articles) db_.add_document(document_of(article));
}

CompiledQuery SmallIndex::compiled(std::string_view query, Match match) {
  QueryOptions options;
  options.match = match;
  options.clock = &kClock;
  options.max_expansions = max_expansions;
  options.spelling = spelling;
  auto compiled = compile(query, options, db_);
  EXPECT_TRUE(compiled) << describe(query, compiled.error());
  if (!compiled) return {};
  return std::move(*compiled);
}

std::set<Xapian::docid> SmallIndex::find(std::string_view query, Match match) {
  return find_in(db_, compiled(query, match).query);
}

std::vector<Xapian::docid> SmallIndex::rank(std::string_view query) {
  Xapian::Enquire enquire(db_);
  enquire.set_query(compiled(query).query);
  std::vector<Xapian::docid> out;
  const Xapian::MSet hits = enquire.get_mset(0, db_.get_doccount());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) out.push_back(*hit);
  return out;
}

std::set<Xapian::docid> find_in(const Xapian::Database& db, const Xapian::Query& query) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::set<Xapian::docid> out;
  const Xapian::MSet hits = enquire.get_mset(0, db.get_doccount());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) out.insert(*hit);
  return out;
}

}  // namespace dateline::query

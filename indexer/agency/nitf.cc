// The head has what programs want to know (docdata, pubdata, tobject), the body's head what readers
// are shown (hedline, byline, dateline, abstract), the body's content the text. Tested in
// nitf_test.cc.
#include "indexer/agency/nitf.h"

#include <string>
#include <utility>

#include "common/base/strings.h"
#include "indexer/agency/blocks.h"
#include "indexer/agency/credits.h"
#include "indexer/agency/news_facts.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer::agency {
namespace {

void fill(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

std::string without_space(std::string_view value) { return collapse_whitespace(value); }

// What is released after it was issued is not to be shown before. An issue's day and a release on
// the same day are no embargo.
void read_release(std::string_view issued, std::string_view release, Extraction& into) {
  const auto issue = date_of(issued);
  const auto until = date_of(release);
  if (issue && until && until->instant() <= issue->instant()) return;
  read_embargo(release, into);
}

void read_docdata(const Element& docdata, Extraction& into) {
  Article& article = into.article;
  // A correction is the document that it corrects, in other words.
  fill(article.id, without_space(docdata.child("correction").attribute("id-string")));
  fill(article.id, without_space(docdata.child("doc-id").attribute("id-string")));
  const std::string_view status = docdata.attribute("management-status");
  const std::string_view release = docdata.child("date.release").attribute("norm");
  if (!article.status) read_status(status, into);
  if (!article.embargo) {
    const bool embargoed = equals_ignoring_ascii_case(trim(status), "embargoed");
    read_release(docdata.child("date.issue").attribute("norm"),
                 embargoed && trim(release).empty() ? "without an end" : release, into);
  }
  if (!article.urgency) read_urgency(docdata.child("urgency").attribute("ed-urg"), into);
  if (article.version.text.empty()) {
    read_version(docdata.child("du-key").attribute("version"), into);
  }
  for (const Element& keyword : docdata.child("key-list").children("keyword")) {
    add_tag(without_space(keyword.attribute("key")), article);
  }
}

void read_subjects(const Element& head, Article& article) {
  const auto subjects = head.child("tobject").children("tobject.subject");
  for (const Element& subject : subjects) {
    for (const std::string_view name :
         {"tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"}) {
      add_tag(without_space(subject.attribute(name)), article);
    }
  }
  fill(article.section, without_space(head.child("pubdata").attribute("position.section")));
  if (!subjects.empty()) {
    fill(article.section, without_space(subjects.front().attribute("tobject.subject.type")));
  }
}

std::string nitf_headline(const Element& nitf) {
  const Element hedline = nitf.child("body").child("body.head").child("hedline");
  const std::string main = hedline.child("hl1").text();
  return main.empty() ? nitf.child("head").child("title").text() : main;
}

std::string nitf_standfirst(const Element& body_head) {
  const std::string abstract = body_head.child("abstract").text();
  return abstract.empty() ? body_head.child("hedline").child("hl2").text() : abstract;
}

std::string_view language_of(const Element& nitf) {
  for (const Element& one : {nitf.child("body").child("body.content"), nitf.child("body"), nitf}) {
    if (!one.attribute("lang").empty()) return one.attribute("lang");
  }
  return {};
}

void read_body_head(const Element& head, Article& article) {
  if (article.byline.empty()) {
    for (const Element& byline : head.children("byline", kMostCredits)) add_byline(byline, article);
  }
  add_credit(head.child("distributor").text(), article);
  fill(article.standfirst, nitf_standfirst(head));
}

}  // namespace

bool is_nitf(const Head& head) { return root_element(head) == "nitf"; }

void read_nitf_element(const Element& nitf, Extraction& into) {
  Article& article = into.article;
  const Element head = nitf.child("head");
  const Element body_head = nitf.child("body").child("body.head");
  const Element docdata = head.child("docdata");
  const Element dateline = body_head.child("dateline");
  fill(article.headline, nitf_headline(nitf));
  read_docdata(docdata, into);
  read_subjects(head, article);
  fill(article.source, without_space(head.child("pubdata").attribute("name")));
  if (article.language.empty()) read_language(language_of(nitf), into);
  if (!article.published) {
    read_dates({docdata.child("date.issue").attribute("norm"),
                head.child("pubdata").attribute("date.publication"),
                dateline.child("story.date").attribute("norm")},
               {}, into);
  }
  read_body_head(body_head, article);
  fill(article.body, block_text(nitf.child("body").child("body.content")));
  if (article.dateline.empty()) read_dateline(dateline.text("copyrite"), {}, article);
}

ExtractResult read_nitf(const RawDocument& document, const ExtractOptions& /*options*/) {
  const auto tree = XmlTree::parse(document.bytes);
  if (!tree) {
    return tl::unexpected(reject_document(document, tree.error().code, tree.error().reason));
  }
  if (tree->root().name() != "nitf") {
    return tl::unexpected(
        reject_document(document, reject::kBadMarkup, "its root element is not <nitf>"));
  }
  Extraction made;
  read_nitf_element(tree->root(), made);
  return finished(std::move(made), document);
}

}  // namespace dateline::indexer::agency

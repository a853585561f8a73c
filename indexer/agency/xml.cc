// libxml2 calls back at each tag and piece of text, and no tree of its own is ever made. It is told
// to fetch nothing and to put nothing in the place of entities, which leaves the five of XML and
// numbers; what a document type says of entities ends the parsing. Names that HTML has for
// characters, which agencies use without declaring them, are a fixed table and harmless. Tested in
// xml_test.cc.
#include "indexer/agency/xml.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/markup/parser_memory.h"

namespace dateline::indexer::agency {
namespace {

constexpr std::size_t kMaxDepth = 128;
constexpr std::size_t kMaxNodes = 500'000;

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view local_name(std::string_view name) {
  return name.substr(std::min(name.find(':') + 1, name.size()));  // npos + 1 is 0
}

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

}  // namespace

// What libxml2 calls; its user data is the builder.
class TreeBuilder {
 public:
  tl::expected<XmlTree, Refusal> build(std::string_view bytes) {
    page::set_up_parser();
    const page::ParserMemory memory;
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
    if (!parser) return tl::unexpected(Refusal{reject::kNoMemory, "out of memory"});
    parser_ = parser.get();
    *parser->sax = handler();
    parser->userData = this;
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlFreeDoc(xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()),
                                 nullptr, nullptr, options));
    if (refusal_) return tl::unexpected(std::move(*refusal_));
    if (parser->wellFormed == 0 || tree_.nodes_.empty() || !open_.empty()) {
      return tl::unexpected(Refusal{reject::kBadMarkup, why_not_well_formed()});
    }
    return std::move(tree_);
  }

 private:
  static TreeBuilder& self(void* data) { return *static_cast<TreeBuilder*>(data); }

  static xmlSAXHandler handler() {
    xmlSAXHandler out{};
    out.initialized = 1;  // the older callbacks, whose names are as written
    out.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
      self(data).begin(view_of(name), attributes);
    };
    out.endElement = [](void* data, const xmlChar* /*name*/) { self(data).end(); };
    out.characters = [](void* data, const xmlChar* text, int size) {
      self(data).add({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    out.ignorableWhitespace = out.characters;
    out.cdataBlock = out.characters;
    out.reference = [](void* data, const xmlChar* name) { self(data).add_reference(name); };
    out.entityDecl = [](void* data, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
      self(data).refuse(reject::kBadMarkup,
                        "its document type declares entities, which this version does not expand");
    };
    return out;
  }

  void begin(std::string_view name, const xmlChar** attributes) {
    if (refusal_) return;
    within_text_ = false;
    if (open_.size() == kMaxDepth) {
      return refuse(reject::kTooDeep, "elements are nested more than 128 levels deep");
    }
    XmlTree::Node node;
    node.name = name;
    node.begin = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      // libxml2 leaves an ampersand written so, for trees of its own that are read again.
      tree_.attributes_.push_back({std::string(local_name(view_of(attributes[0]))),
                                   replace_all(view_of(attributes[1]), "&#38;", "&")});
      ++node.size;
    }
    push(std::move(node));
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size() - 1));
  }

  void end() {
    within_text_ = false;
    if (refusal_ || open_.empty()) return;
    tree_.nodes_[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
  }

  void add(std::string_view text) {
    if (refusal_ || open_.empty() || text.empty()) return;
    // A text comes in pieces.
    if (within_text_) {
      tree_.nodes_.back().size += static_cast<std::uint32_t>(text.size());
    } else {
      XmlTree::Node node;
      node.begin = static_cast<std::uint32_t>(tree_.text_.size());
      node.size = static_cast<std::uint32_t>(text.size());
      node.end = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
      push(std::move(node));
      within_text_ = true;
    }
    tree_.text_ += text;
  }

  void add_reference(const xmlChar* name) {
    const htmlEntityDesc* known = htmlEntityLookup(name);
    std::string text;
    append_utf8(text,
                known == nullptr ? kReplacementCharacter : static_cast<char32_t>(known->value));
    add(text);
  }

  void push(XmlTree::Node node) {
    if (tree_.nodes_.size() == kMaxNodes) {
      return refuse(reject::kTooCostly, "more than 500,000 elements and pieces of text");
    }
    tree_.nodes_.push_back(std::move(node));
  }

  void refuse(std::string_view code, std::string reason) {
    if (!refusal_) refusal_ = Refusal{code, std::move(reason)};
    xmlStopParser(parser_);
  }

  std::string why_not_well_formed() const {
    const xmlError* error = xmlCtxtGetLastError(parser_);
    if (error == nullptr || error->message == nullptr) return "not well-formed XML";
    return fmt::format("not well-formed XML: line {}: {}", error->line,
                       repair_utf8(collapse_whitespace(error->message)));
  }

  xmlParserCtxt* parser_ = nullptr;
  XmlTree tree_;
  std::vector<std::uint32_t> open_;
  bool within_text_ = false;  // no tag has come since the last piece of text
  std::optional<Refusal> refusal_;
};

tl::expected<XmlTree, Refusal> XmlTree::parse(std::string_view bytes) {
  while (!bytes.empty() && is_ascii_space(bytes.front())) bytes.remove_prefix(1);
  if (bytes.size() > static_cast<std::size_t>(INT_MAX)) {
    return tl::unexpected(Refusal{reject::kTooLarge, "more than 2 GB"});
  }
  return TreeBuilder().build(bytes);
}

Element XmlTree::root() const { return nodes_.empty() ? Element() : Element(this, 0); }

std::string_view Element::name() const {
  return tree_ == nullptr ? std::string_view() : local_name(node().name);
}

std::string_view Element::prefix() const {
  const std::string_view whole =
      tree_ == nullptr ? std::string_view() : std::string_view(node().name);
  return whole.substr(0, whole.size() - name().size() - (whole.size() > name().size() ? 1 : 0));
}

std::string_view Element::raw_text() const {
  if (!is_text()) return {};
  return std::string_view(tree_->text_).substr(node().begin, node().size);
}

std::string_view Element::attribute(std::string_view name) const {
  if (tree_ == nullptr || is_text()) return {};
  for (std::uint32_t i = 0; i < node().size; ++i) {
    const XmlTree::Attribute& one = tree_->attributes_[node().begin + i];
    if (one.name == name) return one.value;
  }
  return {};
}

std::vector<Element> Element::children() const {
  std::vector<Element> out;
  if (tree_ == nullptr || is_text()) return out;
  for (std::uint32_t i = index_ + 1; i < node().end; i = tree_->nodes_[i].end) {
    if (!tree_->nodes_[i].name.empty()) out.push_back({tree_, i});
  }
  return out;
}

std::vector<Element> Element::children(std::string_view name, std::size_t most) const {
  std::vector<Element> out;
  for (const Element& one : children()) {
    if (one.name() == name && out.size() < most) out.push_back(one);
  }
  return out;
}

Element Element::child(std::string_view name) const {
  const auto all = children(name, 1);
  return all.empty() ? Element() : all.front();
}

std::vector<Element> Element::descendants(std::string_view name, std::size_t most) const {
  std::vector<Element> out;
  for (Element at = next(); contains(at) && out.size() < most; at = at.next()) {
    if (!at.is_text() && at.name() == name) out.push_back(at);
  }
  return out;
}

std::string Element::text(std::string_view without) const {
  std::string out;
  for (Element at = next(); contains(at);) {
    if (!without.empty() && at.name() == without) {
      at = {tree_, at.node().end - 1};
    } else if (at.is_text()) {
      out += at.raw_text();
    } else if (at.name() == "br" || at.name() == "p") {
      out += ' ';
    }
    at = at.next();
  }
  return collapse_whitespace(out);
}

std::string Element::whole_text() const {
  std::string out;
  for (Element at = next(); contains(at); at = at.next()) out += at.raw_text();
  return out;
}

Element Element::next() const {
  if (tree_ == nullptr || index_ + 1 >= tree_->nodes_.size()) return {};
  return {tree_, index_ + 1};
}

bool Element::contains(const Element& other) const {
  return tree_ != nullptr && other.tree_ == tree_ && !is_text() && other.index_ > index_ &&
         other.index_ < node().end;
}

}  // namespace dateline::indexer::agency

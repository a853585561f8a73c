// libxml2 reads the markup and calls back for each tag and each run of characters; the tree is
// ours, for libxml2's own costs five allocations a node and cannot be bounded while it grows. Nodes
// are appended as their start tags come, and an element's end is written when its end tag comes:
//
//   <p>One <b>two</b></p>      start p, text, start b, text, end b (b.end = 4), end p (p.end = 4)
//
// Beyond a bound the parser is stopped, and the error tells which bound it was. Tested in
// tree_test.cc.
#include "indexer/extract/markup/tree.h"

#include <libxml/HTMLparser.h>

#include <charconv>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/markup/parser_memory.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kMaxDepth = 256;
// libxml2 walks its stack of open elements at end tags; this bounds the walk.
constexpr std::size_t kMaxOpen = 512;
constexpr std::size_t kMaxNodes = 2'000'000;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

class TreeBuilder {
 public:
  explicit TreeBuilder(AttributeTable table) { tree_.table_ = std::move(table); }

  tl::expected<Tree, TreeError> build(std::string_view markup) {
    set_up_parser();
    const ParserMemory memory;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
        htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size())));
    if (!parser) {
      if (markup.empty()) return tl::unexpected(TreeError::kUnusable);
      throw std::bad_alloc();
    }
    parser_ = parser.get();
    set_callbacks();
    set_encoding();
    htmlCtxtUseOptions(parser_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                    HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC |
                                    HTML_PARSE_COMPACT);
    tree_.text_.reserve(markup.size() / 2);
    htmlParseDocument(parser_);
    if (parser_->myDoc != nullptr) xmlFreeDoc(std::exchange(parser_->myDoc, nullptr));
    // What came before the refusal is half an article.
    if (parser_->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
    if (error_) return tl::unexpected(*error_);
    while (!open_.empty()) close();
    if (tree_.nodes_.empty()) return tl::unexpected(TreeError::kUnusable);
    return std::move(tree_);
  }

 private:
  void set_callbacks() {
    htmlSAXHandler* sax = parser_->sax;
    *sax = htmlSAXHandler{};
    sax->startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<TreeBuilder*>(self)->start(view(name), attributes);
    };
    sax->endElement = [](void* self, const xmlChar*) { static_cast<TreeBuilder*>(self)->close(); };
    sax->characters = [](void* self, const xmlChar* text, int size) {
      static_cast<TreeBuilder*>(self)->characters(
          {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    sax->ignorableWhitespace = sax->characters;
    sax->cdataBlock = sax->characters;
    parser_->userData = this;
  }

  // libxml2 has the whole markup from the start. Told to convert it, 2.9 would do so piece by piece,
  // and where memory is refused go on with a null pointer, or take the lost piece for the end.
  void set_encoding() {
    parser_->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
    if (parser_->encoding == nullptr) throw std::bad_alloc();
    parser_->charset = XML_CHAR_ENCODING_UTF8;
  }

  void stop(TreeError error) {
    if (!error_) error_ = error;
    xmlStopParser(parser_);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    if (error_) return;
    if (open_.size() >= kMaxOpen) return stop(TreeError::kTooDeep);
    if (tree_.nodes_.size() >= kMaxNodes) return stop(TreeError::kTooManyNodes);
    Node node;
    node.tag = tag_of(name);
    node.parent = parent();
    const AttributeTable::Row row = row_of(attributes);
    node.attributes_begin = row.begin;
    node.attributes_count = row.count;
    open_.push_back(tree_.size());
    tree_.nodes_.push_back(node);
  }

  NodeIndex parent() const {
    if (open_.empty()) return kNoNode;
    return open_.size() > kMaxDepth ? open_[kMaxDepth] : open_.back();
  }

  // The table's row that the tag names, else a new one of what libxml2 has read.
  AttributeTable::Row row_of(const xmlChar** attributes) {
    AttributeTable& table = tree_.table_;
    const auto begin = static_cast<std::uint32_t>(table.attributes.size());
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      const std::string_view name = view(attributes[0]);
      const std::string_view value = view(attributes[1]);
      if (name == kRowAttribute) {
        std::size_t number = table.rows.size();
        std::from_chars(value.data(), value.data() + value.size(), number);
        if (number < table.rows.size()) return table.rows[number];
      }
      const AttributeSpelling* known = known_attribute(name);
      if (known != nullptr) table.add(known->name, value);
    }
    return {begin, static_cast<std::uint16_t>(table.attributes.size() - begin)};
  }

  void close() {
    if (open_.empty() || error_) return;
    const NodeIndex closing = open_.back();
    open_.pop_back();
    tree_.nodes_[closing].end = tree_.size();
  }

  void characters(std::string_view text) {
    if (error_ || text.empty()) return;
    const auto size = static_cast<std::uint32_t>(text.size());
    const bool continues = !tree_.nodes_.empty() && tree_.nodes_.back().tag == Tag::kText &&
                           tree_.nodes_.back().parent == parent() &&
                           (open_.empty() || tree_.nodes_.back().end > open_.back());
    if (continues) {
      tree_.nodes_.back().text_size += size;
    } else {
      if (tree_.nodes_.size() >= kMaxNodes) return stop(TreeError::kTooManyNodes);
      Node node;
      node.tag = Tag::kText;
      node.parent = parent();
      node.end = tree_.size() + 1;
      node.text_begin = static_cast<std::uint32_t>(tree_.text_.size());
      node.text_size = size;
      tree_.nodes_.push_back(node);
    }
    tree_.text_ += text;
  }

  Tree tree_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<NodeIndex> open_;
  std::optional<TreeError> error_;
};

tl::expected<Tree, TreeError> Tree::parse(std::string_view markup, AttributeTable table) {
  return TreeBuilder(std::move(table)).build(markup);
}

const AttributeTable::Attribute* Tree::find_attribute(NodeIndex i, AttributeName name) const {
  const Node& node = nodes_[i];
  for (std::uint32_t a = node.attributes_begin; a < node.attributes_begin + node.attributes_count;
       ++a) {
    if (table_.attributes[a].name == name) return &table_.attributes[a];
  }
  return nullptr;
}

std::string_view Tree::attribute(NodeIndex i, AttributeName name) const {
  const AttributeTable::Attribute* found = find_attribute(i, name);
  return found == nullptr ? std::string_view() : table_.value(*found);
}

bool Tree::has(NodeIndex i, AttributeName name) const { return find_attribute(i, name) != nullptr; }

bool Tree::overworked() const {
  constexpr std::uint64_t kTimesRead = 32;
  constexpr std::uint64_t kFree = 4'000'000;
  return work_ > kFree + kTimesRead * (nodes_.size() + text_.size());
}

std::string Tree::content(NodeIndex i, std::size_t most) const {
  std::string raw;
  if (overworked()) return raw;
  NodeIndex at = i;
  for (; at < nodes_[i].end && raw.size() < most; ++at) {
    const Tag tag = nodes_[at].tag;
    if (tag == Tag::kText) {
      raw += truncate_utf8(text(at), most - raw.size());
    } else if (tag == Tag::kBr || is_block(tag)) {
      raw += ' ';
    }
  }
  count_work(at - i + raw.size());
  return collapse_whitespace(raw);
}

NodeIndex Tree::find(Tag tag, NodeIndex from, NodeIndex to) const {
  for (NodeIndex i = from; i < to; ++i) {
    if (nodes_[i].tag == tag) return i;
  }
  return kNoNode;
}

}  // namespace dateline::indexer::page

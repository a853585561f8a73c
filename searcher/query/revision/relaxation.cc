// A query is asked again with one requirement less, which is what a reader would try next:
//
//   "onward movement" iraq   →   (onward movement) iraq       the words of a phrase anywhere
//                            →   iraq                         one part left out at a time
//                            →   "onward movement"
//                            →   "onward movement" OR iraq    any of the parts
//
// Each is cut out of the text that was typed, by the offsets of its tree, so that it reads as the
// reader wrote it. Tested by tests/searcher/query/revision/revision_test.cc.
#include "searcher/query/revision/relaxation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/strings.h"
#include "common/text/stop_words.h"
#include "common/text/tokenizer.h"
#include "searcher/query/language/parser.h"
#include "searcher/query/language/plain_text.h"

namespace dateline::query {
namespace {

// Of so many parts one is left out at a time.
constexpr std::size_t kMostParts = 6;
constexpr std::size_t kMostPhrases = 3;
// What a line shows of a part that is left out.
constexpr std::size_t kShownOfPart = 40;

class Relaxer {
 public:
  Relaxer(std::string_view text, const Node& tree, const QueryOptions& options)
      : text_(text), tree_(tree), options_(options) {}

  std::vector<Revision> run() {
    loosen_phrases(tree_);
    if (tree_.kind == Node::Kind::kPhrase) take_any_word();
    if (tree_.kind == Node::Kind::kAnd) {
      leave_parts_out();
      take_any();
    }
    return std::move(out_);
  }

 private:
  std::string_view typed(const Node& node) const {
    return text_.substr(node.offset, node.end - node.offset);
  }

  void add(std::string change, std::string query) {
    out_.push_back({Revision::Kind::kRelaxed, std::move(change), std::move(query)});
  }

  // "a b" → (a b): its words anywhere.
  void loosen_phrases(const Node& node) {
    if (node.kind == Node::Kind::kNot || node.kind == Node::Kind::kNear ||
        node.kind == Node::Kind::kAdj || out_.size() == kMostPhrases) {
      return;
    }
    const bool date = node.kind == Node::Kind::kField && node.scope.is_date();
    for (const Node& child : node.children) {
      if (!date) loosen_phrases(child);
    }
    if (node.kind != Node::Kind::kPhrase || node.text.find(' ') == std::string::npos) return;
    // What were words in quotes may be operators without.
    if (node.text.find_first_of("\"()^:~+-=") != std::string::npos) return;
    std::string query(text_.substr(0, node.offset));
    query.append("(").append(lowered(node.text)).append(")").append(text_.substr(node.end));
    add(fmt::format("the words of “{}” anywhere", node.text), std::move(query));
  }

  // "a b" → a OR b, where it is the whole query.
  void take_any_word() {
    if (out_.empty() || !trim(text_.substr(0, tree_.offset)).empty() ||
        !trim(text_.substr(tree_.end)).empty()) {
      return;
    }
    std::vector<std::string> words;
    const std::string text = lowered(tree_.text);
    for (const std::string_view word : split(text, ' ')) {
      if (!word.empty() && !is_stop_word(word)) words.emplace_back(word);
    }
    if (words.size() > 1) add("any of these", join(words, " OR "));
  }

  // Without operators in capitals.
  static std::string lowered(const std::string& words) {
    std::vector<std::string> out;
    for (const std::string_view word : split(words, ' ')) {
      const bool capitals =
          word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_upper);
      out.push_back(capitals ? to_ascii_lower(word) : std::string(word));
    }
    return join(out, " ");
  }

  // The parts but one, joined as they were.
  std::string without(std::size_t left_out) const {
    std::string query;
    for (std::size_t i = 0; i < tree_.children.size(); ++i) {
      if (i == left_out) continue;
      const bool operated =
          i > 0 &&
          trim(text_.substr(tree_.children[i - 1].end,
                            tree_.children[i].offset - tree_.children[i - 1].end)) == "AND";
      if (!query.empty()) query += operated ? " AND " : " ";
      query += typed(tree_.children[i]);
    }
    return query;
  }

  // Only from a list of parts that is the whole query: in brackets, offsets are those of its
  // inside.
  bool covers_text() const {
    return trim(text_.substr(0, tree_.children.front().offset)).empty() &&
           trim(text_.substr(tree_.children.back().end)).empty();
  }

  void leave_parts_out() {
    if (tree_.children.size() > kMostParts || !covers_text()) return;
    for (std::size_t i = 0; i < tree_.children.size(); ++i) {
      if (is_optional(tree_.children[i])) continue;
      const std::string_view part = typed(tree_.children[i]);
      const std::string shown = part.size() > kShownOfPart ? "one part" : fmt::format("“{}”", part);
      add(fmt::format("without {}", shown), without(i));
    }
  }

  void take_any() {
    if (!covers_text()) return;
    std::vector<std::string> parts;
    for (const Node& child : tree_.children) {
      if (child.kind == Node::Kind::kNot || child.kind == Node::Kind::kPlus) return;
      if (!is_optional(child)) parts.emplace_back(typed(child));
    }
    if (parts.size() > 1) add("any of these", join(parts, " OR "));
  }

  // A stop word was not required, and would count beside an operator.
  bool is_optional(const Node& node) const {
    return node.kind == Node::Kind::kWord && !node.exact && !node.edits && is_stop_word(node.text);
  }

  bool is_stop_word(std::string_view word) const {
    const auto tokens = text::tokenize(word);
    return tokens.size() == 1 && text::is_stop_word(tokens[0].form, options_.languages.front());
  }

  std::string_view text_;
  const Node& tree_;
  const QueryOptions& options_;
  std::vector<Revision> out_;
};

}  // namespace

std::vector<Revision> relaxations(std::string_view typed, const QueryOptions& options) {
  const auto plain = plain_text(typed);
  if (!plain) return {};
  const auto parsed = parse(plain->text, options.match);
  if (!parsed || !parsed->tree) return {};
  return Relaxer(plain->text, *parsed->tree, options).run();
}

}  // namespace dateline::query

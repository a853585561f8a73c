// One pass over the bytes, copying what is kept. Scripts, styles, SVG and comments are 60 % of a
// news page, and most attributes (srcset, data-*, on*) are for browsers alone; what is left of them
// goes past libxml2 (attributes.h), which has a sixth of the work then:
//
//   <p class=lead onclick="x()">A <!-- x -->b<script>y()</script>   →   <p r=0>A b
//
// The pass also bounds what libxml2 would be quadratic in: attributes of one element. Tested in
// prescan_test.cc.
#include "indexer/extract/markup/prescan.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/base/strings.h"
#include "indexer/extract/markup/references.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kMaxAttributes = 24;
constexpr std::size_t kMaxValue = std::size_t{8} << 10;
constexpr std::size_t kMaxContent = std::size_t{64} << 10;
constexpr std::size_t kMaxJsonScript = std::size_t{4} << 20;
constexpr std::size_t kMaxScripts = std::size_t{2} << 20;

// Elements that are dropped with all that is in them.
constexpr std::array<std::string_view, 12> kDropped{"script", "style",   "svg",    "noscript",
                                                    "iframe", "noembed", "object", "textarea",
                                                    "select", "math",    "canvas", "noframes"};

struct Attribute {
  std::string_view name;
  std::string_view value;
};

struct Kept {
  const AttributeSpelling* known;
  std::string_view value;
};

class Thinner {
 public:
  explicit Thinner(std::string_view html) : html_(html) { out_.markup.reserve(html.size() / 2); }

  Prescan run() && {
    while (at_ < html_.size()) {
      copy_text();
      if (at_ < html_.size()) read_markup();
    }
    return std::move(out_);
  }

 private:
  void copy_text() {
    std::size_t end = html_.find('<', at_);
    if (end == std::string_view::npos) end = html_.size();
    append_text(html_.substr(at_, end - at_));
    at_ = end;
  }

  // White space is half of the text that is left, and is collapsed by every reader of it; newlines
  // may part credits. References are read here, for libxml2 knows those of HTML 4 alone; so
  // are signs that show nothing and part no words.
  void append_text(std::string_view text) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
      if (is_ascii_space(text[at])) {
        const std::size_t end = end_of_space(text, at);
        if (end - at > 1) {
          const bool newline = text.substr(at, end - at).find('\n') != std::string_view::npos;
          out_.markup.append(text, done, at - done).push_back(newline ? '\n' : ' ');
          done = end;
        }
        at = end;
      } else if (text[at] == '&') {
        out_.markup.append(text, done, at - done);
        at += append_reference(text.substr(at));
        done = at;
      } else if (const std::size_t size = invisible_at(text, at); size > 0) {
        out_.markup.append(text, done, at - done);
        at += size;
        done = at;
      } else {
        ++at;
      }
    }
    out_.markup.append(text, done);
  }

  // At an "&"; the bytes read.
  std::size_t append_reference(std::string_view text) {
    const Reference reference = read_reference(text, ReferencePlace::kText);
    const std::string meant = reference.size == 0 ? std::string("&") : reference.characters;
    if (meant == "&" || meant == "<") {
      out_.markup += meant == "&" ? "&amp;" : "&lt;";
      ++out_.tags;
    } else if (invisible_at(meant, 0) == 0) {
      out_.markup += meant;
    }
    return std::max<std::size_t>(reference.size, 1);
  }

  // The bytes of a sign that shows nothing (kInvisible) where `text` has one at `at`.
  static std::size_t invisible_at(std::string_view text, std::size_t at) {
    const char lead = text[at];
    if (lead != '\xC2' && lead != '\xE2' && lead != '\xEF') return 0;
    for (const std::string_view sign : kInvisible) {
      if (text.compare(at, sign.size(), sign) == 0) return sign.size();
    }
    return 0;
  }

  static std::size_t end_of_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at;
  }

  // At a "<".
  void read_markup() {
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
    if (is_ascii_alpha(next)) {
      read_start_tag();
    } else if (next == '/') {
      read_end_tag();
    } else if (next == '!' || next == '?') {
      skip_declaration();
    } else {
      out_.markup += "&lt;";
      ++at_;
    }
  }

  void skip_declaration() {
    const std::string_view rest = html_.substr(at_);
    const bool comment = rest.rfind("<!--", 0) == 0;
    const bool empty = rest.rfind("<!-->", 0) == 0 || rest.rfind("<!--->", 0) == 0;
    if (!comment || empty) {
      skip_past(html_.find('>', at_), 1);
    } else {
      skip_past(html_.find("-->", at_ + 4), 3);
    }
  }

  void skip_past(std::size_t position, std::size_t length) {
    at_ = position == std::string_view::npos ? html_.size() : position + length;
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_ascii_space(html_[at_]) && html_[at_] != '>' &&
           html_[at_] != '/' && html_[at_] != '<') {
      ++at_;
    }
    return html_.substr(begin, at_ - begin);
  }

  void read_end_tag() {
    at_ += 2;
    name_ = to_ascii_lower(read_name());
    skip_past(html_.find('>', at_), 1);
    if (name_.empty() || !is_ascii_alpha(name_[0]) || dropped_index() < kDropped.size()) return;
    out_.markup.append("</").append(name_).append(">");
    ++out_.tags;
  }

  void read_start_tag() {
    ++at_;
    name_ = to_ascii_lower(read_name());
    const bool closed = read_attributes();
    const std::size_t dropped = dropped_index();
    if (dropped < kDropped.size()) {
      if (!closed) drop_element(dropped);
      return;
    }
    write_start_tag();
  }

  std::size_t dropped_index() const {
    std::size_t i = 0;
    while (i < kDropped.size() && kDropped[i] != name_) ++i;
    return i;
  }

  // Up to and past ">"; true if the tag closes itself.
  bool read_attributes() {
    count_ = 0;
    for (;;) {
      while (at_ < html_.size() && is_ascii_space(html_[at_])) ++at_;
      if (at_ >= html_.size()) return false;
      if (html_[at_] == '>') return ++at_, false;
      if (html_[at_] == '/') {
        ++at_;
        if (at_ < html_.size() && html_[at_] == '>') return ++at_, true;
        continue;
      }
      read_attribute();
    }
  }

  void read_attribute() {
    const std::size_t begin = at_;
    ++at_;  // so that a stray "=" or quote is passed
    while (at_ < html_.size() && !ends_attribute_name(html_[at_])) ++at_;
    const std::string_view name = html_.substr(begin, at_ - begin);
    while (at_ < html_.size() && is_ascii_space(html_[at_])) ++at_;
    std::string_view value;
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      value = read_value();
    }
    if (count_ < kMaxAttributes) attributes_[count_++] = {name, value};
  }

  static bool ends_attribute_name(char c) {
    return is_ascii_space(c) || c == '=' || c == '>' || c == '/';
  }

  std::string_view read_value() {
    while (at_ < html_.size() && is_ascii_space(html_[at_])) ++at_;
    if (at_ >= html_.size()) return {};
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(html_.find(quote, begin), html_.size());
      at_ = std::min(end + 1, html_.size());
      return html_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_ascii_space(html_[at_]) && html_[at_] != '>') ++at_;
    return html_.substr(begin, at_ - begin);
  }

  std::string_view attribute(std::string_view name) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (equals_ignoring_ascii_case(attributes_[i].name, name)) return attributes_[i].value;
    }
    return {};
  }

  void drop_element(std::size_t dropped) {
    const std::size_t begin = at_;
    const std::size_t end = find_end(dropped);
    if (end == std::string_view::npos) {
      // Browsers let a script or style run to the end of the page; of the others only the tag goes.
      if (dropped < 2) at_ = html_.size();
      return;
    }
    if (dropped == 0) keep_script({begin, end - begin});
    at_ = end;  // the end tag is dropped as such
  }

  // Where "</name" of kDropped[dropped] is. A search that failed once will fail again further on,
  // and is not repeated: many unclosed elements would make it quadratic.
  std::size_t find_end(std::size_t dropped) {
    if (no_end_[dropped]) return std::string_view::npos;
    const std::string_view name = kDropped[dropped];
    for (std::size_t at = html_.find("</", at_); at != std::string_view::npos;
         at = html_.find("</", at + 2)) {
      if (starts_with_ignoring_ascii_case(html_.substr(at + 2), name)) return at;
    }
    no_end_[dropped] = true;
    return std::string_view::npos;
  }

  void keep_script(ByteRange script) {
    const bool linked =
        find_ignoring_ascii_case(attribute("type"), "ld+json") != std::string_view::npos;
    if (linked && script.size <= kMaxJsonScript) {
      out_.json_ld.emplace_back(script.of(html_));
    } else if (!linked && script.size > 0 && script.size <= kMaxScripts - scripts_size_) {
      scripts_size_ += script.size;
      out_.scripts.push_back(script);
    }
  }

  void write_start_tag() {
    if (name_ == "body") in_body_ = true;
    if (!in_body_ && begins_body()) {
      out_.markup += "<body>";
      in_body_ = true;
    }
    out_.markup += '<';
    out_.markup += name_;
    write_attributes();
    out_.markup += '>';
    ++out_.tags;
  }

  // libxml2 knows the elements of HTML 4, and takes later ones for parts of the head.
  bool begins_body() const {
    static constexpr std::array<std::string_view, 8> kSections{
        "main", "article", "section", "header", "nav", "aside", "footer", "figure"};
    return std::find(kSections.begin(), kSections.end(), name_) != kSections.end();
  }

  void write_attributes() {
    kept_count_ = 0;
    for (std::size_t i = 0; i < count_; ++i) keep(attributes_[i]);
    if (kept_count_ > 0) write_row();
  }

  void keep(const Attribute& attribute) {
    if (equals_ignoring_ascii_case(attribute.name, "style")) {
      if (hides(attribute.value)) kept_[kept_count_++] = {known_attribute("hidden"), {}};
      return;
    }
    const AttributeSpelling* known = known_attribute(attribute.name);
    if (known == nullptr) return;
    const std::size_t bound = known->name == AttributeName::kContent ? kMaxContent : kMaxValue;
    if (attribute.value.size() > bound) return;
    kept_[kept_count_++] = {known, attribute.value};
  }

  void write_row() {
    AttributeTable& table = out_.attributes;
    out_.markup.append(" ").append(kRowAttribute).append("=");
    out_.markup += std::to_string(table.rows.size());
    table.rows.push_back({static_cast<std::uint32_t>(table.attributes.size()),
                          static_cast<std::uint16_t>(kept_count_)});
    for (std::size_t i = 0; i < kept_count_; ++i) {
      const std::string_view value = kept_[i].value;
      const bool plain = value.find('&') == std::string_view::npos;
      table.add(kept_[i].known->name,
                plain ? value : decode_references(value, ReferencePlace::kAttribute));
    }
  }

  static bool hides(std::string_view style) {
    const std::size_t at = find_ignoring_ascii_case(style, "display");
    if (at == std::string_view::npos) return false;
    std::string_view rest = trim(style.substr(at + 7));
    if (rest.empty() || rest[0] != ':') return false;
    return starts_with_ignoring_ascii_case(trim(rest.substr(1)), "none");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string name_;
  std::array<Attribute, kMaxAttributes> attributes_;
  std::size_t count_ = 0;
  std::array<Kept, kMaxAttributes> kept_;
  std::size_t kept_count_ = 0;
  std::array<bool, kDropped.size()> no_end_{};
  std::size_t scripts_size_ = 0;
  bool in_body_ = false;
  Prescan out_;
};

}  // namespace

Prescan prescan(std::string_view html) { return Thinner(html).run(); }

}  // namespace dateline::indexer::page

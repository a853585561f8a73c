// Each source lies in its own way: og:title is written for clicks, <title> carries the site,
// JSON-LD is cut at 110 characters, the first <h1> may be the site's logo. A heading that shares
// its words with one of the others is the headline that readers saw. Tested in headline_test.cc.
#include "indexer/extract/headline.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/markup_text.h"

namespace dateline::indexer::page {
namespace {

struct Candidate {
  std::string text;
  std::string fold;
  std::string source;
};

Candidate candidate(std::string text, std::string source) {
  std::string fold = folded(text);
  return {std::move(text), std::move(fold), std::move(source)};
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    if (std::string fold = folded(word); !fold.empty()) words.insert(std::move(fold));
  }
  return words;
}

// Share of the words of the shorter that the longer has.
double likeness(std::string_view a, std::string_view b) {
  const auto first = words_of(a);
  const auto second = words_of(b);
  const std::size_t shorter = std::min(first.size(), second.size());
  if (shorter == 0) return 0;
  const auto shared = std::count_if(
      first.begin(), first.end(), [&](const std::string& word) { return second.count(word) > 0; });
  return double(shared) / double(shorter);
}

std::vector<std::string> site_names(const Page& page) {
  std::vector<std::string> names = page.meta.values({"og:site_name"});
  for (const std::string& name :
       {page.meta.value({"application-name"}), page.linked.article.publisher, page.linked.site_name,
        page.meta.value({"twitter:site"}), page.meta.value({"al:iphone:app_name"}),
        page.meta.value({"apple-mobile-web-app-title"})}) {
    if (!name.empty()) names.push_back(name);
  }
  const std::string host = host_of(page.url);
  const std::size_t dot = host.rfind('.');
  if (dot != std::string::npos) names.push_back(host.substr(0, dot));
  return names;
}

// Separator positions, last first: {begin of separator, begin of the rest}.
std::vector<std::pair<std::size_t, std::size_t>> separators(std::string_view title) {
  static constexpr auto kSeparators = std::to_array<std::string_view>(
      {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xB7 ", " \xC2\xBB ",
       " \xE2\x80\xA2 ", " // ", " / ", "| ", " \xC2\xAB ", "\xEF\xBD\x9C", "_"});
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const std::string_view mark : kSeparators) {
    for (std::size_t at = title.find(mark); at != std::string_view::npos;
         at = title.find(mark, at + mark.size())) {
      found.emplace_back(at, at + mark.size());
    }
  }
  std::sort(found.rbegin(), found.rend());
  return found;
}

bool names_site(std::string_view part, const std::vector<std::string>& names) {
  const std::string fold = folded(part);
  if (fold.empty()) return false;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::string known = folded(name);
    return known.size() >= 2 && (fold == known || (known.size() >= 4 && fold.size() <= 40 &&
                                                   (fold.find(known) != std::string::npos ||
                                                    (fold.size() >= 4 && known.find(fold) == 0))));
  });
}

bool agrees(std::string_view text, const std::vector<std::string>& others) {
  const std::string fold = folded(text);
  return std::any_of(others.begin(), others.end(),
                     [&](const std::string& other) { return folded(other) == fold; });
}

// Headings that can be the article's: not in furniture, not empty.
std::vector<Candidate> headings(const Page& page) {
  constexpr std::size_t kMost = 12;
  std::vector<Candidate> out;
  for (NodeIndex i = 0; i < page.tree.size() && out.size() < kMost; ++i) {
    const Tag tag = page.tree[i].tag;
    const bool marked = is_block(tag) || tag == Tag::kSpan
                            ? page.tree.attribute(i, AttributeName::kItemprop).find("headline") !=
                                  std::string_view::npos
                            : false;
    if (tag != Tag::kH1 && !marked) continue;
    std::string text = page.tree.content(i);
    if (text.size() > 400 || length_in_characters(text) < 2) continue;
    out.push_back(candidate(std::move(text), tag == Tag::kH1 ? "h1" : "itemprop headline"));
  }
  return out;
}

std::vector<Candidate> stated(const Page& page, const std::vector<std::string>& headings) {
  std::vector<Candidate> out;
  const auto names = site_names(page);
  const auto add = [&](const std::string& raw, std::string source) {
    std::string text = without_site_name(raw, names, headings);
    if (!text.empty() && !names_site(text, names)) {
      out.push_back(candidate(std::move(text), std::move(source)));
    }
  };
  if (page.linked.article.stated()) {
    add(page.linked.article.headline, "json-ld " + page.linked.article.type + ".headline");
  }
  add(page.meta.value({"og:title"}), "meta og:title");
  add(page.meta.value({"twitter:title"}), "meta twitter:title");
  add(page.meta.value({"parsely-title", "sailthru.title", "dc.title", "dcterms.title", "hdl",
                       "headline", "title"}),
      "meta title");
  add(page.meta.title, "title");
  return out;
}

// How well a heading fits what the metadata say.
double fit(const Candidate& heading, const std::vector<Candidate>& stated) {
  double best = 0;
  for (const Candidate& one : stated) {
    if (heading.fold == one.fold) return 2;
    if (length_in_characters(heading.text) < 8) continue;
    best = std::max(best, likeness(heading.text, one.text));
  }
  return best;
}

const Candidate* best_heading(const std::vector<Candidate>& headings,
                              const std::vector<Candidate>& stated) {
  constexpr double kEnough = 0.5;
  const Candidate* best = nullptr;
  double best_fit = kEnough;
  for (const Candidate& heading : headings) {
    const double value = fit(heading, stated);
    if (value > best_fit || (best == nullptr && value >= kEnough)) {
      best = &heading;
      best_fit = value;
    }
  }
  return best;
}

// The text that most sources agree on; the first of those with equal support.
const Candidate& most_supported(const std::vector<Candidate>& stated) {
  std::size_t best = 0;
  std::ptrdiff_t best_votes = 0;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const auto votes = std::count_if(stated.begin(), stated.end(), [&](const Candidate& other) {
      return other.fold == stated[i].fold;
    });
    if (votes > best_votes) {
      best = i;
      best_votes = votes;
    }
  }
  return stated[best];
}

}  // namespace

std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& others) {
  for (int round = 0; round < 2; ++round) {
    for (const auto& [end, begin] : separators(title)) {
      if (names_site(title.substr(begin), site_names) || agrees(title.substr(0, end), others)) {
        title = trim(title.substr(0, end));
        break;
      }
      if (names_site(title.substr(0, end), site_names) || agrees(title.substr(begin), others)) {
        title = trim(title.substr(begin));
        break;
      }
    }
  }
  return std::string(title);
}

Finding<std::string> find_headline(const Page& page) {
  const std::vector<Candidate> seen = headings(page);
  std::vector<std::string> texts;
  for (const Candidate& heading : seen) texts.push_back(heading.text);
  const std::vector<Candidate> said = stated(page, texts);
  if (const Candidate* heading = best_heading(seen, said)) return {heading->text, heading->source};
  if (!said.empty()) {
    const Candidate& best = most_supported(said);
    return {best.text, best.source};
  }
  if (!seen.empty()) return {seen.front().text, seen.front().source};
  return {};
}

}  // namespace dateline::indexer::page

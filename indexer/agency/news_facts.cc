#include "indexer/agency/news_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/body/lead.h"
#include "indexer/extract/credits/names.h"

namespace dateline::indexer::agency {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

struct StatusWord {
  std::string_view word;
  ArticleStatus status;
};

// pubStatus of NewsML-G2 and ninjs, management-status of NITF.
constexpr std::array kStatusWords{
    StatusWord{"usable"sv, ArticleStatus::kUsable},
    StatusWord{"embargoed"sv, ArticleStatus::kUsable},  // until a time that is stated elsewhere
    StatusWord{"withheld"sv, ArticleStatus::kWithheld},
    StatusWord{"canceled"sv, ArticleStatus::kCanceled},
    StatusWord{"cancelled"sv, ArticleStatus::kCanceled},
    StatusWord{"cancel"sv, ArticleStatus::kCanceled},
    StatusWord{"killed"sv, ArticleStatus::kCanceled},
    StatusWord{"kill"sv, ArticleStatus::kCanceled},
};

void withhold(std::string_view field, std::string_view value, Extraction& into) {
  into.left_out.push_back(
      {std::string(field), fmt::format("“{}” is none that is known; the article is withheld",
                                       truncate_utf8(value, 60))});
  if (into.article.status != ArticleStatus::kCanceled) {
    into.article.status = ArticleStatus::kWithheld;
  }
}

bool is_withdrawn(const Article& article) {
  return !article.id.empty() &&
         article.status.value_or(ArticleStatus::kUsable) != ArticleStatus::kUsable;
}

std::string_view without_dashes(std::string_view text) {
  constexpr std::array kEnds{"-"sv, "–"sv, "—"sv, ":"sv, ","sv};
  const auto ends = [&](std::string_view end) { return text.ends_with(end); };
  for (;;) {
    text = trim(text);
    const auto* const found = std::find_if(kEnds.begin(), kEnds.end(), ends);
    if (found == kEnds.end()) return text;
    text.remove_suffix(found->size());
  }
}

bool take_lead(std::string_view text, Article& article) {
  constexpr std::size_t kOpening = 400;
  const page::Lead lead = page::read_lead(truncate_utf8(text, kOpening));
  page::Credits credits{{}, article.agencies};
  if (!lead.agency.empty()) page::merge(credits, {{}, {lead.agency}});
  article.agencies = std::move(credits.agencies);
  article.dateline = lead.dateline;
  return !lead.dateline.empty();
}

}  // namespace

std::optional<Timestamp> date_of(std::string_view text) { return Timestamp::parse(text); }

void read_status(std::string_view text, Extraction& into) {
  const std::string_view word = trim(code_in(text));
  if (word.empty()) return;
  for (const StatusWord& one : kStatusWords) {
    if (!equals_ignoring_ascii_case(word, one.word)) continue;
    into.article.status = one.status;
    return;
  }
  withhold("status", word, into);
}

void read_embargo(std::string_view text, Extraction& into) {
  if (trim(text).empty()) return;
  into.article.embargo = date_of(text);
  if (!into.article.embargo) withhold("embargo", trim(text), into);
}

void read_dates(std::initializer_list<std::string_view> created, std::string_view changed,
                Extraction& into) {
  Article& article = into.article;
  for (const std::string_view text : created) {
    if (!article.published) article.published = date_of(text);
  }
  const auto modified = date_of(changed);
  if (!article.published) {
    article.published = modified;
  } else if (modified && modified != article.published) {
    article.modified = modified;
  }
}

void read_urgency(std::string_view text, Extraction& into) {
  text = trim(text);
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '9') into.article.urgency = text[0] - '0';
}

void read_version(std::string_view text, Extraction& into) {
  constexpr std::size_t kMostDigits = 18;  // of a number of 64 bits
  text = trim(text);
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
  const bool plain = text == "0" || !text.starts_with('0');
  into.article.version = {std::string(text), digits && plain && text.size() <= kMostDigits};
}

void read_language(std::string_view tag, Extraction& into) {
  constexpr std::size_t kLongest = 35;  // that any implementation has to take, RFC 5646
  const std::string clean = replace_all(trim(tag), "_", "-");
  const auto fits = [](char c) { return is_ascii_alnum(c) || c == '-'; };
  if (clean.size() >= 2 && clean.size() <= kLongest &&
      std::all_of(clean.begin(), clean.end(), fits)) {
    into.article.language = clean;
  }
}

void add_tag(std::string tag, Article& article) {
  if (tag.empty() || article.tags.size() == kMostNames) return;
  if (std::find(article.tags.begin(), article.tags.end(), tag) == article.tags.end()) {
    article.tags.push_back(std::move(tag));
  }
}

void read_dateline(std::string_view stated, std::string_view located, Article& article) {
  const std::string_view place = without_dashes(stated);
  if (!place.empty()) {
    if (!take_lead(std::string(place) + " - ", article)) article.dateline = std::string(place);
    return;
  }
  if (!take_lead(article.body, article)) article.dateline = std::string(without_dashes(located));
}

ExtractResult finished(Extraction made, const RawDocument& document) {
  Article& article = made.article;
  if (!article.standfirst.empty() && article.body.starts_with(article.standfirst)) {
    article.standfirst.clear();
  }
  if (!article.has_text() && !is_withdrawn(article)) {
    return tl::unexpected(
        reject_document(document, reject::kNoText, "an item with neither headline nor body"));
  }
  article.origin = document.origin;
  return made;
}

bool is_summary_role(std::string_view role) {
  constexpr std::array kSummaries{"summary"sv, "abstract"sv, "standfirst"sv, "teaser"sv, "short"sv};
  return std::any_of(kSummaries.begin(), kSummaries.end(), [role](std::string_view summary) {
    return equals_ignoring_ascii_case(role, summary);
  });
}

std::string_view code_in(std::string_view qcode) {
  return qcode.substr(std::min(qcode.rfind(':') + 1, qcode.size()));  // npos + 1 is 0
}

}  // namespace dateline::indexer::agency

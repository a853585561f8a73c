#include "indexer/extract/dates.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/strings.h"
#include "indexer/extract/date_text.h"

namespace dateline::indexer::page {
namespace {

constexpr std::int64_t kDay = 86'400;

class DateFinder {
 public:
  DateFinder(const Page& page, NodeIndex body_begin, std::int64_t now)
      : page_(page), body_begin_(body_begin), now_(now) {}

  Dates find() const {
    Dates out;
    const LinkedArticle& linked = page_.linked.article;
    out.published = first({try_text(linked.published, "json-ld datePublished"),
                           try_meta_published(), try_elements(true), try_url(), try_visible()});
    if (out.published.found()) localise(out.published);
    out.modified = first({try_text(linked.modified, "json-ld dateModified"), try_meta_modified(),
                          try_elements(false), try_visible_modified()});
    if (out.published.found() && out.modified.found() &&
        out.modified.value->instant() + kDay < out.published.value->instant()) {
      out.modified = {};
    }
    return out;
  }

 private:
  using Found = Finding<std::optional<Timestamp>>;

  static Found first(std::initializer_list<Found> candidates) {
    for (const Found& candidate : candidates) {
      if (candidate.found()) return candidate;
    }
    return {};
  }

  DayOrder order() const {
    const std::string language = to_ascii_lower(page_.meta.language);
    return language == "en-us" || language == "en" || language == "en_us" || language.empty()
               ? DayOrder::kMonthFirst
               : DayOrder::kDayFirst;
  }

  bool plausible(const Timestamp& stamp) const {
    const int year = static_cast<int>(stamp.day().year());
    const bool epoch = stamp.instant() == 0;
    return year >= 1700 && !epoch && stamp.instant() <= now_ + 2 * kDay;
  }

  Found try_text(std::string_view text, std::string_view source) const {
    if (text.empty()) return {};
    const auto stamp = read_date(text, order());
    if (!stamp || !plausible(*stamp)) return {};
    return {stamp, std::string(source)};
  }

  Found try_meta(std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
      for (const std::string& value : page_.meta.values({key})) {
        if (Found found = try_text(value, "meta " + std::string(key)); found.found()) return found;
      }
    }
    return {};
  }

  Found try_meta_published() const {
    return try_meta({"article:published_time",
                     "og:article:published_time",
                     "datepublished",
                     "og:published_time",
                     "article:published",
                     "parsely-pub-date",
                     "sailthru.date",
                     "dc.date.issued",
                     "dcterms.issued",
                     "dcterms.created",
                     "dc.date.created",
                     "pubdate",
                     "publishdate",
                     "publish-date",
                     "publish_date",
                     "publication_date",
                     "publication-date",
                     "date.created",
                     "datecreated",
                     "article.published",
                     "article.created",
                     "article_date_original",
                     "originalpublicationdate",
                     "cxenseparse:recs:publishtime",
                     "citation_publication_date",
                     "ptime",
                     "pdate",
                     "last_updated_date",
                     "published_at",
                     "published-date",
                     "rnews:datepublished",
                     "dc.date",
                     "dcterms.date",
                     "date",
                     "created",
                     "timestamp",
                     "creation_date",
                     "og:pubdate",
                     "news_publish_date",
                     "displaydate",
                     "uploaddate",
                     "dcsext.articlefirstpublished"});
  }

  Found try_meta_modified() const {
    return try_meta({"article:modified_time", "og:article:modified_time", "datemodified",
                     "og:updated_time", "dcterms.modified", "dc.date.modified", "lastmod",
                     "last-modified", "revised", "modified", "article.updated", "updated_time"});
  }

  // ---- Elements

  // Where a word for "updated" begins; npos if there is none.
  static std::size_t modified_word(std::string_view text) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"modif", "updat", "aktualis", "actuali", "changed", "revised", "stand:", "aggiorna",
         "bijgewerkt", "mis \xC3\xA0 jour", "oppdatert", "uppdaterad", "opdateret",
         "g\xC3\xBCncel"});
    std::size_t first = std::string_view::npos;
    for (const std::string_view word : kWords) {
      first = std::min(first, find_ignoring_ascii_case(text, word));
    }
    return first;
  }

  static bool says_modified(std::string_view names) {
    return modified_word(names) != std::string_view::npos;
  }

  static bool says_date(std::string_view names) {
    const std::string lower = to_ascii_lower(names);
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"date", "time", "publish", "posted", "datum", "fecha", "data"});
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
      return lower.find(word) != std::string::npos;
    });
  }

  std::string names_of(NodeIndex i) const {
    std::string names;
    for (const AttributeName name : {AttributeName::kItemprop, AttributeName::kClass,
                                     AttributeName::kId, AttributeName::kData}) {
      names.append(page_.tree.attribute(i, name)).append(" ");
    }
    return names;
  }

  std::string_view machine_value(NodeIndex i) const {
    for (const AttributeName name :
         {AttributeName::kDatetime, AttributeName::kContent, AttributeName::kTimestamp}) {
      const std::string_view value = page_.tree.attribute(i, name);
      if (!value.empty()) return value;
    }
    return page_.tree[i].tag == Tag::kAbbr ? page_.tree.attribute(i, AttributeName::kTitle)
                                           : std::string_view();
  }

  // Most explicit first: microdata; <time> beside the headline or the body; <time> anywhere.
  Found try_elements(bool published) const {
    Found best;
    int best_rank = 0;
    for (NodeIndex i = 0; i < page_.tree.size(); ++i) {
      const int rank = rank_of(i, published);
      if (rank <= best_rank) continue;
      Found found = try_text(machine_value(i), source_of(i));
      if (!found.found() && page_.tree[i].tag != Tag::kMeta && page_.tree[i].end - i < 40) {
        found = try_text(page_.tree.content(i), source_of(i));
      }
      if (!found.found()) continue;
      best = std::move(found);
      best_rank = rank;
    }
    return best;
  }

  int rank_of(NodeIndex i, bool published) const {
    const Tree& tree = page_.tree;
    const std::string_view property = tree.attribute(i, AttributeName::kItemprop);
    const std::string_view wanted = published ? "datePublished" : "dateModified";
    if (is_elsewhere(i)) return 0;
    if (property.find(wanted) != std::string_view::npos) return 4;
    if (tree[i].tag == Tag::kMeta) return 0;
    if (tree[i].tag == Tag::kTime) {
      const bool updated = says_modified(names_of(i)) || says_modified(names_of(tree[i].parent)) ||
                           says_modified(tree.content(i).substr(0, 60));
      if (updated == published) return 0;
      return 3;
    }
    if (!published || tree[i].tag == Tag::kText || tree[i].attributes_count == 0) return 0;
    const std::string names = names_of(i);
    return says_date(names) && !says_modified(names) && tree[i].end - i < 12 ? 2 : 0;
  }

  // In lists of other articles, comments and the like.
  bool is_elsewhere(NodeIndex i) const {
    const Hint hint = page_.furniture[i];
    return hint != Hint::kNone && hint != Hint::kAuthor && hint != Hint::kShare;
  }

  std::string source_of(NodeIndex i) const {
    if (page_.tree.has(i, AttributeName::kItemprop)) return "itemprop date";
    return page_.tree[i].tag == Tag::kTime ? "time" : "element named date";
  }

  // ---- The page's own offset

  // Content systems state UTC in metadata while the page shows its own clock. Where both are the
  // same moment, the difference is the page's offset.
  void localise(Found& found) const {
    if (!found.value->has_time() || found.value->offset_minutes() != 0) return;
    for (const WallTime& wall : shown_times()) {
      if (const auto minutes = offset_between(*found.value, wall)) {
        found.value = shifted(*found.value, *minutes);
        found.source += ", offset as shown";
        return;
      }
    }
  }

  std::vector<WallTime> shown_times() const {
    constexpr std::size_t kMost = 12;
    std::vector<WallTime> out;
    const auto add = [&](std::string_view text) {
      if (text.empty() || text.size() > 160 || out.size() >= kMost) return;
      const auto wall = read_wall_time(text, order());
      if (wall && wall->seconds) out.push_back(*wall);
    };
    for (NodeIndex i = 0; i < page_.tree.size(); ++i) {
      if (page_.tree[i].tag != Tag::kTime || is_elsewhere(i)) continue;
      add(page_.tree.attribute(i, AttributeName::kDatetime));
      add(page_.tree.content(i));
    }
    for (const std::string_view line : lines_near_headline()) add(line);
    return out;
  }

  static std::optional<int> offset_between(const Timestamp& utc, const WallTime& wall) {
    const auto days = std::chrono::sys_days(wall.day) - std::chrono::sys_days(utc.day());
    const int minutes =
        static_cast<int>(days.count()) * 1440 + *wall.seconds / 60 - utc.seconds_of_day() / 60;
    constexpr int kFarthest = 14 * 60;
    // Offsets are whole half hours almost everywhere; another time on the page seldom fits by
    // chance.
    if (minutes == 0 || minutes % 30 != 0 || minutes > kFarthest || minutes < -12 * 60) {
      return std::nullopt;
    }
    return minutes;
  }

  static Timestamp shifted(const Timestamp& utc, int minutes) {
    const std::int64_t local = utc.instant() + std::int64_t{60} * minutes;
    const std::chrono::sys_seconds instant{std::chrono::seconds(local)};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return Timestamp(day, static_cast<std::int32_t>((instant - day).count()), minutes);
  }

  // ---- URL and text

  // Short lines from the headline on.
  std::vector<std::string_view> lines_near_headline() const {
    constexpr std::size_t kLongest = 120;
    constexpr std::size_t kLines = 40;
    constexpr std::size_t kAbove = 6;
    const NodeIndex h1 = page_.tree.find(Tag::kH1, 0, page_.tree.size());
    const std::size_t text = page_.blocks.first_at(body_begin_);
    const std::size_t at =
        h1 != kNoNode ? page_.blocks.first_at(h1) : text - std::min(kAbove, text);
    std::vector<std::string_view> out;
    const auto add = [&](std::size_t begin, std::size_t end) {
      for (std::size_t b = begin; b < std::min(end, page_.blocks.size()); ++b) {
        const Block& block = page_.blocks[b];
        if (block.size <= kLongest && !block.prose &&
            page_.furniture[block.first] != Hint::kRelated) {
          out.push_back(page_.blocks.text(b));
        }
      }
    };
    add(at, at + kLines);
    // Above the headline pages show the day's date as often as the article's: looked at last.
    add(at < kAbove ? 0 : at - kAbove, at);
    return out;
  }

  Found try_url() const {
    for (const std::string& url : {page_.meta.canonical, page_.url, page_.meta.value({"og:url"})}) {
      const auto stamp = date_in_url(url);
      if (stamp && plausible(*stamp)) return {stamp, "url"};
    }
    return {};
  }

  // Lines that speak of an update come last.
  Found try_visible() const {
    Found updated;
    for (const std::string_view text : lines_near_headline()) {
      Found found = try_text(text, "visible date");
      if (!found.found()) continue;
      if (!says_modified(text)) return found;
      if (!updated.found()) updated = found;
    }
    return updated;
  }

  // "9 May 2022 05:48 · Updated 9 May 2022 09:15": what stands after the word.
  Found try_visible_modified() const {
    for (const std::string_view text : lines_near_headline()) {
      const std::size_t at = modified_word(text);
      if (at == std::string_view::npos) continue;
      if (Found found = try_text(text.substr(at), "visible date"); found.found()) return found;
    }
    return {};
  }

  const Page& page_;
  NodeIndex body_begin_;
  std::int64_t now_;
};

}  // namespace

Dates find_dates(const Page& page, NodeIndex body_begin, std::int64_t now) {
  return DateFinder(page, body_begin, now).find();
}

}  // namespace dateline::indexer::page

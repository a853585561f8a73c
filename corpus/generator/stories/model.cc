#include "corpus/generator/stories/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/document/identity.h"
#include "corpus/generator/stories/plants.h"
#include "corpus/generator/stories/prose.h"

namespace dateline::corpus {
namespace {

std::vector<std::string_view> texts_of(const std::vector<const Plant*>& planted) {
  std::vector<std::string_view> texts;
  texts.reserve(planted.size());
  for (const Plant* plant : planted) texts.push_back(plant->text);
  return texts;
}

// The first words of a headline as a path has them: "kalbova-in-port-dranburg".
std::string slug_of(std::string_view headline) {
  constexpr std::size_t kMaxBytes = 48;
  std::string slug;
  for (const char c : headline) {
    if (is_ascii_alnum(c)) {
      slug += ascii_lower(c);
    } else if (c == ' ' && slug.size() >= kMaxBytes) {
      break;
    } else if (c == ' ' && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  return slug;
}

// What a copy does with a sentence of the story.
enum class Edit { kKeep, kDrop, kRewrite };

Edit draw_edit(Random& random, std::uint32_t edits_per_mille) {
  if (edits_per_mille > 0) {
    const std::uint32_t roll = random.below(1000);
    if (roll < edits_per_mille) return Edit::kDrop;
    return roll < 2 * edits_per_mille ? Edit::kRewrite : Edit::kKeep;
  }
  const std::uint32_t roll = random.below(100);
  if (roll < 5) return Edit::kDrop;
  return roll < 12 ? Edit::kRewrite : Edit::kKeep;
}

}  // namespace

// An article in the making.
struct CorpusModel::Draft {
  Draft(const CorpusModel& model, std::uint64_t i)
      : number(i),
        original(model.layout_.story_of(i)),
        outlet(Layout::outlet_of(i)),
        story(model.story_for(i)),
        mentions(story),
        prose(*model.lexicon_, story, mentions) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  bool is_copy() const { return number != original; }

  std::uint64_t number;
  std::uint64_t original;
  const Outlet& outlet;
  Story story;
  Mentions mentions;
  Prose prose;
  // What is planted in the body, by the sentence that carries it.
  std::vector<std::pair<std::uint32_t, std::string_view>> planted;
  Article article;
};

CorpusModel::CorpusModel(const CorpusOptions& options)
    : options_(options), layout_(options), lexicon_(std::make_unique<Lexicon>()) {}

Story CorpusModel::story_for(std::uint64_t i) const {
  const std::uint64_t original = layout_.story_of(i);
  return make_story(options_.seed, original, *lexicon_, options_.mean_words,
                    layout_.has_copies(original));
}

Article CorpusModel::article(std::uint64_t i) const {
  Draft draft(*this, i);
  draft.article.source = draft.outlet.name;
  draft.article.section = Layout::section_of(i);
  draft.article.language = "en";
  write_headline(draft);
  write_standfirst(draft);
  write_body(draft);
  draft.article.entities = draft.mentions.entities();
  credit(draft);
  date(draft);
  tag(draft);
  address(draft);
  return std::move(draft.article);
}

std::string CorpusModel::headline(std::uint64_t i) const {
  Draft draft(*this, i);
  write_headline(draft);
  return std::move(draft.article.headline);
}

// Half the copies run under the headline that came with the story.
void CorpusModel::write_headline(Draft& draft) const {
  const bool own = options_.edits_per_mille > 0 ||
                   Random(options_.seed, Purpose::kHeadline, {draft.number, 1}).chance(1, 2);
  Random random(options_.seed, Purpose::kHeadline, {own ? draft.number : draft.original});
  const auto planted = texts_of(planted_in(draft.number, PlantedIn::kHeadline));
  draft.prose.headline(random, draft.article.headline, planted);
}

void CorpusModel::write_standfirst(Draft& draft) const {
  Random random(options_.seed, Purpose::kStandfirst, {draft.number});
  const bool wanted = random.chance(3, 5);
  const auto planted = planted_in(draft.number, PlantedIn::kStandfirst);
  if (!wanted && planted.empty()) return;
  draft.prose.words(random, draft.article.standfirst, 10 + random.below(9));
  for (const Plant* plant : planted) draft.article.standfirst.append(" ").append(plant->text);
}

void CorpusModel::write_body(Draft& draft) const {
  std::uint32_t sentences = draft.story.sentences;
  Random random(options_.seed, Purpose::kPlant, {draft.number});
  // Three copies in ten are cut from below, as wire copy is.
  if (draft.is_copy() && options_.edits_per_mille == 0 && random.chance(3, 10))
    sentences = sentences * (5 + random.below(5)) / 10;
  sentences = std::max<std::uint32_t>(sentences, 2);
  for (const Plant* plant : planted_in(draft.number, PlantedIn::kBody)) {
    draft.planted.emplace_back(random.below(sentences), plant->text);
  }
  draft.article.body.reserve(std::size_t{sentences} * 130);
  write_dateline(draft);
  for (const std::uint32_t s : order_of(draft, sentences)) write_sentence(draft, s);
}

// The lead stays first.
std::vector<std::uint32_t> CorpusModel::order_of(const Draft& draft,
                                                 std::uint32_t sentences) const {
  std::vector<std::uint32_t> order(sentences);
  std::iota(order.begin(), order.end(), 0U);
  if (!draft.is_copy() || options_.edits_per_mille == 0) return order;
  Random random(options_.seed, Purpose::kOrder, {draft.number});
  for (std::uint32_t s = 1; s < sentences; ++s) {
    if (!random.chance(options_.edits_per_mille, 1000)) continue;
    std::swap(order[s], order[1 + random.below(sentences - 1)]);
  }
  return order;
}

// Wire stories open with their place, as do some others.
void CorpusModel::write_dateline(Draft& draft) const {
  const std::string_view agency = draft.story.agency;
  Random random(options_.seed, Purpose::kDateline, {draft.original});
  if (agency.empty() && !random.chance(1, 6)) return;
  std::string& body = draft.article.body;
  draft.mentions.write_capitals(body, Story::kFirstPlace);
  draft.article.dateline = body;
  if (!agency.empty()) body.append(" (").append(agency).append(")");
  body += " — ";
}

// Sentences have streams of their own, so an edit to one leaves the next as it was. The lead and
// the sentences that carry something planted are never dropped.
void CorpusModel::write_sentence(Draft& draft, std::uint32_t number) const {
  std::vector<std::string_view> planted;
  for (const auto& [at, text] : draft.planted) {
    if (at == number) planted.push_back(text);
  }
  Edit edit = Edit::kKeep;
  if (draft.is_copy() && number > 0 && planted.empty()) {
    Random edits(options_.seed, Purpose::kEdit, {draft.number, number});
    edit = draw_edit(edits, options_.edits_per_mille);
  }
  if (edit == Edit::kDrop) return;
  const std::uint64_t whose = edit == Edit::kRewrite ? draft.number : draft.original;
  Random random(options_.seed, Purpose::kSentence, {whose, number});
  std::string& body = draft.article.body;
  const bool breaks = random.chance(2, 5);
  const bool subhead = random.chance(1, 40);
  if (number > 0) body += breaks || subhead ? "\n\n" : " ";
  if (number > 0 && subhead) {
    draft.prose.words(random, body, 2 + random.below(3));
    body += "\n\n";
  }
  draft.prose.sentence(random, body, planted, /*introduce=*/number == 0);
}

void CorpusModel::credit(Draft& draft) const {
  Random random(options_.seed, Purpose::kCredit, {draft.number});
  const Story& story = draft.story;
  if (!story.agency.empty()) {
    draft.article.agencies.emplace_back(story.agency);
    if (random.chance(1, 2)) {
      draft.article.byline.push_back(reporter(options_.seed, story.reporter).full);
    }
    return;
  }
  const std::uint32_t roll = random.below(12);
  const std::uint64_t desk = draft.number % outlets().size();
  const std::uint64_t first = desk * kStaff + random.below(kStaff / 2);
  if (roll > 0) draft.article.byline.push_back(reporter(options_.seed, first).full);
  if (roll > 9) draft.article.byline.push_back(reporter(options_.seed, first + kStaff / 2).full);
}

// Originals appear by day, copies within six hours after, before midnight by their own clocks.
void CorpusModel::date(Draft& draft) const {
  const auto day = layout_.day_of(draft.number);
  if (!draft.outlet.states_time) {
    draft.article.published = Timestamp(day);
    return;
  }
  constexpr std::uint32_t kHour = 3600;
  Random story(options_.seed, Purpose::kTime, {draft.original});
  Random own(options_.seed, Purpose::kTime, {draft.number, 1});
  std::uint32_t at = 5 * kHour + story.below(std::uint64_t{12} * kHour);
  if (draft.is_copy()) at += 60 + own.below(std::uint64_t{6} * kHour);
  const std::int32_t offset = draft.outlet.offset_minutes;
  draft.article.published = Timestamp(day, static_cast<std::int32_t>(at), offset);
  if (!own.chance(1, 3)) return;
  const std::uint32_t later = at + 300 + own.below(std::uint64_t{4} * kHour);
  draft.article.modified =
      Timestamp(day, static_cast<std::int32_t>(std::min(later, 24 * kHour - 1)), offset);
}

void CorpusModel::tag(Draft& draft) const {
  const Story& story = draft.story;
  std::vector<std::string>& tags = draft.article.tags;
  tags.push_back(story.cast[Story::kFirstPlace].full);
  if (draft.original % 2 == 0) tags.push_back(story.cast[0].full);
  if (draft.original % 3 == 0) tags.push_back(story.cast[Story::kPeople].full);
  tags.push_back(lexicon_->vocabulary.word(story.own_words[0]));
  for (const Plant* plant : planted_in(draft.number, PlantedIn::kTag)) {
    tags.emplace_back(plant->text);
  }
}

void CorpusModel::address(Draft& draft) const {
  const auto day = layout_.day_of(draft.number);
  draft.article.url =
      fmt::format("https://{}/{}/{:04}/{:02}/{:02}/{}-{}.html", draft.outlet.host,
                  to_ascii_lower(draft.article.section), static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                  slug_of(draft.article.headline), draft.number);
  if (draft.outlet.page != Template::kTable) draft.article.canonical_url = draft.article.url;
  draft.article.id = article_id(draft.article);
}

std::string CorpusModel::filler(std::uint64_t i, std::uint64_t n) const {
  const Story story = story_for(i);
  Mentions mentions(story);
  Random random(options_.seed, Purpose::kFurniture, {i, n});
  std::string out;
  Prose(*lexicon_, story, mentions).words(random, out, 6 + random.below(14));
  return out;
}

std::optional<std::uint64_t> CorpusModel::number_of(std::string_view url) {
  constexpr std::string_view kEnd = ".html";
  if (!url.ends_with(kEnd)) return std::nullopt;
  url.remove_suffix(kEnd.size());
  const std::size_t dash = url.rfind('-');
  if (dash == std::string_view::npos || dash + 1 == url.size()) return std::nullopt;
  const std::string_view digits = url.substr(dash + 1);
  std::uint64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace dateline::corpus

// dateline-train-tagger: annotated text in, the tagger's model out; or a model measured. What the
// shipped model is made with stands in scripts/train-tagger.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/base/file.h"
#include "indexer/entities/model/trained_tagger.h"

#include "training/tagger/examples.h"
#include "training/tagger/field_trainer.h"
#include "training/tagger/habit_counter.h"
#include "training/tagger/mean_model.h"
#include "training/tagger/rule_prior.h"
#include "training/tagger/score.h"
#include "training/tagger/variation.h"

namespace dateline::training {
namespace {

using Documents = std::vector<AnnotatedDocument>;
using Held = std::vector<std::pair<std::string, Documents>>;

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 28U;

struct Options {
  std::vector<std::string> sources;
  std::vector<float> agreed;  // weight of each source where the rules agree with it; 1 if not given
  std::vector<float> disputed;      // and where they do not; as `agreed` if not given
  std::vector<std::size_t> one_in;  // pieces of each source that are learnt from; all if not given
  std::string plain;
  std::string names;
  int renamed = 1;
  std::size_t voices = 1;
  int idlest = 1;
  float varied_weight = 0.3F;
  std::size_t chunk = 12;
  std::size_t held_out = 0;
  std::vector<std::string> tests;
  std::size_t faults = 0;
  std::string model;
  std::string out;
  TrainingOptions training;
  RulePrior prior;
};

template <typename T>
T at_or(const std::vector<T>& values, std::size_t at, T other) {
  return at < values.size() ? values[at] : other;
}

double seconds() {
  using Clock = std::chrono::steady_clock;
  static const Clock::time_point kStart = Clock::now();
  return std::chrono::duration<double>(Clock::now() - kStart).count();
}

// Pieces of an article's length: collections that join hundreds of articles to a document would
// teach that every name stands elsewhere in the text.
Documents cut(const Documents& documents, std::size_t sentences) {
  Documents out;
  for (const AnnotatedDocument& document : documents) {
    for (std::size_t at = 0; at < document.sentences.size(); at += sentences) {
      const auto begin = document.sentences.begin() + static_cast<std::ptrdiff_t>(at);
      const std::size_t left = document.sentences.size() - at;
      const auto end = begin + static_cast<std::ptrdiff_t>(std::min(sentences, left));
      out.push_back({{begin, end}});
    }
  }
  return out;
}

class Lesson {
 public:
  // All must outlive the lesson; `pool` may be null.
  Lesson(const Options& options, const NamePool* pool, const indexer::WordHabits& habits,
         std::size_t voice)
      : options_(options),
        pool_(pool),
        random_(options.training.seed + voice),
        voice_(voice),
        added_(voice),
        examples_(habits) {}

  Status read(std::size_t source) {
    auto documents = read_annotated(options_.sources[source]);
    if (!documents) return failure(documents.error());
    const float agreed = at_or(options_.agreed, source, 1.0F);
    const Examples::Trust trust{agreed, at_or(options_.disputed, source, agreed), false};
    const std::size_t one_in =
        std::max<std::size_t>(1, at_or(options_.one_in, source, std::size_t{1}));
    Documents held;
    const Documents pieces = cut(*documents, options_.chunk);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      // Twenty pieces in a row, so that what is measured shares no article with what is learnt.
      const bool holds = options_.held_out > 0 && (i / 20) % options_.held_out == 7;
      if (holds) {
        held.push_back(pieces[i]);
      } else if (i % one_in == voice_ % one_in) {
        add(pieces[i], added_++, trust);
      }
    }
    if (!held.empty())
      held_.emplace_back("held out of " + options_.sources[source], std::move(held));
    return {};
  }

  const Examples& examples() const { return examples_; }
  Held& held() { return held_; }

 private:
  void add(const AnnotatedDocument& piece, std::size_t number, const Examples::Trust& trust) {
    static constexpr std::array kSpacings{Spacing::kProse, Spacing::kTokens, Spacing::kProse,
                                          Spacing::kSplitHyphens};
    examples_.add(render(piece, kSpacings[number % kSpacings.size()]), trust);
    Examples::Trust varied = trust;
    varied.agreed *= options_.varied_weight;
    varied.disputed *= options_.varied_weight;
    if (number % 20 == 0) examples_.add(render(in_title_case(piece), Spacing::kProse), varied);
    if (number % 40 == 5) examples_.add(render(in_upper_case(piece), Spacing::kProse), varied);
    if (!pool_) return;
    varied.names_alone = true;
    for (int copy = 0; copy < options_.renamed; ++copy) {
      examples_.add(render(with_other_names(piece, *pool_, random_),
                           number % 2 == 0 ? Spacing::kTokens : Spacing::kProse),
                    varied);
    }
  }

  const Options& options_;
  const NamePool* pool_;
  Random random_;
  std::size_t voice_;
  std::size_t added_;
  Examples examples_;
  Held held_;
};

void print_faults(const Score& score, std::size_t most) {
  std::vector<std::pair<std::uint32_t, std::string>> faults;
  for (const auto& [fault, count] : score.faults) faults.emplace_back(count, fault);
  std::stable_sort(faults.begin(), faults.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (faults.size() > most) faults.resize(most);
  for (const auto& [count, fault] : faults) fmt::print("{:5} {}\n", count, fault);
}

Status measure(const indexer::TaggerModel& model, const Options& options, Held tests) {
  for (const std::string& path : options.tests) {
    auto documents = read_annotated(path);
    if (!documents) return failure(documents.error());
    tests.emplace_back(path, std::move(*documents));
  }
  const auto tagger = indexer::make_trained_tagger(model);
  for (const auto& [name, documents] : tests) {
    const Score found = score(*tagger, documents);
    fmt::print("{}: {}\n", name, found.to_string());
    print_faults(found, options.faults);
  }
  return {};
}

Status write(const indexer::TaggerModel& model, const Options& options) {
  const std::string bytes = model.to_bytes();
  fmt::print(stderr, "{:.0f} s: {} features, {} bytes\n", seconds(), model.size(), bytes.size());
  return options.out.empty() ? Status{} : replace_file(options.out, bytes);
}

Result<indexer::WordHabits> learn_habits(const Options& options) {
  HabitCounter counter;
  if (!options.plain.empty()) {
    const auto plain = real_files().read(options.plain, kMostBytes);
    if (!plain) return failure(plain.error());
    counter.add(*plain);
  }
  for (const std::string& source : options.sources) {
    const auto documents = read_annotated(source);
    if (!documents) return failure(documents.error());
    for (const AnnotatedDocument& document : cut(*documents, options.chunk)) {
      counter.add(render(document, Spacing::kProse).text);
    }
  }
  return counter.habits();
}

// One model, of the numbered variations of the texts.
Result<indexer::TaggerModel> learn_voice(const Options& options, const NamePool* pool,
                                         const indexer::WordHabits& habits, std::size_t voice,
                                         Held& held) {
  Lesson lesson(options, pool, habits, voice);
  for (std::size_t source = 0; source < options.sources.size(); ++source) {
    if (auto read = lesson.read(source); !read) return failure(read.error());
  }
  fmt::print(stderr, "{:.0f} s: {} words to learn from\n", seconds(), lesson.examples().words());
  held = std::move(lesson.held());
  TrainingOptions training = options.training;
  training.seed += voice;
  return train(lesson.examples(), training);
}

Status learn(const Options& options) {
  std::optional<NamePool> pool;
  if (!options.names.empty()) {
    auto read = NamePool::read(options.names);
    if (!read) return failure(read.error());
    pool = std::move(*read);
  }
  const auto habits = learn_habits(options);
  if (!habits) return failure(habits.error());
  Held held;
  std::vector<indexer::TaggerModel> voices;
  for (std::size_t voice = 0; voice < options.voices; ++voice) {
    auto learnt = learn_voice(options, pool ? &*pool : nullptr, *habits, voice, held);
    if (!learnt) return failure(learnt.error());
    voices.push_back(std::move(*learnt));
  }
  const indexer::TaggerModel model = with_prior(mean_of(voices, options.idlest), options.prior);
  if (auto written = write(model, options); !written) return written;
  return measure(model, options, std::move(held));
}

Status run(const Options& options) {
  if (options.model.empty()) return learn(options);
  const auto bytes = real_files().read(options.model, kMostBytes);
  if (!bytes) return failure(bytes.error());
  auto model = indexer::TaggerModel::from_bytes(*bytes);
  if (!model) return failure(model.error());
  const indexer::TaggerModel believing = with_prior(*model, options.prior);
  if (auto written = write(believing, options); !written) return written;
  return measure(believing, options, {});
}

void declare_learning(CLI::App& app, Options& options) {
  TrainingOptions& training = options.training;
  app.add_option("--train", options.sources, "Annotated files to learn from");
  app.add_option("--agreed", options.agreed,
                 "How much each file counts where the rules agree with it");
  app.add_option("--disputed", options.disputed, "And where they do not");
  app.add_option("--one-in", options.one_in, "Learn from one piece in N of each file");
  app.add_option("--plain", options.plain,
                 "Text without annotations, to learn from how words are written");
  app.add_option("--names", options.names, "Folder of lists of names, to vary the texts with");
  app.add_option("--renamed", options.renamed, "Copies of each text with other names");
  app.add_option("--varied-weight", options.varied_weight, "How much copies count");
  app.add_option("--chunk", options.chunk, "Sentences that are read as one text");
  app.add_option("--epochs", training.epochs, "Passes over the examples");
  app.add_option("--rate", training.rate, "Length of a step");
  app.add_option("--decay", training.decay, "Pull of weights towards 0");
  app.add_option("--drop-lexical", training.drop_lexical,
                 "Share of features of words that a step does without");
  app.add_option("--drop-other", training.drop_other, "The same of other features");
  app.add_option("--fewest", training.fewest, "Leave out features seen more seldom");
  app.add_option("--smallest", training.smallest, "Leave out weights nearer to 0");
  app.add_option("--idlest", options.idlest,
                 "Leave out features of which no quantised weight is as far from 0");
  app.add_option("--voices", options.voices, "Models to learn, of which the mean is taken");
  app.add_option("--seed", training.seed, "Of all that is random");
  app.add_option("--out", options.out, "Where to write the model");
}

void declare_measuring(CLI::App& app, Options& options) {
  app.add_option("--model", options.model, "Take this model; nothing is learnt");
  app.add_option("--sure", options.prior.sure, "Belief in what the rules are sure of");
  app.add_option("--unsure", options.prior.unsure, "Belief in what they guess");
  app.add_option("--none", options.prior.none, "Belief that where they see none is no name");
  app.add_option("--test", options.tests, "Annotated files to measure with");
  app.add_option("--held-out", options.held_out,
                 "Keep a part in N of what is learnt from to measure with");
  app.add_option("--faults", options.faults, "Show so many of the commonest faults");
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  dateline::training::Options options;
  CLI::App app("Trains the tagger from annotated text, or measures it", "dateline-train-tagger");
  dateline::training::declare_learning(app, options);
  dateline::training::declare_measuring(app, options);
  CLI11_PARSE(app, argc, argv);
  const auto done = dateline::training::run(options);
  if (done) return 0;
  fmt::print(stderr, "dateline-train-tagger: {}\n", done.error().to_string());
  return 1;
}

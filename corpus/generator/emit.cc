#include "corpus/generator/emit.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "common/base/file.h"
#include "common/program/signals.h"
#include "common/schema/article_json.h"
#include "corpus/generator/pages/page.h"
#include "corpus/generator/sink.h"
#include "corpus/generator/stories/facts.h"

namespace dateline::corpus {
namespace {

Status make_directory(const std::string& path) {
  std::error_code fault;
  std::filesystem::create_directories(path, fault);
  if (fault) return failure(io_error("cannot make " + path, fault.value()));
  return {};
}

// Where articles go: a line or a page each. close() reports what went wrong on the way.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual Status write(std::uint64_t i, const Article& article) = 0;
  virtual Status close() = 0;
  // Nobody reads on: the rest need not be made.
  virtual bool closed() const { return false; }
};

class LineWriter final : public Writer {
 public:
  explicit LineWriter(Sink sink) : sink_(std::move(sink)) {}
  Status write(std::uint64_t, const Article& article) override {
    sink_.write(schema::to_json(article));
    sink_.write("\n");
    return {};
  }
  Status close() override { return sink_.close(); }
  bool closed() const override { return sink_.closed(); }

 private:
  Sink sink_;
};

std::string page_of(const CorpusModel& model, std::uint64_t i, const Article& article) {
  return render_page(article, Layout::outlet_of(i), furniture_of(model, i));
}

class PageStream final : public Writer {
 public:
  PageStream(const CorpusModel& model, Sink sink) : model_(model), sink_(std::move(sink)) {}
  Status write(std::uint64_t i, const Article& article) override {
    sink_.write(page_of(model_, i, article));
    return {};
  }
  Status close() override { return sink_.close(); }
  bool closed() const override { return sink_.closed(); }

 private:
  const CorpusModel& model_;
  Sink sink_;
};

// DIR/000012/000012345.html, a thousand to a folder, and DIR/manifest.tsv.
class PageFolder final : public Writer {
 public:
  PageFolder(const CorpusModel& model, std::string directory, Sink manifest)
      : model_(model), directory_(std::move(directory)), manifest_(std::move(manifest)) {}

  Status write(std::uint64_t i, const Article& article) override {
    constexpr std::uint64_t kToAFolder = 1000;
    const std::string folder = fmt::format("{:06}", i / kToAFolder);
    if (folder != folder_) {
      if (auto made = make_directory(directory_ + "/" + folder); !made) return made;
      folder_ = folder;
    }
    const std::string path = fmt::format("{}/{:09}.html", folder, i);
    manifest_.write(fmt::format("{}\t{}\n", path, article.url));
    auto file = Sink::create(directory_ + "/" + path);
    if (!file) return failure(file.error());
    file->write(page_of(model_, i, article));
    return file->close();
  }
  Status close() override { return manifest_.close(); }

 private:
  const CorpusModel& model_;
  std::string directory_;
  std::string folder_;
  Sink manifest_;
};

Result<std::unique_ptr<Writer>> open_writer(const CommandLine& line, const CorpusModel& model) {
  const bool pages = line.format == Format::kHtml;
  if (line.output == "-") {
    if (pages) return std::make_unique<PageStream>(model, Sink::standard_output());
    return std::make_unique<LineWriter>(Sink::standard_output());
  }
  if (auto made = make_directory(line.output); !made) return failure(made.error());
  auto sink = Sink::create(line.output + (pages ? "/manifest.tsv" : "/articles.jsonl"));
  if (!sink) return failure(sink.error());
  if (pages) return std::make_unique<PageFolder>(model, line.output, *std::move(sink));
  return std::make_unique<LineWriter>(*std::move(sink));
}

Status write_facts(const CommandLine& line, const CorpusModel& model) {
  if (line.facts.empty()) return {};
  auto sink = Sink::create(line.facts);
  if (!sink) return failure(sink.error());
  sink->write(to_json(facts_of(model, line.first, line.articles), line.corpus));
  return sink->close();
}

// Which story each article tells, a line each.
Status write_stories(const CommandLine& line, const CorpusModel& model) {
  if (line.stories.empty()) return {};
  auto sink = Sink::create(line.stories);
  if (!sink) return failure(sink.error());
  for (std::uint64_t i = line.first; i < line.first + line.articles; ++i) {
    const std::string original = model.article(model.layout().story_of(i)).id;
    sink->write(fmt::format("{}\t{}\n", model.article(i).id, original));
  }
  return sink->close();
}

Status write_articles(const CommandLine& line, const CorpusModel& model, Writer& writer,
                      Writer* truth) {
  for (std::uint64_t i = line.first; i < line.first + line.articles && !writer.closed(); ++i) {
    if (program::caught_signal() != 0) {
      return failure(ErrorCode::kInterrupted, fmt::format("stopped before article {}", i),
                     fmt::format("--first {} goes on from there", i));
    }
    const Article article = model.article(i);
    if (auto wrote = writer.write(i, article); !wrote) return wrote;
    if (truth == nullptr) continue;
    if (auto wrote = truth->write(i, article); !wrote) return wrote;
  }
  return {};
}

}  // namespace

Status emit(const CommandLine& line) {
  const CorpusModel model(line.corpus);
  if (auto wrote = write_facts(line, model); !wrote) return wrote;
  if (auto wrote = write_stories(line, model); !wrote) return wrote;
  auto writer = open_writer(line, model);
  if (!writer) return failure(writer.error());
  std::optional<LineWriter> truth;
  if (!line.truth.empty()) {
    auto sink = Sink::create(line.truth);
    if (!sink) return failure(sink.error());
    truth.emplace(*std::move(sink));
  }
  Status wrote = write_articles(line, model, **writer, truth ? &*truth : nullptr);
  Status closed = (*writer)->close();
  Status kept = truth ? truth->close() : Status();
  if (!wrote) return wrote;
  return closed ? kept : closed;
}

}  // namespace dateline::corpus

// Speed of extraction, stage by stage. The pages are the shipped fixtures', or those of the folder
// that DATELINE_BENCH_PAGES names (.html, .html.gz, all read before the clock starts). Items are
// pages, bytes are of decompressed HTML.
#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/schema/article_json.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/markup/encoding.h"
#include "indexer/extract/markup/parser_memory.h"
#include "indexer/extract/markup/prescan.h"
#include "indexer/extract/markup/tree.h"

namespace dateline::indexer {
namespace {

struct CloseGzip {
  void operator()(gzFile file) const { gzclose(file); }
};

struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};

// gzread passes files through that are not compressed.
std::string read_page(const std::filesystem::path& path) {
  const std::unique_ptr<gzFile_s, CloseGzip> file(gzopen(path.c_str(), "rb"));
  std::string bytes;
  std::array<char, 65536> piece{};
  for (int count = 1; file && count > 0;) {
    count = gzread(file.get(), piece.data(), static_cast<unsigned>(piece.size()));
    if (count > 0) bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

std::vector<RawDocument> read_pages() {
  const char* named = std::getenv("DATELINE_BENCH_PAGES");
  const std::filesystem::path folder =
      named != nullptr ? named : DATELINE_SOURCE_DIR "/corpus/fixtures/pages";
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool page =
        name.find(".html") != std::string::npos && name.find(".zst") == std::string::npos;
    if (entry.is_regular_file() && page) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<RawDocument> pages;
  for (const auto& path : paths) {
    RawDocument page;
    page.bytes = read_page(path);
    page.origin.path = path.string();
    pages.push_back(std::move(page));
  }
  return pages;
}

const std::vector<RawDocument>& pages() {
  static const std::vector<RawDocument> kPages = read_pages();
  return kPages;
}

template <typename Work>
void over_pages(benchmark::State& state, Work work) {
  std::size_t bytes = 0;
  for (const RawDocument& page : pages()) bytes += page.bytes.size();
  for (auto _ : state) {
    for (const RawDocument& page : pages()) work(page);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pages().size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void decode(benchmark::State& state) {
  over_pages(state, [](const RawDocument& page) {
    benchmark::DoNotOptimize(page::decode_page(page.bytes));
  });
}
BENCHMARK(decode)->Unit(benchmark::kMillisecond);

void thin(benchmark::State& state) {
  over_pages(state,
             [](const RawDocument& page) { benchmark::DoNotOptimize(page::prescan(page.bytes)); });
}
BENCHMARK(thin)->Unit(benchmark::kMillisecond);

void thin_and_parse(benchmark::State& state) {
  over_pages(state, [](const RawDocument& page) {
    page::Prescan scanned = page::prescan(page.bytes);
    benchmark::DoNotOptimize(page::Tree::parse(scanned.markup, std::move(scanned.attributes)));
  });
}
BENCHMARK(thin_and_parse)->Unit(benchmark::kMillisecond);

// What a program that only parses takes: each page as it came into libxml2's tree, nothing read.
void libxml2_alone(benchmark::State& state) {
  page::set_up_parser();
  over_pages(state, [](const RawDocument& page) {
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    const std::unique_ptr<xmlDoc, FreeTree> tree(htmlReadMemory(
        page.bytes.data(), static_cast<int>(page.bytes.size()), nullptr, "UTF-8", kOptions));
    benchmark::DoNotOptimize(tree.get());
  });
}
BENCHMARK(libxml2_alone)->Unit(benchmark::kMillisecond);

void extract_to_json(benchmark::State& state) {
  over_pages(state, [](const RawDocument& page) {
    const auto found = extract_article(page);
    benchmark::DoNotOptimize(found ? schema::to_json(found->article) : found.error().reason);
  });
}
BENCHMARK(extract_to_json)->Unit(benchmark::kMillisecond);

// Time must grow with the size of hostile pages, not with its square.
void hostile(benchmark::State& state, std::string_view piece) {
  RawDocument page;
  page.bytes = "<h1>A headline of four words</h1>";
  for (std::int64_t i = 0; i < state.range(0); ++i) page.bytes += piece;
  for (auto _ : state) benchmark::DoNotOptimize(extract_article(page));
  state.SetComplexityN(state.range(0));
}
BENCHMARK_CAPTURE(hostile, siblings, "<p>A sentence that somebody might read, one day.</p>")
    ->RangeMultiplier(4)
    ->Range(1 << 10, 1 << 16)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, bylines, "<span class=author>By Ann Lee</span>")
    ->RangeMultiplier(4)
    ->Range(1 << 10, 1 << 16)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hostile, times, "<time>January 6, 2020</time>")
    ->RangeMultiplier(4)
    ->Range(1 << 10, 1 << 16)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline::indexer

// The options of dateline-index, a struct for each group that verbs share. declare() adds a group
// to a verb's command line; what CLI11 cannot judge by itself is judged by the accessors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/base/result.h"
#include "common/program/colour_option.h"
#include "common/program/terminal.h"
#include "indexer/input/document_reader.h"
#include "indexer/input/input_list.h"

namespace dateline::indexer::cli {

inline constexpr const char* kProgram = "dateline-index";

// Of --memory, one part in this many is for documents on their way.
inline constexpr std::uint64_t kMemoryForDocuments = 3;

// "128M", "1G", "4096K", "65536": bytes, K, M, G and T by powers of 1,024. nullopt for anything
// else.
std::optional<std::uint64_t> parse_size(std::string_view text);

// Which index.
struct IndexOptions {
  std::string directory;
  void declare(CLI::App& app);
};

// What is read, and as what.
struct InputOptions {
  std::vector<std::string> paths;
  std::string files_from;
  std::string base_url;
  std::string kind = "auto";
  bool no_entities = false;
  bool keep_all = false;

  void declare(CLI::App& app);
  // kUsage where nothing at all is named, or the base is no address.
  Status check() const;
  InputListOptions list() const { return {paths, files_from, base_url, {}}; }
  std::optional<InputKind> forced_kind() const { return input_kind_from(kind); }
  // What besides bytes and address decides what becomes of an input.
  std::string salt() const;
};

// What it may use.
struct ResourceOptions {
  unsigned threads = 1;
  std::uint64_t memory = std::uint64_t{1} << 30;
  std::string builder = "auto";

  void declare(CLI::App& app);
  // The longest single document.
  std::size_t max_document_bytes() const;
  // Shares of `memory`: what all documents under way may take together, and so each of them alone;
  // and what each thread keeps of words.
  std::uint64_t document_memory() const;
  std::uint64_t vocabulary_bytes() const;
};

// How results and what went wrong are told.
struct ReportOptions {
  std::string format = "text";
  program::ColourOption colour;
  std::string progress = "auto";
  std::string rejects;

  void declare_format(CLI::App& app);  // --format and --color
  void declare_run(CLI::App& app);     // those, --progress and --rejects
  bool json() const { return format == "json"; }
  program::Style style() const;  // for standard error
  bool shows_progress() const;
};

}  // namespace dateline::indexer::cli

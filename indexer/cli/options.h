// The options of dateline-index, a struct for each group that verbs share. declare() adds a group
// to a verb's command line; what CLI11 cannot judge by itself is judged by the accessors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/base/result.h"
#include "common/program/colour_option.h"
#include "common/program/terminal.h"
#include "indexer/mapping/field_map.h"
#include "indexer/pipeline/intake.h"
#include "indexer/pipeline/resources.h"
#include "indexer/write/segment/builder_gate.h"

namespace dateline::indexer::cli {

inline constexpr const char* kProgram = "dateline-index";

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
  bool strict = false;
  bool keep_origin = false;
  std::vector<std::string> access;
  std::string map;  // a file; empty: none

  // PATH, --files-from, --base-url and those of declare_reading().
  void declare(CLI::App& app);
  void declare_base_url(CLI::App& app, const std::string& help);
  // What is made of the inputs, whichever they are.
  void declare_reading(CLI::App& app);
  // kUsage where nothing at all is named, the base is no address, a group has no name, or the map is
  // none. To be called before inputs(), which has the map from it.
  Status check();
  Inputs inputs() const;

 private:
  std::shared_ptr<const FieldMap> read_map_;
};

// What it may use.
struct ResourceOptions {
  Resources resources;
  std::string builder = "auto";

  BuilderChoice choice() const;

  void declare(CLI::App& app);
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

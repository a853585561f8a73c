#include "indexer/cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <thread>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/document/url.h"
#include "indexer/input/unread.h"
#include "indexer/pipeline/formats.h"
#include "indexer/write/index/index_writer.h"

namespace dateline::indexer::cli {
namespace {

constexpr unsigned kMaxThreads = 256;

// An empty string is CLI11's way to say that a value will do.
std::string check_kind(const std::string& name) {
  const InputTables& tables = input_tables();
  if (name == "auto" || input_kind_from(name, tables)) return {};
  for (const UnreadKind& known : unread_kinds()) {
    if (!name.empty() && known.name == name) {
      return fmt::format("this version does not read {} yet; it reads {}", name,
                         list_of_names(tables));
    }
  }
  return fmt::format("{} is none of auto, {}", name, list_of_names(tables));
}

std::string check_memory(const std::string& text) {
  const auto bytes = parse_size(text);
  if (!bytes) return fmt::format("{} is no size; write it as 512M or 2G", text);
  if (*bytes < kMinMemoryBytes) return "at least 128M are needed";
  return {};
}

unsigned all_cores() { return std::clamp(std::thread::hardware_concurrency(), 1U, kMaxThreads); }

}  // namespace

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr == text.data()) return std::nullopt;
  const std::string unit(read.ptr, text.data() + text.size());
  static constexpr std::string_view kUnits = "KMGT";
  if (unit.empty()) return number;
  const std::size_t power =
      kUnits.find(unit.front() >= 'a' ? static_cast<char>(unit.front() - 32) : unit.front());
  const std::string rest = to_ascii_lower(unit.substr(1));
  const bool known = rest.empty() || rest == "b" || rest == "ib";
  if (power == std::string_view::npos || !known) return std::nullopt;
  const unsigned shift = 10 * (static_cast<unsigned>(power) + 1);
  if (number > (std::numeric_limits<std::uint64_t>::max() >> shift)) return std::nullopt;
  return number << shift;
}

void IndexOptions::declare(CLI::App& app) {
  app.add_option("--db", directory, "The index: a directory")
      ->envname("DATELINE_DB")
      ->type_name("DIR")
      ->required();
}

void InputOptions::declare(CLI::App& app) {
  app.add_option("PATH", paths, "Files, directories (with all below), or - for standard input");
  app.add_option("--files-from", files_from,
                 "Read paths from FILE, one a line, each with its URL after a tab if it has one")
      ->type_name("FILE");
  declare_base_url(app,
                   "Where the files came from: the URL of a single file, or what the paths below a "
                   "directory are appended to");
  declare_reading(app);
}

void InputOptions::declare_base_url(CLI::App& app, const std::string& help) {
  app.add_option("--base-url", base_url, help)->type_name("URL");
}

void InputOptions::declare_reading(CLI::App& app) {
  app.add_option("--input", kind,
                 fmt::format("What the inputs are: auto tells each by its content; the others are "
                             "{}",
                             list_of_names(input_tables())))
      ->type_name("KIND")
      ->capture_default_str()
      ->check(CLI::Validator(check_kind, ""));
  app.add_option(
         "--map", map,
         "A file of TOML that says which keys of JSON records, or columns of CSV, are which "
         "of ours (docs/maps.md; for common dumps they are in share/dateline/maps)")
      ->type_name("FILE");
  app.add_option_function<std::string>(
         "--entities", [this](const std::string& choice) { no_entities = choice == "none"; },
         "Recognise people, organisations and places: on or none")
      ->type_name("on|none")
      ->default_str("on")
      ->check(CLI::IsMember({"on", "none"}));
  app.add_flag("--keep-all", keep_all, "Keep section fronts and stubs too");
  app.add_option("--access", access,
                 "The group that may see these articles (see query --groups); a record that names "
                 "groups itself keeps them. Repeat it for several. Without it, everybody")
      ->type_name("GROUP")
      ->allow_extra_args(false);
  app.add_flag("--keep-origin", keep_origin,
               "Of records that say where they came from, believe it, as of those that export and "
               "extract print; else they come from the file that they stand in");
  app.add_flag("--strict", strict,
               "Reject what has a bad value in any field, instead of leaving the value out with a "
               "warning");
}

Inputs InputOptions::inputs() const {
  return {{paths, files_from, base_url, {}},
          input_kind_from(kind, input_tables()),
          {!no_entities, keep_all, access, strict, read_map_, keep_origin}};
}

Status InputOptions::check() {
  if (paths.empty() && files_from.empty()) {
    return failure(ErrorCode::kUsage, "nothing to read",
                   "name files or directories, - for standard input, or --files-from FILE");
  }
  if (!base_url.empty() && !resolve_url(base_url, {})) {
    return failure(ErrorCode::kUsage, fmt::format("--base-url: {} is no web address", base_url),
                   "give it whole: https://news.example/");
  }
  const auto no_name = [](const std::string& group) {
    return trim(group).empty() || trim(group) != group || !is_valid_utf8(group);
  };
  if (std::any_of(access.begin(), access.end(), no_name)) {
    return failure(ErrorCode::kUsage, "--access: a group's name is text, without spaces around it",
                   "leave --access out where everybody may see the articles");
  }
  if (map.empty()) return {};
  auto read = FieldMap::load(map);
  if (!read) return failure(read.error());
  read_map_ = std::move(*read);
  return {};
}

BuilderChoice ResourceOptions::choice() const {
  if (builder == "glass") return BuilderChoice::kGlass;
  return builder == "xapian" ? BuilderChoice::kXapian : BuilderChoice::kAuto;
}

void ResourceOptions::declare(CLI::App& app) {
  resources.threads = all_cores();
  app.add_option("--threads", resources.threads, "Threads that read and analyse")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(1U, kMaxThreads));
  app.add_option_function<std::string>(
         "--memory",
         [this](const std::string& text) {
           resources.memory = parse_size(text).value_or(resources.memory);
         },
         "Bound on resident memory; at least 128M")
      ->type_name("SIZE")
      ->default_str("1G")
      ->check(CLI::Validator(check_memory, ""));
  app.add_option("--builder", builder,
                 "How segments are written: glass (ours, fast), xapian (the library's own way), or "
                 "auto: glass where the library that is installed writes the same format")
      ->type_name("auto|glass|xapian")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "glass", "xapian"}));
}

void ReportOptions::declare_format(CLI::App& app) {
  app.add_option("--format", format, "How to print: text or json")
      ->type_name("text|json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  colour.declare(app);
}

void ReportOptions::declare_run(CLI::App& app) {
  declare_format(app);
  app.add_option("--progress", progress, "Progress: auto (on a terminal), always or never")
      ->type_name("auto|always|never")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option(
         "--rejects", rejects,
         "Write what was rejected to FILE: a JSON object {path, offset, code, reason} a line")
      ->type_name("FILE");
}

program::Style ReportOptions::style() const { return colour.style_for(stderr); }

bool ReportOptions::shows_progress() const {
  return progress == "always" || (progress == "auto" && program::is_terminal(stderr));
}

}  // namespace dateline::indexer::cli

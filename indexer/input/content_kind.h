// What an input is: one of the containers or one of the formats, by its name or by its content.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include <tl/expected.hpp>

#include "indexer/input/container.h"
#include "indexer/input/format.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

// All that can be read. No two rows, of either table, have one name.
struct InputTables {
  std::span<const ContainerKind> containers;
  std::span<const Format> formats;

  // Null where there is none of that name.
  const ContainerKind* container(std::string_view name) const;
  const Format* format(std::string_view name) const;
};

// A row of one of the tables.
using InputKind = std::variant<const ContainerKind*, const Format*>;

std::string_view name_of(const InputKind& kind);

// nullopt for names that no row has.
std::optional<InputKind> input_kind_from(std::string_view name, const InputTables& tables);

// The names of all rows for a sentence, in the order of the alphabet: "html, json, jsonl and text".
std::string list_of_names(const InputTables& tables);

// Judges by an input's beginning (see Head). Refuses with kEmpty (no bytes but white space),
// kBinary (pictures, PDF, zeros, …), and kUnsupported for what news comes in and this version does
// not read (unread.h).
tl::expected<InputKind, Refusal> content_kind(std::string_view head, const InputTables& tables);

}  // namespace dateline::indexer

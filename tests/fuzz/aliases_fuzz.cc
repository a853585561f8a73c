// Any bytes are an alias file or an error that says where; what is read finds its own names.
#include <cstdlib>
#include <string_view>

#include "common/names/aliases.h"

namespace {

namespace names = dateline::names;

// Names of an entity, as `[[entity]] name = "…"`, cut out of the bytes so that finding is tried
// too.
void look_up(const names::Aliases& aliases, std::string_view text) {
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    const std::size_t end = text.find('"', at + 1);
    if (end == std::string_view::npos) return;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    for (const auto kind :
         {names::NameKind::kPerson, names::NameKind::kOrganisation, names::NameKind::kPlace}) {
      const names::AliasedEntity* entity = aliases.find(kind, name);
      if (entity == nullptr) continue;
      const bool sound = entity->kind == kind && !entity->names.empty() &&
                         entity->names.front() == entity->name &&
                         entity->names.size() <= names::Aliases::kMostNames &&
                         aliases.find(kind, entity->name) == entity;
      if (!sound) std::abort();
    }
    at = end;
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto aliases = names::Aliases::parse(text, "aliases.toml");
  if (!aliases) {
    if (aliases.error().message.empty()) std::abort();
    return 0;
  }
  look_up(*aliases, text);
  return 0;
}

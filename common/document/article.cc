#include "common/document/article.h"

#include <array>

#include "common/base/strings.h"

namespace dateline {
namespace {

template <typename Enum>
struct Named {
  Enum value;
  std::string_view name;
};

constexpr std::array kEntityTypeNames{Named<EntityType>{EntityType::kPerson, "person"},
                                      Named<EntityType>{EntityType::kOrganisation, "organisation"},
                                      Named<EntityType>{EntityType::kPlace, "place"}};

constexpr std::array kStatuses{Named<ArticleStatus>{ArticleStatus::kUsable, "usable"},
                               Named<ArticleStatus>{ArticleStatus::kWithheld, "withheld"},
                               Named<ArticleStatus>{ArticleStatus::kCanceled, "canceled"}};

template <typename Table, typename Enum>
std::string_view look_up_name(const Table& table, Enum value) {
  for (const auto& row : table) {
    if (row.value == value) return row.name;
  }
  return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> look_up_value(const std::array<Named<Enum>, N>& table, std::string_view name) {
  for (const auto& row : table) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(EntityType type) { return look_up_name(kEntityTypeNames, type); }

std::optional<EntityType> entity_type_from(std::string_view name) {
  return look_up_value(kEntityTypeNames, name);
}

std::string_view name_of(ArticleStatus status) { return look_up_name(kStatuses, status); }

std::optional<ArticleStatus> article_status_from(std::string_view name) {
  return look_up_value(kStatuses, name);
}

std::vector<std::string_view> paragraphs(std::string_view body) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < body.size();) {
    std::size_t end = body.find("\n\n", begin);
    if (end == std::string_view::npos) end = body.size();
    const std::string_view paragraph = trim(body.substr(begin, end - begin));
    if (!paragraph.empty()) out.push_back(paragraph);
    begin = end + 2;
  }
  return out;
}

}  // namespace dateline

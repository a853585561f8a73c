#include "searcher/search/counting/surnames_alone.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/text/values.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/surname.h"
#include "searcher/search/counting/surnames.h"

namespace dateline::search {
namespace {

constexpr std::int32_t kMonthsInYear = 12;

std::chrono::year_month year_month_of(std::int32_t month) {
  return std::chrono::year(month / kMonthsInYear) /
         std::chrono::month(static_cast<unsigned>(month % kMonthsInYear + 1));
}

// Runs of months.
std::vector<query::DayRange> days_of(const Surname& surname, std::size_t bearer) {
  std::vector<query::DayRange> out;
  const auto span = surname.span();
  if (!span) return out;
  bool goes_on = false;
  for (std::int32_t month = span->first; month <= span->second; ++month) {
    const bool meant = surname.meant(month) == bearer;
    if (meant && !goes_on) out.push_back({year_month_of(month) / std::chrono::day(1), {}});
    if (meant) out.back().last = year_month_of(month) / std::chrono::last;
    goes_on = meant;
  }
  return out;
}

class Teller {
 public:
  Teller(const store::IndexReader& index, const names::Aliases* aliases,
         std::shared_ptr<Deadline> deadline)
      : names_(index.database()),
        aliases_(aliases),
        deadline_(std::move(deadline)),
        surnames_(index, names_, aliases, *deadline_) {}

  std::optional<query::SurnameAlone> of(const std::string& name) {
    const std::string surname = surname_of(name);
    if (surname.empty()) return std::nullopt;
    return surname_alone(name, surnames_.of(surname), aliases_);
  }

 private:
  EntityNames names_;
  const names::Aliases* aliases_;
  std::shared_ptr<Deadline> deadline_;
  Surnames surnames_;
};

}  // namespace

std::optional<query::SurnameAlone> surname_alone(const std::string& name, const Surname& known,
                                                 const names::Aliases* aliases) {
  const std::string canonical = canonical_name(aliases, EntityType::kPerson, name);
  const auto bearer = known.with_name({name, text::fold_value(canonical)});
  if (!bearer) return std::nullopt;
  query::SurnameAlone out{surname_of(name), days_of(known, *bearer), {}};
  if (out.when.empty()) return std::nullopt;
  for (std::size_t i = 0; i < known.bearers().size(); ++i) {
    const auto& names = known.bearers()[i].names;
    if (i != *bearer) out.others.insert(out.others.end(), names.begin(), names.end());
  }
  return out;
}

SurnameTallies collect_surnames(const store::IndexReader& index,
                                const std::vector<std::string>& surnames,
                                const names::Aliases* aliases, Deadline& deadline) {
  EntityNames names(index.database());
  Surnames known(index, names, aliases, deadline);
  SurnameTallies out;
  for (const std::string& one : surnames) out.try_emplace(one, known.of(one));
  return out;
}

query::SurnamesAlone surnames_alone(const store::IndexReader& index, const names::Aliases* aliases,
                                    std::shared_ptr<Deadline> deadline) {
  auto teller = std::make_shared<std::optional<Teller>>();
  return [teller, &index, aliases, deadline = std::move(deadline)](const std::string& name) {
    if (!*teller) teller->emplace(index, aliases, deadline);
    return (*teller)->of(name);
  };
}

}  // namespace dateline::search

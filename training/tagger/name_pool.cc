#include "training/tagger/name_pool.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/base/file.h"
#include "common/base/strings.h"

namespace dateline::training {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 26U;

// A column of a list, in the list's order; lines that begin with '#' say where it comes from.
Result<std::vector<std::string>> read_column(const std::string& path, std::size_t column,
                                             std::size_t most) {
  const auto bytes = real_files().read(path, kMostBytes);
  if (!bytes) return failure(bytes.error());
  std::vector<std::string> out;
  for (std::string_view line : split(*bytes, '\n')) {
    if (out.size() == most) break;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> columns = split(line, '\t');
    if (column >= columns.size() || columns[column].empty()) continue;
    out.emplace_back(columns[column]);
  }
  return out;
}

// "MCDONALD" as "Mcdonald": the census has capitals alone.
std::string with_one_capital(const std::string& name) {
  std::string out = to_ascii_lower(name);
  if (!out.empty() && is_ascii_lower(out[0])) out[0] = static_cast<char>(out[0] - 32);
  return out;
}

// "Airgain, Inc. Common Stock" as "Airgain": news leaves out what the exchange does not.
std::string company_of(std::string_view listed) {
  static constexpr std::array<std::string_view, 12> kEnds{
      ",",      " Common",     " Ordinary", " Class ",  " American Depositary",
      " - ",    " Depositary", " ETF",      " Warrant", " Preferred",
      " Units", " ("};
  std::size_t end = listed.size();
  for (const std::string_view mark : kEnds) end = std::min(end, listed.find(mark));
  return std::string(trim(listed.substr(0, end)));
}

bool is_name(const std::string& name) {
  return name.size() > 2 && name.find_first_of("0123456789()/") == std::string::npos;
}

const std::string& pick(const std::vector<std::string>& names, Random& random) {
  static const std::string kNone = "Nobody";
  return names.empty() ? kNone : names[random() % names.size()];
}

struct List {
  const char* file;
  std::size_t column;
  std::size_t most;    // the commonest come first where a list has an order
  std::size_t copies;  // how much likelier its names are taken than those of other lists
};

using Change = std::string (*)(const std::string&);

Status append(std::vector<std::string>& out, const std::string& folder,
              std::initializer_list<List> lists, Change change) {
  for (const List& list : lists) {
    const auto names = read_column(folder + "/" + list.file, list.column, list.most);
    if (!names) return failure(names.error());
    for (const std::string& listed : *names) {
      const std::string name = change(listed);
      if (is_name(name)) out.insert(out.end(), list.copies, name);
    }
  }
  return {};
}

}  // namespace

Result<NamePool> NamePool::read(const std::string& folder) {
  constexpr std::size_t kAll = 100000;
  NamePool out;
  const Change as_is = [](const std::string& name) { return name; };
  const Change company = [](const std::string& name) { return company_of(name); };
  const std::array<Status, 6> read{
      append(out.given_names_, folder,
             {{"firstnames-male-us-census1990.tsv", 0, 600, 2},
              {"firstnames-female-us-census1990.tsv", 0, 800, 2}},
             with_one_capital),
      append(out.given_names_, folder, {{"forenames-by-country.tsv", 11, kAll, 1}}, as_is),
      append(out.surnames_, folder, {{"surnames-us-census1990.tsv", 0, 4000, 1}}, with_one_capital),
      append(out.surnames_, folder,
             {{"surnames-by-country.tsv", 5, kAll, 3}, {"us-legislators-current.tsv", 2, kAll, 1}},
             as_is),
      append(out.places_, folder,
             {{"world-cities-15000.tsv", 0, kAll, 1}, {"world-cities-15000.tsv", 2, kAll, 1}},
             as_is),
      append(out.organisations_, folder,
             {{"companies-sp500.tsv", 0, kAll, 4},
              {"companies-nyse.tsv", 0, kAll, 1},
              {"companies-nasdaq.tsv", 0, kAll, 1}},
             company)};
  for (const Status& status : read) {
    if (!status) return failure(status.error());
  }
  return out;
}

std::string NamePool::given_name(Random& random) const { return pick(given_names_, random); }
std::string NamePool::surname(Random& random) const { return pick(surnames_, random); }
std::string NamePool::place(Random& random) const { return pick(places_, random); }
std::string NamePool::organisation(Random& random) const { return pick(organisations_, random); }

}  // namespace dateline::training

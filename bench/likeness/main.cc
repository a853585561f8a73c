// dateline-likeness: what each of several ways of finding like articles finds. bench/quality/similar.py
// runs it and counts.
//
// Standard input has a setting a line (setting.h). For each, in their order, and each article of
// --ids, a line goes to standard output: the number of the setting from 0, the article's id, and the
// ids of the likest articles, separated by tabs.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "bench/likeness/trial.h"
#include "common/base/strings.h"

namespace dateline::bench {
namespace {

std::vector<std::string> lines_of(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

int fail(const Error& error) {
  fmt::print(stderr, "dateline-likeness: {}\n", error.to_string());
  return 1;
}

int run(const std::string& place, const std::string& ids_path, std::size_t most) {
  auto reader = store::IndexReader::open({place});
  if (!reader) return fail(reader.error());
  std::ifstream ids_file(ids_path);
  const std::vector<std::string> ids = lines_of(ids_file);
  Trial trial(std::move(*reader));
  std::size_t number = 0;
  for (const std::string& line : lines_of(std::cin)) {
    const auto setting = read_setting(line);
    if (!setting) return fail(setting.error());
    for (const std::string& id : ids) {
      const auto found = trial.likest(id, *setting, most);
      if (!found) return fail(found.error());
      fmt::print("{}\t{}\t{}\n", number, id, join(*found, "\t"));
    }
    ++number;
  }
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int count, char** values) {
  CLI::App app("What each of several ways of finding like articles finds");
  std::string place;
  std::string ids;
  std::size_t most = 10;
  app.add_option("--db", place, "The index")->required();
  app.add_option("--ids", ids, "A file of the articles' ids, one a line")->required();
  app.add_option("--most", most, "Articles to find for each");
  CLI11_PARSE(app, count, values);
  return dateline::bench::run(place, ids, most);
}

#include "searcher/http/config/setting_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "common/base/edit_rows.h"
#include "common/base/strings.h"

namespace dateline::http {
namespace {

using Row = SettingRow;

tl::unexpected<Error> refused_value(const Row& row, std::string_view value, std::string hint) {
  return failure(ErrorCode::kUsage, fmt::format("“{}” is no value of {}", value, row.name),
                 std::move(hint));
}

template <auto Member>
Status read_text(const Row& row, std::string_view value, Settings& settings) {
  if (value.empty()) return refused_value(row, value, "it is empty");
  settings.*Member = value;
  return {};
}

Result<std::size_t> number_in(const Row& row, std::string_view value, std::size_t least,
                              std::size_t most) {
  std::size_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == value.data() + value.size();
  if (whole && number >= least && number <= most) return number;
  return refused_value(row, value, fmt::format("give a whole number from {} to {}", least, most));
}

template <auto Member, std::size_t Least, std::size_t Most>
Status read_bound(const Row& row, std::string_view value, Settings& settings) {
  const auto number = number_in(row, value, Least, Most);
  if (!number) return failure(number.error());
  settings.limits.*Member = *number;
  return {};
}

template <auto Member>
Status read_time(const Row& row, std::string_view value, Settings& settings) {
  constexpr std::size_t kDay = 86'400'000;
  const auto number = number_in(row, value, 1, kDay);
  if (!number) return failure(number.error());
  settings.limits.*Member = std::chrono::milliseconds(*number);
  return {};
}

Status read_workers(const Row& row, std::string_view value, Settings& settings) {
  const auto number = number_in(row, value, 1, 1024);
  if (!number) return failure(number.error());
  settings.workers = *number;
  return {};
}

template <auto Member>
Status read_truth(const Row& row, std::string_view value, Settings& settings) {
  if (value != "true" && value != "false") return refused_value(row, value, "true or false");
  settings.*Member = value == "true";
  return {};
}

bool is_name_letter(char c) { return is_ascii_alnum(c) || c == '-' || c == '_' || c == '.'; }

bool is_index_name(std::string_view name) {
  constexpr std::size_t kLongest = 64;
  return !name.empty() && name.size() <= kLongest &&
         std::all_of(name.begin(), name.end(), is_name_letter);
}

// What stands where an index's name may stand in a path.
bool is_taken(std::string_view name) {
  constexpr std::array<std::string_view, 8> kTaken{"search", "articles", "similar", "suggest",
                                                   "trend",  "entity",   "stories", "explain"};
  return std::find(kTaken.begin(), kTaken.end(), name) != kTaken.end();
}

Status read_place(const Row& row, std::string_view value, bool is_cluster, Settings& settings) {
  const std::size_t sign = value.find('=');
  NamedPlace index;
  if (sign == std::string_view::npos) {
    index.place = value;
    const std::string_view last = value.substr(value.find_last_of('/') + 1);
    if (is_index_name(last) && !is_taken(last)) index.name = last;
  } else {
    index.name = value.substr(0, sign);
    index.place = value.substr(sign + 1);
    if (!is_index_name(index.name) || is_taken(index.name)) {
      return refused_value(row, value, "a name has letters, digits, -, _ and ., and is no route's");
    }
  }
  if (index.place.empty()) {
    return refused_value(row, value,
                         is_cluster ? "write FILE or NAME=FILE" : "write DIR or NAME=DIR");
  }
  index.is_cluster = is_cluster;
  settings.indexes.push_back(std::move(index));
  return {};
}

Status read_index(const Row& row, std::string_view value, Settings& settings) {
  return read_place(row, value, /*is_cluster=*/false, settings);
}

Status read_cluster(const Row& row, std::string_view value, Settings& settings) {
  return read_place(row, value, /*is_cluster=*/true, settings);
}

Status read_listen(const Row& /*row*/, std::string_view value, Settings& settings) {
  auto address = read_listen_address(value);
  if (!address) return failure(address.error());
  settings.listen.push_back(std::move(*address));
  return {};
}

Status read_proxy(const Row& /*row*/, std::string_view value, Settings& settings) {
  const auto network = Network::read(value);
  if (!network) return failure(network.error());
  settings.trusted_proxies.push_back(*network);
  return {};
}

bool is_origin(std::string_view text) {
  const bool has_scheme = text.starts_with("https://") || text.starts_with("http://");
  return text == "*" || (has_scheme && !text.ends_with('/'));
}

Status read_origin(const Row& row, std::string_view value, Settings& settings) {
  if (!is_origin(value)) return refused_value(row, value, "write https://portal.example, or *");
  settings.cors.emplace_back(value);
  return {};
}

bool is_path_letter(char c) {
  return is_ascii_alnum(c) || std::string_view("/-._~").find(c) != std::string::npos;
}

bool is_base_path(std::string_view text) {
  return text.starts_with('/') && !text.ends_with('/') &&
         std::all_of(text.begin(), text.end(), is_path_letter);
}

Status read_base_path(const Row& row, std::string_view value, Settings& settings) {
  if (value != "/" && !is_base_path(value)) {
    return refused_value(row, value, "write /news, without a / at its end");
  }
  settings.base_path = value == "/" ? "" : value;
  return {};
}

constexpr bool kSingle = false;
constexpr bool kSeveral = true;
constexpr bool kAtStart = false;
constexpr bool kReread = true;
constexpr std::size_t kHuge = 1'000'000'000;

constexpr std::array kSettings{
    Row{"db", "[NAME=]DIR",
        "An index, and what requests call it: /api/v1/NAME/search. Repeat it for several; the "
        "first is asked where no name is given",
        kSeveral, kAtStart, read_index},
    Row{"cluster", "[NAME=]FILE",
        "The same of a cluster: a file that names its shards, a line each", kSeveral, kAtStart,
        read_cluster},
    Row{"listen", "ADDR:PORT|unix:PATH",
        "Where to listen (default 127.0.0.1:8400). Repeat it for several; sockets that systemd "
        "hands over come in its place",
        kSeveral, kAtStart, read_listen},
    Row{"base-path", "PATH", "What stands before every path, as a proxy passes it on", kSingle,
        kReread, read_base_path},
    Row{"workers", "N", "Threads that search (default: one more than there are cores)", kSingle,
        kAtStart, read_workers},
    Row{"synonyms", "FILE|none", "A file of words that stand for each other, a group a line",
        kSingle, kAtStart, read_text<&Settings::synonyms>},
    Row{"aliases", "FILE|none", "A file of names that mean one person, organisation or place",
        kSingle, kAtStart, read_text<&Settings::aliases>},
    Row{"trusted-proxy", "ADDR",
        "An address or network (192.0.2.0/24), or unix, of a proxy that asks for its users",
        kSeveral, kAtStart, read_proxy},
    Row{"proxy-secret", "FILE",
        "What such a proxy sends as X-Dateline-Secret with the groups of X-Dateline-Groups",
        kSingle, kReread, read_text<&Settings::proxy_secret>},
    Row{"jwt-keys", "FILE",
        "The keys of tokens that name groups: a JWK set, a public key in PEM, or a secret", kSingle,
        kReread, read_text<&Settings::jwt_keys>},
    Row{"jwt-audience", "NAME", "Whom tokens have to be for (default dateline, if they say so)",
        kSingle, kReread, read_text<&Settings::jwt_audience>},
    Row{"jwt-issuer", "NAME", "Whom tokens have to be from", kSingle, kReread,
        read_text<&Settings::jwt_issuer>},
    Row{"embargo-group", "GROUP",
        "The group that sees articles under embargo, withheld and canceled ones too (default: "
        "nobody does)",
        kSingle, kReread, read_text<&Settings::embargo_group>},
    Row{"tls-cert", "FILE", "The certificate, with those that it hangs on, in PEM: TLS for TCP",
        kSingle, kReread, read_text<&Settings::tls_cert>},
    Row{"tls-key", "FILE", "Its key, in PEM", kSingle, kReread, read_text<&Settings::tls_key>},
    Row{"audit-log", "FILE",
        "Where it is noted who searched for what and opened what, a line of JSON", kSingle, kReread,
        read_text<&Settings::audit_log>},
    Row{"cors", "ORIGIN", "A site whose pages may ask: https://portal.example, or * for all",
        kSeveral, kReread, read_origin},
    Row{"mcp", "", "Answer assistants at /mcp, by the Model Context Protocol", kSingle, kReread,
        read_truth<&Settings::mcp>},
    Row{"access-log", "FILE|-|none",
        "Where each request is noted, a line of JSON; - for standard "
        "error",
        kSingle, kReread, read_text<&Settings::access_log>},
    Row{"log-queries", "", "Note what was asked, too", kSingle, kReread,
        read_truth<&Settings::log_queries>},
    Row{"unanswered-log", "FILE", "Where queries that found nothing are noted", kSingle, kReread,
        read_text<&Settings::unanswered_log>},
    Row{"answer-time", "MS", "The longest deadline that a request may ask for", kSingle, kReread,
        read_time<&Limits::answer_time>},
    Row{"head-time", "MS", "For a request's head to come in whole, and its body", kSingle, kAtStart,
        read_time<&Limits::head_time>},
    Row{"idle-time", "MS", "For the next request of a connection to begin", kSingle, kAtStart,
        read_time<&Limits::idle_time>},
    Row{"write-time", "MS", "For a response, or each piece of a long one, to be taken", kSingle,
        kAtStart, read_time<&Limits::write_time>},
    Row{"stop-time", "MS", "For what is in hand to be finished at the end", kSingle, kAtStart,
        read_time<&Limits::stop_time>},
    Row{"head-bytes", "N", "The longest head of a request", kSingle, kAtStart,
        read_bound<&Limits::head_bytes, 1024, 1'048'576>},
    Row{"target-bytes", "N", "The longest address in it", kSingle, kAtStart,
        read_bound<&Limits::target_bytes, 256, 1'048'576>},
    Row{"body-bytes", "N", "The longest body of a request", kSingle, kAtStart,
        read_bound<&Limits::body_bytes, 0, kHuge>},
    Row{"hits", "N", "The most hits of one answer", kSingle, kReread,
        read_bound<&Limits::hits, 1, 10'000>},
    Row{"reach", "N", "The most of offset and limit together", kSingle, kReread,
        read_bound<&Limits::reach, 1, 1'000'000>},
    Row{"connections", "N", "Open connections in all", kSingle, kAtStart,
        read_bound<&Limits::connections, 1, kHuge>},
    Row{"connections-of-one", "N", "Open connections of one address", kSingle, kAtStart,
        read_bound<&Limits::connections_of_one, 1, kHuge>},
    Row{"queue", "N", "Requests that wait for a worker; beyond them the answer is 503", kSingle,
        kAtStart, read_bound<&Limits::queue, 1, kHuge>},
    Row{"queue-of-one", "N", "The same for those of one client, with those in hand: 429", kSingle,
        kAtStart, read_bound<&Limits::queue_of_one, 1, kHuge>},
};

const Row* row_of(std::string_view name) {
  const auto* const row = std::find_if(kSettings.begin(), kSettings.end(),
                                       [name](const Row& one) { return one.name == name; });
  return row == kSettings.end() ? nullptr : row;
}

Error placed(const std::string& where, const Error& error) {
  return {error.code, where.empty() ? error.message : where + ": " + error.message, error.hint};
}

Error unknown_setting(std::string_view name) {
  std::vector<std::string_view> all;
  all.reserve(kSettings.size());
  for (const Row& row : kSettings) all.push_back(row.name);
  const std::string_view nearest = nearest_name(name, all);
  return {ErrorCode::kUsage, fmt::format("“{}” is no setting", name),
          nearest.empty() ? "dateline-search serve --help lists them"
                          : fmt::format("did you mean {}?", nearest)};
}

Status read_given(const Row& row, const GivenSetting& given, std::size_t times,
                  Settings& settings) {
  if (times > 1 && !row.repeatable) {
    return failure(ErrorCode::kUsage, fmt::format("{} is given twice", row.name), "give it once");
  }
  return row.read(row, given.value, settings);
}

// Reads those of `source` that no source before it has named.
void read_source(const std::vector<GivenSetting>& source, const std::vector<std::string>& named,
                 ReadSettings& out) {
  std::vector<std::string_view> met;
  met.reserve(source.size());
  for (const GivenSetting& given : source) {
    if (std::find(named.begin(), named.end(), given.name) != named.end()) continue;
    met.push_back(given.name);
    const Row* const row = row_of(given.name);
    if (row == nullptr) {
      out.faults.push_back(placed(given.where, unknown_setting(given.name)));
      continue;
    }
    const auto times = std::count(met.begin(), met.end(), given.name);
    const auto read = read_given(*row, given, static_cast<std::size_t>(times), out.settings);
    if (!read) out.faults.push_back(placed(given.where, read.error()));
  }
}

void check_together(ReadSettings& read) {
  const Settings& settings = read.settings;
  const auto fault = [&read](std::string message, std::string hint) {
    read.faults.push_back({ErrorCode::kUsage, std::move(message), std::move(hint)});
  };
  if (settings.indexes.empty()) {
    fault("no index is named", "give --db DIR, set DATELINE_DB, or write db = \"DIR\" in --config");
  }
  if (settings.tls_cert.empty() != settings.tls_key.empty()) {
    fault("of tls-cert and tls-key only one is given", "give both, or neither");
  }
  if (!settings.proxy_secret.empty() && settings.trusted_proxies.empty()) {
    fault("proxy-secret is given, but no trusted-proxy", "name the proxy's address as well");
  }
  for (std::size_t at = 1; at < settings.indexes.size(); ++at) {
    const NamedPlace& index = settings.indexes[at];
    const bool twice = std::any_of(
        settings.indexes.begin(), settings.indexes.begin() + static_cast<std::ptrdiff_t>(at),
        [&](const NamedPlace& other) { return other.name == index.name; });
    if (index.name.empty() || twice) {
      fault(fmt::format("the index {} has no name of its own", index.place), "write db NAME=DIR");
    }
  }
}

}  // namespace

std::span<const SettingRow> setting_rows() { return kSettings; }

ReadSettings settings_from(const std::vector<std::vector<GivenSetting>>& given) {
  ReadSettings out;
  std::vector<std::string> named;
  for (const std::vector<GivenSetting>& source : given) {
    read_source(source, named, out);
    for (const GivenSetting& one : source) named.push_back(one.name);
  }
  check_together(out);
  return out;
}

std::string variable_of(std::string_view name) {
  std::string out = "DATELINE_";
  for (const char c : name)
    out += c == '-' ? '_' : static_cast<char>(is_ascii_lower(c) ? c - 32 : c);
  return out;
}

std::vector<GivenSetting> settings_of_environment() {
  std::vector<GivenSetting> out;
  for (const Row& row : kSettings) {
    const std::string variable = variable_of(row.name);
    const char* const value = std::getenv(variable.c_str());
    if (value == nullptr || *value == '\0') continue;
    // DATELINE_DB and DATELINE_CLUSTER are every verb's, and name one place, which may have a comma.
    if (!row.repeatable || row.name == "db" || row.name == "cluster") {
      out.push_back({std::string(row.name), value, variable});
      continue;
    }
    for (const std::string_view one : split(value, ',')) {
      out.push_back({std::string(row.name), std::string(trim(one)), variable});
    }
  }
  return out;
}

}  // namespace dateline::http

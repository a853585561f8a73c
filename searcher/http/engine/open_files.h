// How many files the service may come to have open, so that an administrator hears of it when the
// service begins and not when a commit can no longer be taken up.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/config/settings.h"
#include "searcher/http/engine/index_board.h"

namespace dateline::http {

// Every worker has every segment of every index open, those of a commit to come beside those of the
// last one, and each connection is a file too. An index on another machine is one connection.
std::uint64_t most_open_files(const Settings& settings, const std::vector<IndexState>& indexes);

// How many the system lets this process have.
std::uint64_t allowed_open_files();

// What is to be said where `needed` are more than are `allowed`; nothing where they are not.
std::optional<Error> shortage_of_files(std::uint64_t needed, std::uint64_t allowed);

}  // namespace dateline::http

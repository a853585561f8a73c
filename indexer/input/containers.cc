#include "indexer/input/containers.h"

#include <array>

#include "indexer/input/containers/archive.h"
#include "indexer/input/containers/csv.h"
#include "indexer/input/containers/feed.h"
#include "indexer/input/containers/json_array.h"
#include "indexer/input/containers/json_lines.h"
#include "indexer/input/containers/mbox.h"
#include "indexer/input/containers/news_message.h"
#include "indexer/input/containers/warc.h"
#include "indexer/input/json_signs.h"
#include "indexer/input/xml_signs.h"

namespace dateline::indexer {
namespace {

constexpr std::array kContainers{
    ContainerKind{.name = "warc",
                  .entries = "",
                  .tells = is_warc,
                  .open = open_warc,
                  .tells_packed = is_packed_warc,
                  .alone = ReadAlone::kByItsBeginning},
    ContainerKind{.name = "wacz", .entries = "", .tells = is_wacz, .open = open_wacz},
    ContainerKind{.name = "zip", .entries = "", .tells = is_zip, .open = open_zip},
    ContainerKind{.name = "7z", .entries = "", .tells = is_7z, .open = open_7z},
    ContainerKind{.name = "tar", .entries = "", .tells = is_tar, .open = open_tar},
    ContainerKind{.name = "feed", .entries = "feed-item", .tells = is_feed, .open = open_feed},
    ContainerKind{.name = "jsonl",
                  .entries = "json",
                  .tells = is_json_lines,
                  .open = open_json_lines,
                  .alone = ReadAlone::kBehindLine},
    ContainerKind{
        .name = "json-array", .entries = "json", .tells = is_json_array, .open = open_json_array},
    ContainerKind{.name = "mbox", .entries = "email", .tells = is_mbox, .open = open_mbox},
    ContainerKind{.name = "csv", .entries = "json", .tells = is_csv, .open = open_csv},
    ContainerKind{.name = "newsml",
                  .entries = "newsitem",
                  .tells = is_news_message,
                  .open = open_news_message},
};

}  // namespace

std::span<const ContainerKind> containers() { return kContainers; }

}  // namespace dateline::indexer

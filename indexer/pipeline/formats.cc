#include "indexer/pipeline/formats.h"

#include <array>

#include "indexer/agency/newsml.h"
#include "indexer/agency/ninjs.h"
#include "indexer/agency/nitf.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/page_signs.h"
#include "indexer/feeds/feed_item.h"
#include "indexer/input/containers.h"
#include "indexer/input/json_signs.h"
#include "indexer/mail/mail_format.h"
#include "indexer/pipeline/record_format.h"

namespace dateline::indexer {
namespace {

// What is neither binary nor anything else.
bool is_text(const Head& /*head*/) { return true; }

// A record alone in its input and one of many are the same to a fingerprint.
constexpr std::array kFormats{
    Format{.name = "ninjs",
           .mark = "ninjs",
           .is_record = true,
           .tells = agency::is_ninjs_head,
           .parse = read_record_of_ninjs},
    Format{.name = "json",
           .mark = "jsonl",
           .is_record = true,
           .tells = is_json_object,
           .parse = read_record},
    Format{.name = "nitf",
           .mark = "nitf",
           .is_record = true,
           .tells = agency::is_nitf,
           .parse = agency::read_nitf},
    Format{.name = "newsitem",
           .mark = "newsitem",
           .is_record = true,
           .tells = agency::is_news_item,
           .parse = agency::read_news_item},
    Format{.name = "feed-item",
           .mark = "feed-item",
           .is_record = true,
           .tells = feeds::is_feed_item,
           .parse = feeds::read_feed_item},
    Format{.name = "mhtml",
           .mark = "mhtml",
           .is_record = false,
           .tells = mail::is_mhtml,
           .parse = mail::read_mhtml},
    Format{.name = "email",
           .mark = "email",
           .is_record = true,
           .tells = mail::is_mail,
           .parse = mail::read_mail},
    Format{.name = "html",
           .mark = "html",
           .is_record = false,
           .tells = is_page,
           .parse = extract_article},
    Format{.name = "text",
           .mark = "text",
           .is_record = false,
           .tells = is_text,
           .parse = extract_text},
};

}  // namespace

const InputTables& input_tables() {
  static const InputTables kTables{containers(), kFormats};
  return kTables;
}

}  // namespace dateline::indexer

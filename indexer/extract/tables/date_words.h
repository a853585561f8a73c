// The words and signs that dates are made of, beside the names of months (month_beginnings.inc).
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

struct ZoneOffset {
  std::string_view name;
  int minutes;  // east of UTC
};

struct ZonePlace {
  std::string_view name;
  std::string_view place;  // as the time zone database names it
};

// clang-format off: tables

// Zones whose name says whether summer time is in force. Read by dates/date_text.cc. Matched: as
// whole words in lower case.
inline constexpr auto kZoneOffsets = std::to_array<ZoneOffset>({{"utc", 0},
                                                                {"gmt", 0},
                                                                // Europe
                                                                {"bst", 60},
                                                                {"cet", 60},
                                                                {"cest", 120},
                                                                {"mez", 60},
                                                                {"mesz", 120},
                                                                {"eet", 120},
                                                                {"eest", 180},
                                                                {"msk", 180},
                                                                // North America
                                                                {"est", -300},
                                                                {"edt", -240},
                                                                {"cst", -360},
                                                                {"cdt", -300},
                                                                {"mst", -420},
                                                                {"mdt", -360},
                                                                {"pst", -480},
                                                                {"pdt", -420},
                                                                // Asia, Australia
                                                                {"ist", 330},
                                                                {"wib", 420},
                                                                {"jst", 540},
                                                                {"kst", 540},
                                                                {"aest", 600},
                                                                {"aedt", 660}});

// Zones whose name leaves that to the day. Read and matched as those above.
inline constexpr auto kZonePlaces = std::to_array<ZonePlace>({{"et", "America/New_York"},
                                                              {"ct", "America/Chicago"},
                                                              {"mt", "America/Denver"},
                                                              {"pt", "America/Los_Angeles"}});

// Words that may stand between the parts of a date: "6th of January", "6 de enero de 2020". Read by
// dates/date_text.cc. Matched: as whole words in lower case.
inline constexpr auto kDateFillers = std::to_array<std::string_view>(
    {// English
     "of", "st", "nd", "rd", "th", "the",
     // Spanish, Portuguese, French; Italian; Albanian, Lithuanian; Vietnamese
     "de", "del", "d", "er", "le", "di", "ta", "năm"});

// Signs for year, month and day, in Chinese or Japanese and in Korean, which part numbers. Read by
// dates/date_tokens.cc. Matched: anywhere; each is three bytes long.
inline constexpr auto kEastAsianMarks =
    std::to_array<std::string_view>({"年", "月", "日", "년", "월", "일"});

// Beginnings of words for "updated". Read by dates/date_context.cc for all finders of dates, and by
// dates/date_labels.cc.
// Matched: anywhere in a line or an element's names, within words too; capitals of ASCII letters
// are of no account.
inline constexpr auto kUpdateWords = std::to_array<std::string_view>(
    {"modif", "updat", "changed", "revised",
     // German; French; Dutch
     "aktualis", "geändert", "stand:", "actualis", "mis à jour", "bijgewerkt",
     // Spanish; Portuguese; Italian
     "actualiz", "atualiza", "aggiorna",
     // Norwegian, Swedish, Danish
     "oppdatert", "uppdaterad", "opdateret",
     // Polish, Russian, Ukrainian, Hungarian
     "zaktualiz", "обновл", "оновл", "frissítve",
     // Turkish, Indonesian
     "güncel", "diperbarui",
     // Chinese and Japanese; Arabic, Hebrew, Persian
     "更新", "تحديث", "עודכן", "به روز"});

// Beginnings of words for "published". Read by dates/date_labels.cc. Matched: anywhere in a label,
// within words too, the label in lower case.
inline constexpr auto kPublishedWords = std::to_array<std::string_view>(
    {"publish", "posted", "publication date", "date of publication", "pubdate",
     // German; French; Dutch
     "veröffentlicht", "erschienen", "erscheinungsdatum", "publiziert", "publié", "mis en ligne",
     "date de publication", "gepubliceerd", "geplaatst", "publicatiedatum",
     // Spanish, Portuguese; Italian
     "publicad", "fecha de publicación", "data de publicação", "pubblicat", "data di pubblicazione",
     // Norwegian, Swedish, Danish; Finnish; Hungarian
     "publisert", "publicera", "publiceret", "offentliggjort", "julkais", "közzé", "megjelen",
     // Polish, Czech and Slovak, Croatian and Serbian; Russian, Ukrainian, Bulgarian
     "opublikowan", "publikov", "objavljen", "опубл", "публикув", "objavlj",
     // Greek; Turkish; Indonesian; Vietnamese
     "δημοσι", "yayın", "diterbitkan", "terbit", "xuất bản", "đăng",
     // Chinese and Japanese; Korean
     "发布", "發布", "发表", "發表", "公開", "掲載", "配信", "입력", "등록", "게재",
     // Arabic; Persian; Hebrew; Hindi; Thai
     "نشر", "انتشار", "פורסם", "प्रकाशित", "เผยแพร่"});

// Words for days of which a page tells beside those of the article: of a journal's way to print, of
// what is announced. Read by dates/date_labels.cc. Matched: where a word of a label begins, the label
// in lower case.
inline constexpr auto kOtherDateWords = std::to_array<std::string_view>(
    {"received", "accepted", "submitted", "event date", "deadline", "expires", "valid until",
     "recorded", "born", "died", "retrieved", "accessed",
     // German; French; Dutch
     "eingegangen", "angenommen", "eingereicht", "geboren", "abgerufen", "reçu", "accepté",
     "soumis", "né le", "née le", "ontvangen", "geaccepteerd",
     // Spanish, Portuguese; Italian
     "recibido", "aceptado", "recebido", "aceito", "aceite", "nacido", "ricevuto", "accettato",
     // Swedish, Norwegian, Danish; Polish; Russian
     "mottaget", "mottatt", "modtaget", "otrzyman", "przyjęt", "получен", "принят", "поступил",
     // Chinese and Japanese; Korean
     "收到", "接受", "受付", "受理", "開催", "접수", "채택"});

// Labels that say no more than that a date follows. Read by dates/date_labels.cc. Matched: the whole
// of a label, both folded.
inline constexpr auto kDateLabels = std::to_array<std::string_view>(
    {"date", "datum", "fecha", "data", "dato", "dátum", "päiväys", "tarih", "дата", "ημερομηνία",
     "tanggal", "ngày", "日期", "日付", "날짜", "تاريخ", "تاریخ", "תאריך"});

// What ends another label or part of a line before a date's own. Read by dates/date_labels.cc.
// Matched: anywhere, the last one.
inline constexpr auto kLabelSeparators =
    std::to_array<std::string_view>({"|", "•", "·", ";", ". ", " / ", " – ", " — ", "\n"});

// How a line of dates begins in a page saved as plain text. Read by plain_text.cc. Matched: at the
// beginning of a line; capitals of ASCII letters are of no account.
inline constexpr auto kDateLineOpenings =
    std::to_array<std::string_view>({"published", "updated", "last updated", "posted",
                                     // German; French; Spanish
                                     "stand:", "aktualisiert", "publié", "publicado"});

// Top-level domains of places where 3/4 is March the fourth, or that are nobody's. Read by
// dates/date_context.cc. Matched: the whole of a host's last label.
inline constexpr auto kMonthFirstDomains = std::to_array<std::string_view>(
    {"com", "org", "net", "us", "ca", "ph", "info", "co", "tv", "io", "edu", "gov"});

// The months of the Persian calendar, in order. Read by dates/other_calendars.cc. Matched: as whole
// words, with Persian letters where a page has Arabic ones.
inline constexpr auto kPersianMonths =
    std::to_array<std::string_view>({"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                     "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"});

// clang-format on

}  // namespace dateline::indexer::page

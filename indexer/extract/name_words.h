// The words that credits are made of, beside names.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

// clang-format off: tables
// What stands before the first name, with the space after it.
inline constexpr auto kCreditOpenings = std::to_array<std::string_view>({
    "作者：", "责任编辑：", "记者：", "photos and story by ", "words and photos by ", "auteur: ",
    "auteur : ", "escrito por ", "by ", "by: ", "written by ", "words by ", "story by ",
    "reported by ", "reporting by ", "report by ", "posted by ", "published by ", "text by ",
    "article by ", "author: ", "author ", "authors: ", "edited by ", "reviewed by ",
    "updated by ", "guest post by ", "opinion by ", "analysis by ", "review by ", "interview by ",
    "column by ", "von ", "von: ", "autor: ", "autorin: ", "par ", "par: ",
    "propos recueillis par ", "por ", "por: ", "texto: ", "text: ", "testo di ", "di ",
    "a cura di ", "door ", "door: ", "tekst: ", "af ", "av ", "av: ", "skrevet av ", "autor ",
    "redaktion: ", "ein kommentar von ", "eine analyse von ", "aus berlin von ", "interview: ",
    "with ", "from ", "kommentar von "});

// Words that make a piece a desk, a firm or a role, not a person; folded.
inline constexpr auto kRoleWords = std::to_array<std::string_view>({
    "anonymous", "unknown", "author", "user", "the", "link", "copied", "share", "report", "arts",
    "telegram", "herald", "gazette", "chronicle", "admin", "administrator", "agencies", "agency",
    "agencia", "analyst", "anchor", "associate", "board", "bureau", "business", "chief",
    "columnist", "company", "contributor", "contributors", "contributing", "correspondent",
    "correspondents", "corporation", "critic", "desk", "digital", "director", "editor",
    "editorial", "editors", "education", "entertainment", "environment", "expert", "fellow",
    "foundation", "freelance", "gmbh", "group", "guest", "health", "inc", "institute",
    "international", "journalist", "journaliste", "korrespondent", "limited", "llc", "ltd",
    "magazine", "manager", "media", "network", "news", "newsroom", "newspaper", "newswire",
    "online", "photographer", "political", "politics", "post", "press", "presse", "producer",
    "professor", "publisher", "redaccion", "redazione", "redaktion", "redacao", "redactie",
    "reporter", "reporters", "rédaction", "redacción", "redação", "review", "senior", "service",
    "services", "sports", "staff", "studio", "team", "tech", "technology", "times", "today",
    "tribune", "university", "website", "webdesk", "wire", "world", "writer", "writers",
    "zeitung"});

// Words that stand beside a person's name; folded.
inline constexpr auto kTitleWords = std::to_array<std::string_view>({
    "analyst", "autor", "autorin", "auteur", "author", "chief", "columnist", "contributor",
    "contributing", "correspondent", "critic", "dr", "editor", "experte", "expertin", "foto",
    "freelance", "guest", "journalist", "korrespondent", "korrespondentin", "mr", "mrs", "ms",
    "onlineexperte", "photographer", "political", "prof", "professor", "redakteur", "redakteurin",
    "reporter", "reporterin", "senior", "special", "staff", "updated", "volontaer", "writer"});

// Parts of names that begin without a capital.
inline constexpr auto kNameParticles = std::to_array<std::string_view>({
    "al", "af", "am", "ap", "av", "aan", "ben", "bin", "bint", "d", "da", "dal", "das", "de",
    "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el",
    "ibn", "i", "la", "las", "le", "lo", "los", "mac", "op", "san", "st", "t", "te", "ten", "ter",
    "tho", "till", "van", "vom", "von", "y", "zu", "zum", "zur", "'t"});

// What parts one name from the next.
inline constexpr auto kNameJoints = std::to_array<std::string_view>({
    " im Gespräch mit ", " and ", " und ", " et ", " y ", " en ", " och ", " og ", " with ",
    " mit ", " avec ", " con ", " for ", " für ", " pour ", " e ", " ed ", " & ", " | ", " • ",
    " · ", " - ", " – ", " — ", " // ", " by ", " via ", ";", "/", "、", "\n", " •", "，", "|"});

// How a line of credits begins: those of the openings that few other lines begin with.
inline constexpr auto kCreditLineOpenings = std::to_array<std::string_view>({
    "作者：", "责任编辑：", "by ", "by: ", "written by ", "story by ", "text by ", "words by ",
    "photos and story by ", "von ", "von: ", "text: ", "autor: ", "par ", "por ", "di ", "door ",
    "av ", "af ", "auteur: ", "auteur : ", "autor ", "author: ", "posted by ", "published by ",
    "texto: ", "tekst: "});

// clang-format on

}  // namespace dateline::indexer::page

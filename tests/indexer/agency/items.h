// Items of an agency that does not exist, about a harbour town that does not either: what the tests
// of this room read.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "indexer/input/format.h"

namespace dateline::indexer::agency {

inline RawDocument document_of(std::string bytes) {
  RawDocument out;
  out.bytes = std::move(bytes);
  out.origin = {"wire.xml", 17};
  return out;
}

inline std::string nitf_item() {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en">
  <head>
    <title>HARBOUR-BRIDGE</title>
    <tobject tobject.type="news">
      <tobject.subject tobject.subject.type="Transport" tobject.subject.matter="Bridges"/>
      <tobject.subject tobject.subject.type="Weather"/>
    </tobject>
    <docdata management-status="usable">
      <doc-id id-string="eastport-7" regsrc="EPA"/>
      <urgency ed-urg="3"/>
      <date.issue norm="20240302T071500+0100"/>
      <du-key version="2" key="bridge"/>
      <doc.copyright holder="Eastport Press" year="2024"/>
      <key-list><keyword key="storm"/><keyword key="Bridges"/></key-list>
    </docdata>
    <pubdata name="Eastport Courier" position.section="City"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Harbour bridge <em>closed</em> after storm</hl1><hl2>Repairs take a week</hl2></hedline>
      <byline>By <person>Ann Lee</person><byttl>Associated Press</byttl></byline>
      <dateline><location>EASTPORT</location>, <story.date norm="20240301">March 1</story.date> (Reuters) -</dateline>
    </body.head>
    <body.content>
      <media media-type="image"><media-caption>The bridge.</media-caption></media>
      <p>The bridge was closed on <chron norm="20240301">Friday</chron> night.</p>
      <ul><li>Trains stop at the river.</li><li>Ferries run.</li></ul>
      <table><tr><th>Day</th><th>Wind</th></tr><tr><td>Friday</td><td>110 km/h</td></tr></table>
      <p>Fares &amp; times are unchanged &#8212; for now.</p>
      <copyrite>Copyright 2024</copyrite>
    </body.content>
    <body.end><tagline>EPA</tagline></body.end>
  </body>
</nitf>)";
}

// `meta` goes into itemMeta, `content_meta` into contentMeta, `content` into contentSet.
inline std::string news_item(std::string_view meta, std::string_view content_meta,
                             std::string_view content) {
  return fmt::format(
      "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" "
      "guid=\"urn:newsml:eastport.example:20240302:bridge\" version=\"4\" xml:lang=\"en\">"
      "<itemMeta>{}</itemMeta><contentMeta>{}</contentMeta><contentSet>{}</contentSet></newsItem>",
      meta, content_meta, content);
}

}  // namespace dateline::indexer::agency

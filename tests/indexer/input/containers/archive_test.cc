#include "indexer/input/containers/archive.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/input/bytes/expansion.h"
#include "tests/indexer/input/archive/archived.h"

namespace dateline::indexer {
namespace {

using dateline::testing::archived;
using dateline::testing::ArchiveWriter;
using dateline::testing::Members;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

using Open = decltype(&open_tar);

struct Unpacked {
  std::map<std::string, std::string> members;
  std::vector<std::string> refusals;  // "member!code"
  std::vector<std::string> twice;     // members that came again, and must not
  PassedOver passed_over;
};

Unpacked unpack(Open open, const std::string& bytes, std::size_t most = 1 << 20) {
  Unpacked out;
  const auto archive =
      open(std::make_unique<BufferedSource>(source_from(bytes)), {most, &out.passed_over});
  for (auto entry = archive->next(); entry; entry = archive->next()) {
    if (!*entry) {
      out.refusals.push_back(entry->error().place.member + "!" +
                             std::string(entry->error().refusal.code));
      continue;
    }
    auto read = (*entry)->source->read_all(most);
    const std::string& name = (*entry)->place.member;
    if (read) {
      if (!out.members.emplace(name, std::move(*read)).second) out.twice.push_back(name);
    } else {
      out.refusals.push_back(name + "!" + std::string(read.error().code));
    }
  }
  return out;
}

// Prose that does not pack to nothing.
std::string prose(unsigned seed, std::size_t size) {
  std::mt19937 random(seed);
  std::string out = fmt::format("<html>{}", seed);
  while (out.size() < size) out += fmt::format(" word{}", random() % 5000);
  return out;
}

Members some(unsigned count, std::size_t size = 3000) {
  Members out;
  for (unsigned i = 0; i < count; ++i)
    out.emplace_back(fmt::format("d/{}.html", i), prose(i, size));
  return out;
}

struct Kind {
  const char* name;
  const char* format;
  const char* options;
  Open open;
  bool (*tells)(const Head& head);
};
const Kind kKinds[] = {{"ustar", "ustar", "", open_tar, is_tar},
                       {"gnutar", "gnutar", "", open_tar, is_tar},
                       {"pax", "pax", "", open_tar, is_tar},
                       {"deflated ZIP", "zip", "", open_zip, is_zip},
                       {"stored ZIP", "zip", "compression=store", open_zip, is_zip},
                       {"7z", "7zip", "", open_7z, is_7z}};

TEST(Archive, EveryKindIsToldAndGivesItsFilesUnderTheirNames) {
  Members members = some(5);
  members.emplace_back("d/Größe 北京.html", "umlauts");
  members.emplace_back(std::string(150, 'n') + "/long.html", "a long name");
  for (const Kind& kind : kKinds) {
    const std::string bytes = archived(members, kind.format, kind.options);
    const Head head(std::string_view(bytes).substr(0, kHeadBytes));
    EXPECT_TRUE(kind.tells(head)) << kind.name;
    const Unpacked read = unpack(kind.open, bytes);
    EXPECT_THAT(read.refusals, IsEmpty()) << kind.name;
    EXPECT_TRUE(read.members ==
                (std::map<std::string, std::string>(members.begin(), members.end())))
        << kind.name;
  }
}

TEST(Archive, WhatIsNoneIsNotToldAsOne) {
  for (const std::string& bytes :
       {std::string("<html>"), std::string(600, 'x'), std::string(600, '\0'), prose(1, 2000),
        std::string("PK is a word")}) {
    const Head head(bytes);
    EXPECT_FALSE(is_tar(head) || is_zip(head) || is_7z(head) || is_wacz(head));
  }
}

TEST(Archive, LinksAndDevicesAndWhatASystemLeavesAreCountedAlone) {
  ArchiveWriter writer("pax");
  writer.add("d", "", AE_IFDIR);
  writer.add("link", "", AE_IFLNK);
  writer.add("pipe", "", AE_IFIFO);
  writer.add("__MACOSX/d/._a.html", "resource");
  writer.add("d/._a.html", "resource");
  writer.add("d/.DS_Store", "store");
  writer.add("d/a.html", "page");
  const Unpacked read = unpack(open_tar, writer.finish());
  EXPECT_THAT(read.members, ElementsAre(Pair("d/a.html", "page")));
  EXPECT_THAT(read.passed_over.counts(),
              ElementsAre(Pair("files of macOS's own", 3U), Pair("links and devices", 2U)));
}

TEST(Archive, OfAWaczTheWarcFilesAreEntries) {
  const std::string bytes = archived(
      {{"pages/pages.jsonl", "{}"}, {"archive/data.warc.gz", "warc"}, {"datapackage.json", "{}"}},
      "zip");
  EXPECT_TRUE(is_wacz(Head(bytes)));
  EXPECT_FALSE(is_wacz(Head(archived(some(1), "zip"))));
  const Unpacked read = unpack(open_wacz, bytes);
  EXPECT_THAT(read.members, ElementsAre(Pair("archive/data.warc.gz", "warc")));
  EXPECT_THAT(read.passed_over.counts(), ElementsAre(Pair("files of WACZ that are no WARC", 2U)));
}

TEST(Archive, AMemberOverTheLimitCostsItselfAlone) {
  Members members = some(3);
  members[1].second = prose(1, 50'000);
  for (const Kind& kind : kKinds) {
    const Unpacked read = unpack(kind.open, archived(members, kind.format, kind.options), 10'000);
    EXPECT_EQ(read.members.size(), 2U) << kind.name;
    EXPECT_THAT(read.refusals, ElementsAre("d/1.html!too-large")) << kind.name;
  }
}

// Every member that is wholly there is given, and what is cut is named.
TEST(Archive, CutAnywhereItGivesWhatIsBeforeTheCut) {
  const Members members = some(20, 3000);
  for (const Kind& kind : kKinds) {
    if (kind.open == open_7z) continue;  // it tells where its members are at its end
    const std::string bytes = archived(members, kind.format, kind.options);
    std::size_t last = 0;
    for (std::size_t cut = 1024; cut < bytes.size(); cut += 1024) {
      const Unpacked read = unpack(kind.open, bytes.substr(0, cut));
      for (const auto& [name, text] : read.members) {
        EXPECT_EQ(text, prose(static_cast<unsigned>(std::stoul(name.substr(2))), 3000))
            << kind.name;
      }
      EXPECT_GE(read.members.size(), last) << kind.name << " cut at " << cut;
      EXPECT_THAT(read.twice, IsEmpty()) << kind.name << " cut at " << cut;
      last = read.members.size();
      const std::size_t each = bytes.size() / members.size();
      EXPECT_GE((read.members.size() + 2) * each, cut - cut / 8) << kind.name << " cut at " << cut;
    }
  }
  const std::string seven = archived(members, "7zip");
  for (std::size_t cut = 1024; cut < seven.size(); cut += 1024) {
    EXPECT_THAT(unpack(open_7z, seven.substr(0, cut)).refusals, ElementsAre("!bad-entry"));
  }
}

// A ZIP has sums of its members, and a tar of its headers: damage costs the one that it is in.
TEST(Archive, AFlippedBitCostsNoNeighbour) {
  const Members members = some(12, 1500);
  std::mt19937 random(7);
  for (const Kind& kind : kKinds) {
    if (kind.open == open_7z || std::string(kind.format) == "pax") continue;
    const std::string bytes = archived(members, kind.format, kind.options);
    for (int round = 0; round < 60; ++round) {
      std::string damaged = bytes;
      const std::size_t at = random() % bytes.size();
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
      const Unpacked read = unpack(kind.open, damaged);
      std::size_t good = 0;
      for (const auto& [name, text] : members) {
        const auto found = read.members.find(name);
        good += static_cast<std::size_t>(found != read.members.end() && found->second == text);
      }
      EXPECT_GE(good + 1, members.size()) << kind.name << ", byte " << at;
      // The bit may be one of a name.
      EXPECT_LE(read.twice.size(), 1U) << kind.name << ", byte " << at;
    }
  }
}

TEST(Archive, A7zThatIsDamagedSaysSoAndEnds) {
  const std::string bytes = archived(some(12, 1500), "7zip");
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    std::string damaged = bytes;
    const std::size_t at = random() % bytes.size();
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    unpack(open_7z, damaged);
  }
}

TEST(Archive, WhatIsEncryptedIsRefusedByName) {
  std::string bytes =
      archived({{"a.html", "secret"}, {"b.html", "open"}}, "zip", "compression=store");
  bytes[6] = static_cast<char>(bytes[6] | 1);  // the flag of encryption, in the first header
  const Unpacked read = unpack(open_zip, bytes);
  EXPECT_THAT(read.members, ElementsAre(Pair("b.html", "open")));
  EXPECT_THAT(read.refusals, ElementsAre("a.html!unsupported"));
}

TEST(Archive, ABombIsToldByWhatItUnpacksTo) {
  EXPECT_FALSE(is_bomb(1, kFreeExpansion));
  EXPECT_TRUE(is_bomb(1 << 19, kFreeExpansion + 1));
  EXPECT_FALSE(is_bomb(1 << 20, kFreeExpansion + 1));
  Members zeros;
  const std::string part(std::size_t{64} << 20, '\0');
  ArchiveWriter writer("zip");
  for (int i = 0; i < 5; ++i) writer.add(std::to_string(i), part);
  const Unpacked read = unpack(open_zip, writer.finish(), std::size_t{65} << 20);
  EXPECT_EQ(read.members.size(), 4U);
  EXPECT_THAT(read.refusals, ElementsAre("4!too-costly"));
}

}  // namespace
}  // namespace dateline::indexer

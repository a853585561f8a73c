#include "indexer/extract/credits/agencies.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::page {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// Folded spelling and short name. Only news agencies: a newspaper in a credit is none.
constexpr auto kAgencies = std::to_array<Entry>({
    {"aap", "AAP"},
    {"adnkronos", "Adnkronos"},
    {"afp", "AFP"},
    {"afprelaxnews", "AFP"},
    {"agencefrancepresse", "AFP"},
    {"agenciabrasil", "Agência Brasil"},
    {"agenciaefe", "EFE"},
    {"agenzianova", "Nova"},
    {"agerpres", "Agerpres"},
    {"agênciabrasil", "Agência Brasil"},
    {"anadolu", "AA"},
    {"anadoluagency", "AA"},
    {"anadoluajansı", "AA"},
    {"ani", "ANI"},
    {"anp", "ANP"},
    {"ansa", "ANSA"},
    {"antara", "Antara"},
    {"ap", "AP"},
    {"apa", "APA"},
    {"associatedpress", "AP"},
    {"australianassociatedpress", "AAP"},
    {"belga", "Belga"},
    {"bernama", "Bernama"},
    {"bloomberg", "Bloomberg"},
    {"bloombergnews", "Bloomberg"},
    {"bloombergnewswire", "Bloomberg"},
    {"bta", "BTA"},
    {"canadianpress", "CP"},
    {"ctk", "ČTK"},
    {"deutschepresseagentur", "dpa"},
    {"dha", "DHA"},
    {"dpa", "dpa"},
    {"dpaafx", "dpa-AFX"},
    {"efe", "EFE"},
    {"epd", "epd"},
    {"europapress", "Europa Press"},
    {"hina", "HINA"},
    {"ians", "IANS"},
    {"iha", "IHA"},
    {"interfax", "Interfax"},
    {"itartass", "TASS"},
    {"i̇ha", "IHA"},
    {"jiji", "Jiji"},
    {"jijipress", "Jiji"},
    {"keystonesda", "Keystone-SDA"},
    {"kna", "KNA"},
    {"kyodo", "Kyodo"},
    {"kyodonews", "Kyodo"},
    {"lapresse", "LaPresse"},
    {"lusa", "Lusa"},
    {"mediafax", "Mediafax"},
    {"mti", "MTI"},
    {"notimex", "Notimex"},
    {"ntb", "NTB"},
    {"pamedia", "PA"},
    {"pap", "PAP"},
    {"polskaagencjaprasowa", "PAP"},
    {"pressassociation", "PA"},
    {"presstrustofindia", "PTI"},
    {"pti", "PTI"},
    {"reuters", "Reuters"},
    {"rianovosti", "RIA Novosti"},
    {"ritzau", "Ritzau"},
    {"sda", "SDA"},
    {"sid", "SID"},
    {"stt", "STT"},
    {"tanjug", "Tanjug"},
    {"tasr", "TASR"},
    {"tass", "TASS"},
    {"theassociatedpress", "AP"},
    {"thecanadianpress", "CP"},
    {"thomsonreuters", "Reuters"},
    {"tt", "TT"},
    {"ttnewsagency", "TT"},
    {"ukrinform", "Ukrinform"},
    {"unitedpressinternational", "UPI"},
    {"upi", "UPI"},
    {"xinhua", "Xinhua"},
    {"yonhap", "Yonhap"},
    {"yonhapnews", "Yonhap"},
    {"yonhapnewsagency", "Yonhap"},
    {"čtk", "ČTK"},
    {"интерфакс", "Interfax"},
    {"риановости", "RIA Novosti"},
    {"тасс", "TASS"},
    {"укринформ", "Ukrinform"},
    {"رويترز", "Reuters"},
    {"رویترز", "Reuters"},
    {"فرانسبرس", "AFP"},
    {"ロイター", "Reuters"},
    {"共同", "Kyodo"},
    {"共同通信", "Kyodo"},
    {"新华社", "Xinhua"},
    {"新華社", "Xinhua"},
    {"时事", "Jiji"},
    {"時事", "Jiji"},
    {"時事通信", "Jiji"},
    {"法新社", "AFP"},
    {"美联社", "AP"},
    {"美聯社", "AP"},
    {"路透社", "Reuters"},
    {"연합뉴스", "Yonhap"},
});
static_assert(std::is_sorted(kAgencies.begin(), kAgencies.end(),
                             [](const Entry& a, const Entry& b) { return a.first < b.first; }));

// Two and three letters are an agency in capitals alone: "ani" is a word in many languages.
bool spelled_as_agency(std::string_view text, std::string_view known) {
  if (known.size() > 4) return true;
  const bool lower_by_custom = known == "dpa" || known == "sda" || known == "sid" ||
                               known == "epd" || known == "ap" || known == "afp";
  return lower_by_custom || std::none_of(text.begin(), text.end(), is_ascii_lower);
}

void add_once(std::vector<std::string>& list, std::string name) {
  if (!name.empty() && std::find(list.begin(), list.end(), name) == list.end()) {
    list.push_back(std::move(name));
  }
}

}  // namespace

std::string agency_named(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() > kLongest) return {};
  const std::string fold = folded(text);
  const auto* at = std::lower_bound(
      kAgencies.begin(), kAgencies.end(), fold,
      [](const Entry& entry, const std::string& name) { return entry.first < name; });
  if (at == kAgencies.end() || at->first != fold || !spelled_as_agency(text, at->first)) return {};
  return std::string(at->second);
}

std::vector<std::string> agencies_in(std::string_view text) {
  constexpr std::size_t kLongestCredit = 60;
  std::vector<std::string> out;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::string_view near = text.substr(open + 1, kLongestCredit);
    const std::size_t close = near.find(')');
    if (close == std::string_view::npos) continue;
    std::string inside(near.substr(0, close));
    std::replace(inside.begin(), inside.end(), '/', ',');
    for (const std::string_view part : split(inside, ',')) {
      const std::string_view name = trim(part);
      add_once(out, agency_named(name));
      // "(avec AFP)", "(mit dpa)", "(con EFE)".
      if (const std::size_t space = name.rfind(' '); space != std::string_view::npos) {
        if (space <= 5) add_once(out, agency_named(name.substr(space + 1)));
      }
    }
  }
  return out;
}

}  // namespace dateline::indexer::page

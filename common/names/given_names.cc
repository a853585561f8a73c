// Three tables of rows of names. Families hold the spellings of one name: two names of one family
// are the same, two of different families never. Nicknames hold a name and what it is shortened
// to; a name may stand in several rows, and two that share a row may mean one person.
//
// Tested by tests/common/names/comparison_test.cc.
#include "common/names/given_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/base/strings.h"

namespace dateline::names {
namespace {

constexpr auto kFamilies = std::to_array<std::string_view>({
    "muhammad mohammed mohamed mohammad mohamad muhammed mohamud muhamad muhamed mohamet mohd "
    "mahomed",
    "ahmad ahmed ahmet akhmed akhmad achmad ahmat",
    "mahmoud mahmud mahmood mehmood makhmud",
    "hamid hameed khamid hamed",
    "hamad hammad",
    "hasan hassan hasen hassen hacen khasan",
    "hussein hussain husain husayn hossein hosein husein husseini hossain hussien khusein huseyin",
    "ali aly",
    "omar umar oumar omer",
    "uthman osman othman usman ousmane",
    "yusuf yousef youssef yousuf yusef yousif youcef yosef yossef",
    "ibrahim ebrahim ibraheem ibrahima brahim",
    "ismail esmail ismael ismaeel esmaeil ismayil",
    "khalid khaled halid",
    "khalil halil khaleel",
    "said saeed sayeed saied saaed",
    "sayyid sayed syed sayyed seyed seyyed saiyid",
    "salim saleem selim",
    "salih saleh salah",
    "suleiman sulaiman suleyman soleiman sulayman solayman suliman",
    "mustafa moustafa mustapha mostafa moustapha",
    "mansour mansur mansoor",
    "nasser nasir naser nasr nassar",
    "qasim qassem qasem qassim kassem kasim ghasem kasem",
    "rashid rasheed rachid raschid",
    "jamal gamal djamal cemal",
    "jamil jameel gamil cemil djamil",
    "karim kareem kerim",
    "kamal kemal kamel",
    "abdullah abdallah abdulla abdalla abdoulaye",
    "abdulaziz abdelaziz abdalaziz",
    "abdulrahman abdelrahman abdurrahman abdirahman abderrahmane abdurahman",
    "hamza hamzah khamza",
    "musa moussa mousa moosa",
    "isa eissa issa essa",
    "faisal faysal feisal faycal",
    "tariq tarek tarik tareq",
    "vladimir wladimir volodymyr uladzimir",
    "sergei sergey serhiy sergej serge syarhey serhii",
    "alexander aleksandr alexandre aleksander oleksandr alexandr aleksandar alyaksandr aliaksandr "
    "iskander",
    "alexei aleksei alexey aleksey oleksiy oleksii",
    "dmitry dmitri dmitriy dimitri dmytro dzmitry",
    "mikhail mykhailo mikhael mykhaylo",
    "nikolai nikolay mykola nikolaj",
    "yevgeny evgeny yevgeniy evgeni yevhen evgeniy",
    "yuri yury iurii yuriy jurij",
    "andrei andrey andriy andrej andriyi",
    "pyotr petr petro piotr",
    "pavel pavlo pawel",
    "ivan iwan",
    "yulia yuliya julia iuliia julija iulia",
    "benjamin binyamin benyamin",
    "jan yan",
    "john jon",
    "stephen steven",
    "catherine katherine kathryn katharine cathryn",
    "geoffrey jeffrey geoff jeff",
    "maria mariya mariia",
    "mario marios",
    // Hebrew names as they are spoken, and as English Bibles have them.
    "jacob jakob yaakov yakov yaacov yaakob iakov",
    "moses moshe moishe moyshe",
    "isaac isaak yitzhak yitzchak yizhak itzhak itzchak yitshak",
    "abraham avraham avrohom avrom avram",
    "solomon salomon shlomo shelomo",
    "samuel shmuel schmuel shemuel",
    "judah yehuda yehudah jehuda",
    "joshua yehoshua",
    "elijah eliyahu eliahu",
    "ezekiel yechezkel yehezkel",
    "nathan natan nosson",
    "phineas pinchas pinhas pinkhas",
    "chaim haim hayim hayyim chayim hyam",
    "menachem menahem",
    "zvi tzvi tsvi zwi",
    "rebecca rebekah rivka rivkah",
    "sean shawn shaun",
    "lee leigh",
    "amy aimee",
    "kim gim",
    "gaddafi qaddafi gadhafi qadhafi kadhafi kaddafi khadafy khadafi gadafi qadafi",
});

// Alike in letters, and two names.
constexpr auto kDifferentPairs = std::to_array<std::string_view>({
    "john joan",    "john jean",      "john jane",       "john juan",        "john johan",
    "joan jean",    "jean jane",      "jean juan",       "mario maria",      "martin martina",
    "paul paula",   "daniel daniela", "daniel danielle", "michael michelle", "michel michelle",
    "carl carla",   "karl karla",     "andre andrea",    "julian juliana",   "eric erica",
    "carlos carla", "martin marvin",  "iran iraq",       "eva ava",
});

constexpr auto kNicknames = std::to_array<std::string_view>({
    "william bill billy will willy willie liam",
    "robert bob bobby rob robbie bert",
    "richard dick rick ricky rich richie",
    "james jim jimmy jamie jem",
    "john johnny jack jackie johnnie",
    "jonathan jon jonny",
    "joseph joe joey jo",
    "thomas tom tommy",
    "michael mike mick mickey micky mikey",
    "edward ed eddie ted teddy ned",
    "theodore ted teddy theo",
    "edmund ed eddie ned",
    "edwin ed eddie",
    "charles charlie chuck charley",
    "donald don donnie donny",
    "ronald ron ronnie ronny",
    "david dave davey",
    "daniel dan danny",
    "samuel sam sammy",
    "benjamin ben benny benji bibi",
    "anthony tony",
    "antonio tony toni",
    "andrew andy drew",
    "stephen steve stevie",
    "steven steve stevie",
    "matthew matt matty",
    "christopher chris kit",
    "christine chris chrissy",
    "christina chris tina",
    "patrick pat paddy",
    "patricia pat patty trish tricia",
    "peter pete",
    "philip phil pip",
    "phillip phil",
    "gregory greg",
    "kenneth ken kenny",
    "lawrence larry laurie",
    "laurence larry laurie",
    "leonard len lenny leo",
    "nicholas nick nicky",
    "timothy tim timmy",
    "walter walt wally",
    "raymond ray",
    "gerald gerry jerry",
    "jerome jerry",
    "francis frank fran",
    "franklin frank",
    "frederick fred freddie freddy",
    "alfred al alf fred",
    "albert al bert bertie",
    "alan al",
    "alexander alex alec sandy sasha",
    "alexandra alex sandra sasha",
    "alexandria alex",
    "vladimir vova volodya vlad",
    "mikhail misha",
    "dmitry dima mitya",
    "henry harry hank hal",
    "harold harry hal",
    "douglas doug",
    "jeffrey jeff",
    "joshua josh",
    "nathaniel nat nate nathan",
    "zachary zach zack",
    "abraham abe",
    "elizabeth liz lizzie beth betty eliza bess libby",
    "margaret maggie meg peggy madge",
    "katherine kate katie kathy kitty",
    "catherine cathy kate katie",
    "deborah deb debbie",
    "barbara barb babs",
    "susan sue susie",
    "jennifer jen jenny",
    "rebecca becky becca",
    "jacqueline jackie",
    "victoria vicky tori",
    "bernard bernie",
    "manuel manny",
});

constexpr std::string_view kCommon =
    " abu cho choe choi jo jung chung han john david michael james robert william richard thomas "
    "mark paul peter mary anna maria "
    "jose "
    "juan luis carlos jean pierre michel hans ivan sergei alexander vladimir mohammed muhammad "
    "mohamed mohammad ahmed ahmad ali hassan hasan hussein hussain husayn omar umar ibrahim yusuf "
    "yousef abdullah abdallah khalid khaled said saeed mahmoud mahmud mustafa salim salih saleh "
    "suleiman ismail karim hamid rashid jamal kamal nasser musa isa daoud dawud amin aziz "
    "iqbal hafiz yahya kim "
    "lee li "
    "park wang zhang chen liu yang huang zhao wu zhou xu sun ma zhu hu lin guo he gao luo nguyen "
    "tran "
    "le pham singh kumar khan sharma garcia rodriguez martinez hernandez lopez gonzalez perez "
    "sanchez ramirez torres flores smith johnson williams brown jones miller davis wilson anderson "
    "taylor moore martin jackson white harris clark lewis silva santos fernandez gomez diaz ";

// "common" is true for words of kCommon.
using Facts = std::unordered_map<std::string_view, NameFacts>;

void put(NameFacts::Rows& rows, std::uint16_t row) {
  const auto free = std::find(rows.begin(), rows.end(), std::uint16_t{0});
  if (free != rows.end()) *free = row;
}

// Calls visit(word, number of its row, from 1).
template <typename Table, typename Visit>
void each_word(const Table& table, const Visit& visit) {
  std::uint16_t number = 0;
  for (const std::string_view row : table) {
    ++number;
    for (const std::string_view word : split(row, ' ')) {
      if (!word.empty()) visit(word, number);
    }
  }
}

Facts all_facts() {
  Facts facts;
  each_word(kFamilies, [&](std::string_view word, auto row) { facts[word].family = row; });
  each_word(kNicknames, [&](std::string_view word, auto row) { put(facts[word].nicknames, row); });
  each_word(kDifferentPairs,
            [&](std::string_view word, auto row) { put(facts[word].distinct, row); });
  each_word(std::array{kCommon}, [&](std::string_view word, auto) { facts[word].common = true; });
  return facts;
}

bool share_row(const NameFacts::Rows& a, const NameFacts::Rows& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint16_t row) {
    return row != 0 && std::find(b.begin(), b.end(), row) != b.end();
  });
}

}  // namespace

NameFacts facts_of_name(std::string_view folded) {
  static const Facts kFacts = all_facts();
  const auto at = kFacts.find(folded);
  return at == kFacts.end() ? NameFacts{} : at->second;
}

Kinship kinship(const NameFacts& a, const NameFacts& b) {
  const bool both_known = a.family != 0 && b.family != 0;
  if (both_known && a.family == b.family) return Kinship::kSame;
  if (share_row(a.nicknames, b.nicknames)) return Kinship::kNickname;
  return both_known || share_row(a.distinct, b.distinct) ? Kinship::kDifferent : Kinship::kUnknown;
}

}  // namespace dateline::names

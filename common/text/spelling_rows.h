// The words that Britain and America spell differently, reviewed one by one; spelling.cc tells how
// the rows are read. What is a matter of endings alone (-ise and -ize) is a rule there.
//
// Left apart on purpose, because one of the two is also another word of the news: tyre (the city)
// and tire, cheque and check, kerb and curb, storey and story, draught and draft, vice and vise,
// racquet and racket, dyke and dike, prise and prize, tonne and ton, prologue and prolog, louvre
// (the museum) and louver, timbre and timber.
#pragma once

#include <array>
#include <string_view>

namespace dateline::text {

struct SpellingRow {
  std::string_view british;
  std::string_view american;
  std::string_view tails;  // what may follow, parted by spaces, "-" for nothing; or kAnyTail
};

inline constexpr std::string_view kAnyTail = "*";
inline constexpr std::string_view kAlone = "-";
inline constexpr std::string_view kNoun = "- s";
inline constexpr std::string_view kDoubled = "ed ing ings er ers or ors";
inline constexpr std::string_view kUndoubled = "- s ment ments";

// What a row's word may be written on to.
inline constexpr auto kSpellingPrefixes = std::to_array<std::string_view>(
    {"amphi",   "anti",  "be",     "bi",    "centi", "counter", "de",   "deci",  "dis",
     "electro", "epi",   "giga",   "hyper", "hypo",  "inter",   "kilo", "mega",  "micro",
     "milli",   "mis",   "mono",   "multi", "nano",  "neo",     "non",  "out",   "over",
     "post",    "pre",   "psycho", "re",    "self",  "semi",    "sub",  "super", "techni",
     "tri",     "ultra", "un",     "under", "water"});

// clang-format off
inline constexpr auto kSpellingRows = std::to_array<SpellingRow>({
    // -our, -or
    {"arbour", "arbor", kNoun},             {"ardour", "ardor", kNoun},
    {"armour", "armor", kAnyTail},          {"behaviour", "behavior", kAnyTail},
    {"candour", "candor", kAlone},          {"clamour", "clamor", kAnyTail},
    {"clangour", "clangor", kAlone},        {"colour", "color", kAnyTail},
    {"demeanour", "demeanor", kNoun},       {"enamour", "enamor", kAnyTail},
    {"endeavour", "endeavor", kAnyTail},    {"favour", "favor", kAnyTail},
    {"fervour", "fervor", kAlone},          {"flavour", "flavor", kAnyTail},
    {"glamour", "glamor", kAlone},          {"harbour", "harbor", kAnyTail},
    {"honour", "honor", kAnyTail},          {"humour", "humor", kAnyTail},
    {"labour", "labor", "- s ed er ers ing ite ites"},
    {"neighbour", "neighbor", kAnyTail},    {"odour", "odor", "- s less"},
    {"parlour", "parlor", kNoun},           {"rancour", "rancor", kAlone},
    {"rigour", "rigor", kNoun},             {"rumour", "rumor", kAnyTail},
    {"saviour", "savior", kNoun},           {"savour", "savor", "- s ed ing y"},
    {"splendour", "splendor", kNoun},       {"succour", "succor", "- ed ing"},
    {"tumour", "tumor", kNoun},             {"valour", "valor", kAlone},
    {"vapour", "vapor", kNoun},             {"vigour", "vigor", kAlone},

    // -re, -er
    {"accoutrement", "accouterment", kNoun}, {"calibre", "caliber", kNoun},
    {"centr", "center", "ed ing"},          {"centre", "center", kAnyTail},
    {"fibre", "fiber", kAnyTail},           {"goitre", "goiter", kNoun},
    {"litre", "liter", kNoun},              {"lustre", "luster", kAnyTail},
    {"manoeuvr", "maneuver", "ed ing able ability"},
    {"manoeuvre", "maneuver", kNoun},       {"meagre", "meager", kAnyTail},
    {"metre", "meter", kNoun},              {"mitre", "miter", kNoun},
    {"ochre", "ocher", kNoun},              {"reconnoitr", "reconnoiter", "ed ing"},
    {"reconnoitre", "reconnoiter", kNoun},  {"sabre", "saber", kNoun},
    {"sceptre", "scepter", kNoun},          {"sepulchre", "sepulcher", kNoun},
    {"sombre", "somber", kAnyTail},         {"spectre", "specter", kNoun},
    {"theatre", "theater", kAnyTail},

    // -ce, -se; -yse, -yze
    {"analys", "analyz", "e ed es er ers ing able"},
    {"breathalys", "breathalyz", "e ed er ers ing"},
    {"catalys", "catalyz", "e ed es er ers ing"},
    {"defence", "defense", kAnyTail},       {"dialys", "dialyz", "e ed er ers ing"},
    {"electrolys", "electrolyz", "e ed ing"},
    {"hydrolys", "hydrolyz", "e ed ing"},   {"licenc", "licens", "e es ed ing ee ees"},
    {"offence", "offense", kNoun},          {"paralys", "paralyz", "e ed es ing ingly"},
    {"practis", "practic", "e es ed ing"},  {"pretence", "pretense", kNoun},

    // -ll-, -l- before an ending
    {"barrell", "barrel", kDoubled},        {"bevell", "bevel", kDoubled},
    {"cancell", "cancel", kDoubled},        {"caroll", "carol", kDoubled},
    {"channell", "channel", kDoubled},      {"chisell", "chisel", kDoubled},
    {"councillor", "councilor", kNoun},     {"counsell", "counsel", kDoubled},
    {"cudgell", "cudgel", kDoubled},        {"devill", "devil", "ed ing ish"},
    {"diall", "dial", kDoubled},            {"dishevell", "dishevel", "ed"},
    {"drivell", "drivel", kDoubled},        {"duell", "duel", "ed ing er ers ist ists"},
    {"enamell", "enamel", kDoubled},        {"equall", "equal", "ed ing er ers"},
    {"fuell", "fuel", kDoubled},            {"funnell", "funnel", kDoubled},
    {"gamboll", "gambol", "ed ing"},        {"grovell", "grovel", kDoubled},
    {"imperill", "imperil", "ed ing"},      {"initiall", "initial", "ed ing"},
    {"jewell", "jewel", "ed er ers"},       {"jewellery", "jewelry", kAlone},
    {"labell", "label", kDoubled},          {"levell", "level", kDoubled},
    {"libell", "libel", "ed ing er ers ous"}, {"marshall", "marshal", "ed ing"},
    {"marvell", "marvel", "ed ing ous ously"}, {"medall", "medal", "ed ist ists"},
    {"modell", "model", kDoubled},          {"panell", "panel", "ed ing ist ists"},
    {"parcell", "parcel", "ed ing"},        {"pedall", "pedal", "ed ing er ers"},
    {"pencill", "pencil", "ed ing"},        {"pummell", "pummel", "ed ing"},
    {"quarrell", "quarrel", "ed ing"},      {"rivall", "rival", "ed ing"},
    {"shovell", "shovel", kDoubled},        {"shrivell", "shrivel", "ed ing"},
    {"signall", "signal", "ed ing er ers"}, {"snivell", "snivel", kDoubled},
    {"snorkell", "snorkel", kDoubled},      {"spirall", "spiral", "ed ing"},
    {"stencill", "stencil", "ed ing"},      {"swivell", "swivel", "ed ing"},
    {"totall", "total", "ed ing"},          {"towell", "towel", "ed ing"},
    {"tranquill", "tranquil", "ity ise ised iser isers ize ized izer izers"},
    {"travell", "travel", kDoubled},        {"trowell", "trowel", "ed ing"},
    {"tunnell", "tunnel", kDoubled},        {"unravell", "unravel", "ed ing"},
    {"woollen", "woolen", kNoun},           {"yodell", "yodel", kDoubled},

    // -l, -ll at the end
    {"appal", "appall", kNoun},             {"distil", "distill", kNoun},
    {"enrol", "enroll", kUndoubled},        {"enthral", "enthrall", kUndoubled},
    {"fulfil", "fulfill", kUndoubled},      {"instal", "install", kUndoubled},
    {"instil", "instill", kNoun},           {"skilful", "skillful", kAnyTail},
    {"wilful", "willful", kAnyTail},

    // other doubled letters
    {"benefitt", "benefit", "ed ing"},      {"biass", "bias", "ed es"},
    {"carburettor", "carburetor", kNoun},   {"chilli", "chili", "- s es"},
    {"focuss", "focus", "ed es ing"},       {"gramme", "gram", kNoun},
    {"guerrilla", "guerilla", kNoun},       {"kidnapp", "kidnap", kDoubled},
    {"omelette", "omelet", kNoun},          {"programme", "program", kNoun},
    {"waggon", "wagon", kNoun},             {"worshipp", "worship", "ed ing er ers"},

    // -ogue, -og
    {"analogue", "analog", kNoun},          {"catalogu", "catalog", "ed ing er ers"},
    {"catalogue", "catalog", kNoun},        {"demagogue", "demagog", kNoun},
    {"dialogue", "dialog", kNoun},          {"epilogue", "epilog", kNoun},
    {"monologue", "monolog", kNoun},        {"travelogue", "travelog", kNoun},

    // ae, oe
    {"aeon", "eon", kNoun},                 {"aesthet", "esthet", kAnyTail},
    {"amoeba", "ameba", kNoun},             {"anaemi", "anemi", "a as c"},
    {"anaesth", "anesth", kAnyTail},        {"apnoea", "apnea", kAlone},
    {"archaeolog", "archeolog", kAnyTail},  {"caesarean", "cesarean", kNoun},
    {"caesium", "cesium", kAlone},          {"coeliac", "celiac", kNoun},
    {"diarrhoea", "diarrhea", kAnyTail},    {"encyclopaed", "encycloped", kAnyTail},
    {"faecal", "fecal", kAlone},            {"faeces", "feces", kAlone},
    {"foetal", "fetal", kAlone},            {"foetus", "fetus", "- es"},
    {"glycaemi", "glycemi", "a c"},         {"gonorrhoea", "gonorrhea", kAlone},
    {"gynaecolog", "gynecolog", kAnyTail},  {"haemat", "hemat", kAnyTail},
    {"haemo", "hemo", kAnyTail},            {"haemorrh", "hemorrh", kAnyTail},
    {"homoeopath", "homeopath", kAnyTail},  {"ischaemi", "ischemi", "a c"},
    {"leukaemi", "leukemi", "a as c"},      {"mediaeval", "medieval", kAnyTail},
    {"oedema", "edema", kNoun},             {"oesophag", "esophag", kAnyTail},
    {"oestrogen", "estrogen", kNoun},       {"orthopaed", "orthoped", kAnyTail},
    {"paediatr", "pediatr", kAnyTail},      {"paedophil", "pedophil", kAnyTail},
    {"palaeo", "paleo", kAnyTail},          {"primaeval", "primeval", kAlone},
    {"septicaemia", "septicemia", kAlone},

    // -e- before an ending
    {"acknowledgement", "acknowledgment", kNoun}, {"ageing", "aging", kAlone},
    {"judgement", "judgment", kAnyTail},    {"likeable", "likable", kAlone},
    {"liveable", "livable", kAlone},        {"lodgement", "lodgment", kNoun},
    {"loveable", "lovable", kAlone},        {"saleable", "salable", kAlone},
    {"shakeable", "shakable", kAlone},      {"sizeable", "sizable", kAlone},

    // one by one
    {"aeroplane", "airplane", kNoun},       {"aluminium", "aluminum", kAlone},
    {"artefact", "artifact", kNoun},        {"axe", "ax", kAlone},
    {"barbeque", "barbecue", "- s d"},      {"behove", "behoove", "- s d"},
    {"burnt", "burned", kAlone},            {"cauldron", "caldron", kNoun},
    {"chequered", "checkered", kAlone},     {"connexion", "connection", kNoun},
    {"cosi", "cozi", "er est ly ness"},     {"cosy", "cozy", kAlone},
    {"cypher", "cipher", "- s ed ing"},     {"despatch", "dispatch", "- es ed ing er ers"},
    {"disc", "disk", kNoun},                {"doughnut", "donut", kNoun},
    {"dreamt", "dreamed", kAlone},          {"enquir", "inquir", "e es ed ing y ies er ers"},
    {"furore", "furor", kAlone},            {"gaol", "jail", "- s ed er ers"},
    {"gipsies", "gypsies", kAlone},         {"gipsy", "gypsy", kAlone},
    {"grey", "gray", "- s er est ish ing ed"}, {"haulier", "hauler", kNoun},
    {"inflexion", "inflection", kNoun},     {"leapt", "leaped", kAlone},
    {"learnt", "learned", kAlone},          {"liquorice", "licorice", kAlone},
    {"mollusc", "mollusk", kNoun},          {"mould", "mold", "- s ed ing ings y"},
    {"moult", "molt", "- s ed ing"},        {"moustache", "mustache", "- s d"},
    {"pedlar", "peddler", kNoun},           {"phoney", "phony", kAlone},
    {"plough", "plow", "- s ed ing man men share shares"},
    {"pyjama", "pajama", kNoun},            {"sceptic", "skeptic", kAnyTail},
    {"smoulder", "smolder", "- s ed ing"},  {"specialities", "specialties", kAlone},
    {"speciality", "specialty", kAlone},    {"spilt", "spilled", kAlone},
    {"spoilt", "spoiled", kAlone},          {"sulph", "sulf", kAnyTail},
    {"syphon", "siphon", "- s ed ing"},     {"titbit", "tidbit", kNoun},
    {"tsar", "czar", kAnyTail},             {"whisky", "whiskey", kAlone},
    {"yoghurt", "yogurt", kNoun},
});
// clang-format on

}  // namespace dateline::text

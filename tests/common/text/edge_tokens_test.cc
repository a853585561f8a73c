// Signs that bind and signs that part, as news uses them.
#include "tests/common/text/token_rows.h"

namespace dateline::text::edge_tokens_test {
namespace {

// Only those that papers write so: initials before a name stay words of their own.
TEST(Tokens, AcronymsWrittenWithSpacesAreOneWord) {
  expect_tokens({
      {"U. S. troops", "us@1 us.@1[precise] troops@2"},
      {"the U. S. A. and the U. N.",
       "the@1 usa@2 us.@2[precise] us@2[solid] and@3 the@4 un@5 un.@5[precise]"},
      {"U. S. S. R. premier", "ussr@1 premier@2"},
      {"U. S.-led force",
       "us@1 usled@1-2[solid] us-led@1-2[hyphenated] us.@1[precise] led@2 force@3"},
      {"U. S.'s role", "us@1 us.@1[precise] role@2"},
      {"J. K. Rowling", "j@1 k@2 rowling@3"},
      {"George H. W. Bush", "george@1 h@2 w@3 bush@4"},
      {"u. s. Steel", "u@1 s@2 steel@3"},
      {"U. S Steel", "u@1 s@2 steel@3"},
      {"Plan B. Then C. followed", "plan@1 b@2 then@3 c@4 followed@5"},
      {"U. K. and E. E. C.", "uk@1 and@2 eec@3"},
  });
}

TEST(Tokens, TheCountryIsOneHoweverItIsWritten) {
  expect_tokens({
      {"USA Today", "usa@1 us.@1[precise] us@1[solid] today@2"},
      {"usa vs USSR", "usa@1 us.@1[precise] us@1[solid] vs@2 ussr@3"},
      {"US$5m", "us@1 us.@1[precise] 5m@2"},
      {"U.S.-Mexico border",
       "us@1 usmexico@1-2[solid] us-mexico@1-2[hyphenated] us.@1[precise] mexico@2 border@3"},
      {"in the US, says us", "in@1 the@2 us@3 us.@3[precise] says@4 us@5"},
  });
}

TEST(Tokens, AcronymsThatAreWordsAreToldByTheirCapitals) {
  expect_tokens({
      {"CIA, C.I.A. and cia", "cia@1 cia@2 and@3 cia@4"},
      {"EU E.U. eu", "eu@1 eu.@1[precise] eu@2 eu.@2[precise] eu@3"},
      {"the ICE raid on ice", "the@1 ice@2 ice.@2[precise] raid@3 on@4 ice@5"},
  });
}

TEST(Tokens, AmpersandsBindInitials) {
  expect_tokens({
      {"at&t and ATT", "at&t@1 att@1[solid] and@2 att@3"},
      {"S&P 500", "s&p@1 500@2"},
      {"B&B's", "b&b@1"},
      {"A & E", "a@1 e@2"},
      {"M&Ms", "m&ms@1 mms@1[solid]"},
  });
}

TEST(Tokens, NamesOfCodeTagsAndAddresses) {
  expect_tokens({
      {"C++ and c++", "c@1 c++@1[precise] and@2 c@3 c++@3[precise]"},
      {".NET node.js", "net@1 node@2 js@3"},
      {"#BlackLivesMatter's", "blacklivesmatter@1 #blacklivesmatter@1[precise]"},
      {"##double", "double@1 #double@1[precise]"},
      {"#", ""},
      {"@user@host", "user@1 @user@1[precise] host@2"},
      {"reply to @a_b.", "reply@1 to@2 a@3 @a_b@3-4[precise] b@4"},
      {"foo.bar@example.co.uk,",
       "foo@1 foo.bar@example.co.uk@1-5[precise] bar@2 example@3 co@4 uk@5"},
      {"info@bücher.example", "info@1 bucher@2 buecher@2[solid] example@3"},
      {"@user's", "user@1 @user@1[precise]"},
      {"#MeToo2020", "metoo2020@1 #metoo2020@1[precise]"},
  });
}

TEST(Tokens, AmountsAreTheirNumbers) {
  expect_tokens({
      {"$5m £2.5bn €1,5", "5m@1 2.5bn@2 1@3 5@4"},
      {"2.5%-3%", "2.5@1 3@2"},
      {"1,000,000.00", "1000000.00@1"},
      {"5,000s", "5000s@1"},
      {"12:30pm 7.30 a.m.", "12@1 30pm@2 7.30@3 am@4"},
  });
}

TEST(Tokens, PossessivesOfNumbersInCompoundsGo) {
  expect_tokens({
      {"9/11's", "9@1 9/11@1-2[precise] 11@2"},
      {"9-11's", "9@1 9-11@1-2[hyphenated] 11@2"},
      {"COVID-19's", "covid@1 covid19@1-2[solid] covid-19@1-2[hyphenated] 19@2"},
      {"F-35’s role", "f@1 f35@1-2[solid] f-35@1-2[hyphenated] 35@2 role@3"},
      {"1990's", "1990s@1"},
      {"the G-7's", "the@1 g@2 g7@2-3[solid] g-7@2-3[hyphenated] 7@3"},
  });
}

TEST(Tokens, PluralsOfAcronymsAndModelsAreOfOne) {
  expect_tokens({
      {"MPs, NGOs", "mps@1 mp@1[solid] ngos@2 ngo@2[solid]"},
      {"MPs' and MP’s", "mps@1 mp@1[solid] and@2 mp@3"},
      {"M.P.s", "mps@1 mp@1[solid]"},
      {"five 737s", "five@1 737s@2 737@2[solid]"},
      {"A320s", "a320s@1 a320@1[solid]"},
      {"the 1990s and '90s", "the@1 1990s@2 and@3 90s@4"},
      {"iPhone 6s", "iphone@1 6s@2"},
      {"GPS", "gps@1"},
      {"mid-90s", "mid@1 mid90s@1-2[solid] mid-90s@1-2[hyphenated] 90s@2"},
  });
}

TEST(Tokens, AnApostropheBeforeAYearIsNoPartOfTheWord) {
  expect_tokens({
      {"ABC'13 Expo’67", "abc@1 13@2 expo@3 67@4"},
      {"Expo'2020, the mid'90s", "expo@1 2020@2 the@3 mid@4 90s@5"},
      {"class of '99", "class@1 of@2 99@3"},
      {"‘99 ’20s", "99@1 20s@2"},
      {"dell'11 settembre", "dell11@1 settembre@2"},
      {"O'2 Sana'a", "o2@1 sanaa@2"},
  });
}

TEST(Tokens, AnAndBetweenApostrophesBindsWords) {
  expect_tokens({
      {"rock'n'roll", "rock@1 rocknroll@1-3[solid] rock-n-roll@1-3[hyphenated] n@2 roll@3"},
      {"Rock’N’Roll", "rock@1 rocknroll@1-3[solid] rock-n-roll@1-3[hyphenated] n@2 roll@3"},
      {"rock ’n’ roll", "rock@1 n@2 roll@3"},
      {"rock 'n roll", "rock@1 n@2 roll@3"},
      {"didn't", "didnt@1"},
  });
}

TEST(Tokens, UmlautsAreSpelledOutToo) {
  expect_tokens({
      {"Müller", "muller@1 mueller@1[solid]"},
      {"GÖRING'S", "goring@1 goering@1[solid]"},
      {"Straße", "strasse@1"},
      {"does blue Israel", "does@1 blue@2 israel@3"},
  });
}

TEST(Tokens, NumbersThatSignsBind) {
  expect_tokens({
      {"24/7 service", "24@1 24/7@1-2[precise] 7@2 service@3"},
      {"50/50", "50@1 50/50@1-2[precise] 50@2"},
      {"1/2", "1@1 1/2@1-2[precise] 2@2"},
      {"COVID\u201119", "covid@1 covid19@1-2[solid] covid-19@1-2[hyphenated] 19@2"},
      {"Covid 19", "covid@1 19@2"},
      {"MH17 MH-17", "mh17@1 mh@2 mh17@2-3[solid] mh-17@2-3[hyphenated] 17@3"},
      {"Boeing 737-800", "boeing@1 737@2 737-800@2-3[hyphenated] 800@3"},
      {"B-52s",
       "b@1 b52s@1-2[solid] b-52s@1-2[hyphenated] b52@1-2[solid] b-52@1-2[hyphenated] 52s@2 "
       "52@2[solid]"},
      {"AK-47", "ak@1 ak47@1-2[solid] ak-47@1-2[hyphenated] 47@2"},
      {"4-4-2", "4@1 4-4-2@1-3[hyphenated] 4@2 2@3"},
      {"2-1", "2@1 2-1@1-2[hyphenated] 1@2"},
      {"2020–21", "2020@1 2020-21@1-2[hyphenated] 21@2"},
      {"pages 5–10", "pages@1 5@2 5-10@2-3[hyphenated] 10@3"},
  });
}

TEST(Tokens, HyphensOfAllKindsBind) {
  expect_tokens({
      {"state–of–the–art",
       "state@1 stateoftheart@1-4[solid] state-of-the-art@1-4[hyphenated] of@2 the@3 art@4"},
      {"mother\u2010in\u2010law",
       "mother@1 motherinlaw@1-3[solid] mother-in-law@1-3[hyphenated] in@2 law@3"},
      {"co-op coop", "co@1 coop@1-2[solid] co-op@1-2[hyphenated] op@2 coop@3"},
      {"e-mail email", "e@1 email@1-2[solid] e-mail@1-2[hyphenated] mail@2 email@3"},
      {"x-ray", "x@1 xray@1-2[solid] x-ray@1-2[hyphenated] ray@2"},
      {"pro-Trump, anti-Trump",
       "pro@1 protrump@1-2[solid] pro-trump@1-2[hyphenated] trump@2 anti@3 antitrump@3-4[solid] "
       "anti-trump@3-4[hyphenated] trump@4"},
      {"ex-", "ex@1"},
      {"-ish", "ish@1"},
      {"re-re-election",
       "re@1 rereelection@1-3[solid] re-re-election@1-3[hyphenated] re@2 election@3"},
  });
}

TEST(Tokens, TypographyMakesNoDifference) {
  expect_tokens({
      {"non\u00ADbinding", "nonbinding@1"},
      {"zero\u200Bwidth\u200Cjoin‍er", "zerowidthjoiner@1"},
      {"café café CAFÉ", "cafe@1 cafe@2 cafe@3"},
      {"Ångström Å ℃", "angstrom@1 aangstroem@1[solid] a@2"},
      {"ﬂuﬀy oﬃce", "fluffy@1 office@2"},
      {"①②③ Ⅷ x²", "123@1 viii@2 x2@3"},
      {"Ｗｉｄｅ\u3000ｗｏｒｄｓ", "wide@1 words@2"},
      {"'quoted'", "quoted@1"},
      {"“smart” ‘single’", "smart@1 single@2"},
  });
}

TEST(Tokens, ApostrophesEndOrBind) {
  expect_tokens({
      {"rock ’n’ roll", "rock@1 n@2 roll@3"},
      {"Dow Jones’ index", "dow@1 jones@2 index@3"},
      {"boys' and girl's", "boys@1 and@2 girl@3"},
      {"the '60s", "the@1 60s@2"},
      {"o'clock", "oclock@1"},
      {"Côte d'Ivoire's", "cote@1 ivoire@2 divoire@2[solid]"},
      {"Hawai‘i Qatar's", "hawaii@1 qatar@2"},
      {"M'Bappé N'Golo", "mbappe@1 ngolo@2"},
      {"D’Artagnan", "dartagnan@1"},
      {"it’ll she’d we’ve", "it@1 she@2 we@3"},
      {"y’all", "yall@1"},
      {"McDonald's", "mcdonald@1"},
      {"DON'T don’t", "dont@1 dont@2"},
  });
}

TEST(Tokens, FullStopsEndWordsAndAbbreviations) {
  expect_tokens({
      {"e.g., i.e. etc.", "eg@1 ie@2 etc@3"},
      {"Ph.D.s", "phd@1 s@2"},
      {"St. Petersburg", "st@1 petersburg@2"},
      {"No. 10", "no@1 10@2"},
      {"vs. v.", "vs@1 v@2"},
      {"wait...what", "wait@1 what@2"},
  });
}

TEST(Tokens, OtherSignsPartWords) {
  expect_tokens({
      {"one,two;three:four", "one@1 two@2 three@3 four@4"},
      {"a/b testing", "a@1 b@2 testing@3"},
      {"he/she", "he@1 she@2"},
      {"his—her—their", "his@1 her@2 their@3"},
      {"<b>bold</b>", "b@1 bold@2 b@3"},
      {"snake_case.txt", "snake@1 case@2 txt@3"},
      {"key=value", "key@1 value@2"},
      {"50%+1", "50@1 1@2"},
      {"~approx", "approx@1"},
  });
}

TEST(Tokens, AddressesOfPagesAreTheirWords) {
  expect_tokens({
      {"http://a.example/b-c?d=e&f=5",
       "a@1 example@2 b@3 bc@3-4[solid] b-c@3-4[hyphenated] c@4 d@5 e&f@6 5@7"},
      {"www.example.com/Über", "www@1 example@2 com@3 uber@4 ueber@4[solid]"},
      {"ftp://x.org", "x@1 org@2"},
      {"mailto:a@b.org", "mailto@1 a@2 a@b.org@2-4[precise] b@3 org@4"},
  });
}

}  // namespace
}  // namespace dateline::text::edge_tokens_test

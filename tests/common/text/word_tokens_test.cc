// Words and their tokens: case, accents, apostrophes, compounds, acronyms.
#include "tests/common/text/token_rows.h"

namespace dateline::text::word_tokens_test {
namespace {

TEST(Tokens, WordsEndAtSpacesAndPunctuation) {
  expect_tokens({
      {"Iraq", "iraq@1"},
      {"The troops left.", "the@1 troops@2 left@3"},
      {"one  two\tthree", "one@1 two@2 three@3"},
      {"end.Start", "end@1 start@2"},
      {"yes/no", "yes@1 no@2"},
      {"word…word", "word@1 word@2"},
      {"(in brackets) [and] {more}", "in@1 brackets@2 and@3 more@4"},
      {"\"quoted words\"", "quoted@1 words@2"},
      {"“typographic quotes” «guillemets»", "typographic@1 quotes@2 guillemets@3"},
      {"snake_case", "snake@1 case@2"},
      {"100% sure", "100@1 sure@2"},
  });
}

TEST(Tokens, CaseIsFolded) {
  expect_tokens({
      {"PENTAGON", "pentagon@1"},
      {"McDonald", "mcdonald@1"},
      {"iPhone", "iphone@1"},
  });
}

TEST(Tokens, AccentsAndSpecialLettersAreFolded) {
  expect_tokens({
      {"Erdoğan and Erdogan", "erdogan@1 and@2 erdogan@3"},
      {"naïve café", "naive@1 cafe@2"},
      {"Straße", "strasse@1"},
      {"Łódź Đorđe Ærø", "lodz@1 dorde@2 aero@3 aeroe@3[solid]"},
      {"cœur ﬁnal", "coeur@1 final@2"},
      {"İstanbul Diyarbakır", "istanbul@1 diyarbakir@2"},
      {"e\u0301lan", "elan@1"},
      {"Nguyễn Văn Thiệu", "nguyen@1 van@2 thieu@3"},
  });
}

TEST(Tokens, InvisibleCharactersDoNotPartWords) {
  expect_tokens({
      {"co\u00ADop\u00ADer\u00ADate", "cooperate@1"},
      {"zero\u200Bwidth", "zerowidth@1"},
      {"\uFEFFbom", "bom@1"},
      {"می\u200Cخواهم", "ميخواهم@1"},
  });
}

TEST(Tokens, PossessivesAreTheWordThatPossesses) {
  expect_tokens({
      {"Iraq's troops", "iraq@1 troops@2"},
      {"Iraq’s troops", "iraq@1 troops@2"},
      {"IRAQ'S TROOPS", "iraq@1 troops@2"},
      {"states' rights", "states@1 rights@2"},
      {"states’ rights", "states@1 rights@2"},
      {"James's", "james@1"},
      {"Iraq`s Iraq´s", "iraq@1 iraq@2"},
      {"the US's role", "the@1 us@2 us.@2[precise] role@3"},
      {"1990's", "1990s@1"},
      {"747s", "747s@1 747@1[solid]"},
      {"it's who's", "it@1 who@2"},
  });
}

TEST(Tokens, VerbsWrittenOnToPronounsGo) {
  expect_tokens({
      {"we're they'll I've he'd I'm", "we@1 they@2 i@3 he@4 i@5"},
      {"don’t can't won't", "dont@1 cant@2 wont@3"},
      {"y'all'd", "yall@1"},
      {"rock'n'roll", "rock@1 rocknroll@1-3[solid] rock-n-roll@1-3[hyphenated] n@2 roll@3"},
      {"'tis 'em", "tis@1 em@2"},
  });
}

TEST(Tokens, ApostrophesInsideNamesVanish) {
  expect_tokens({
      {"O'Neill", "oneill@1"},
      {"O’NEILL", "oneill@1"},
      {"D'Amato", "damato@1"},
      {"Qur'an", "quran@1"},
      {"Shi'ite", "shiite@1"},
      {"Sana'a", "sanaa@1"},
      {"Sanaʿa", "sanaa@1"},
      {"Hawaiʻi", "hawaii@1"},
      {"Sa'd", "sad@1"},
      {"Xi'an", "xian@1"},
  });
}

TEST(Tokens, TurkishCaseEndingsLeaveTheName) {
  expect_tokens({
      {"Ankara'da", "ankara@1 ankarada@1[solid]"},
      {"Türkiye’nin", "turkiye@1 turkiyenin@1[solid] tuerkiye@1[solid]"},
      {"İSTANBUL'A", "istanbul@1 istanbula@1[solid]"},
      {"Erdoğan'ın", "erdogan@1 erdoganin@1[solid]"},
      {"2020'de", "2020@1 2020de@1[solid]"},
      {"ankara'da", "ankarada@1"},
      {"Moloka'i Sana'a Shi'a Jum'a", "molokai@1 sanaa@2 shia@3 juma@4"},
      {"Isma'il Quelqu'un Int'l", "ismail@1 quelquun@2 intl@3"},
  });
}

TEST(Tokens, ElidedArticlesAndPrepositionsGoNamesAreFoundInOnePieceToo) {
  expect_tokens({
      {"l'Élysée", "elysee@1 lelysee@1[solid]"},
      {"L’Oréal", "oreal@1 loreal@1[solid]"},
      {"d'Artagnan", "artagnan@1 dartagnan@1[solid]"},
      {"D'AFRIQUE", "afrique@1 dafrique@1[solid]"},
      {"l'une", "une@1"},
      {"qu'il", "il@1"},
      {"jusqu'au", "au@1"},
      {"dell'Umbria", "umbria@1 dellumbria@1[solid]"},
      {"aujourd'hui", "aujourdhui@1"},
      {"l'homme", "homme@1"},
      {"s'il", "il@1"},
  });
}

TEST(Tokens, CompoundsAreTheirPartsAndOnePiece) {
  expect_tokens({
      {"non-binding", "non@1 nonbinding@1-2[solid] non-binding@1-2[hyphenated] binding@2"},
      {"nonbinding", "nonbinding@1"},
      {"Non‐Binding", "non@1 nonbinding@1-2[solid] non-binding@1-2[hyphenated] binding@2"},
      {"non\u2011binding", "non@1 nonbinding@1-2[solid] non-binding@1-2[hyphenated] binding@2"},
      {"state-of-the-art",
       "state@1 stateoftheart@1-4[solid] state-of-the-art@1-4[hyphenated] of@2 the@3 art@4"},
      {"re-elected", "re@1 reelected@1-2[solid] re-elected@1-2[hyphenated] elected@2"},
      {"e-mail T-shirt",
       "e@1 email@1-2[solid] e-mail@1-2[hyphenated] mail@2 t@3 tshirt@3-4[solid] "
       "t-shirt@3-4[hyphenated] shirt@4"},
      {"pre- and post-war", "pre@1 and@2 post@3 postwar@3-4[solid] post-war@3-4[hyphenated] war@4"},
      {"Anglo-Saxon's", "anglo@1 anglosaxon@1-2[solid] anglo-saxon@1-2[hyphenated] saxon@2"},
      {"mother-in-law’s",
       "mother@1 motherinlaw@1-3[solid] mother-in-law@1-3[hyphenated] in@2 law@3"},
      {"Jean-Luc Mélenchon",
       "jean@1 jeanluc@1-2[solid] jean-luc@1-2[hyphenated] luc@2 melenchon@3"},
      {"Paris–Dakar", "paris@1 parisdakar@1-2[solid] paris-dakar@1-2[hyphenated] dakar@2"},
      {"word—word", "word@1 word@2"},
      {"word--word", "word@1 word@2"},
      {"word - word", "word@1 word@2"},
      {"-led", "led@1"},
      {"24-hour", "24@1 24hour@1-2[solid] 24-hour@1-2[hyphenated] hour@2"},
      {"19-year-old", "19@1 19yearold@1-3[solid] 19-year-old@1-3[hyphenated] year@2 old@3"},
      {"al-Qa'ida", "al@1 alqaida@1-2[solid] al-qaida@1-2[hyphenated] qaida@2"},
      {"a-b-c-d-e-f-g-h-i",
       "a@1 abcdefgh@1-8[solid] a-b-c-d-e-f-g-h@1-8[hyphenated] b@2 c@3 d@4 e@5 f@6 g@7 h@8 i@9"},
  });
}

TEST(Tokens, AcronymsAreOneHoweverTheyAreDotted) {
  expect_tokens({
      {"US", "us@1 us.@1[precise]"},
      {"U.S.", "us@1 us.@1[precise]"},
      {"U.S", "us@1 us.@1[precise]"},
      {"u.s.", "us@1 us.@1[precise]"},
      {"us", "us@1"},
      {"Us", "us@1"},
      {"USA", "usa@1 us.@1[precise] us@1[solid]"},
      {"U.S.A.", "usa@1 us.@1[precise] us@1[solid]"},
      {"usa", "usa@1 us.@1[precise] us@1[solid]"},
      {"US-led", "us@1 usled@1-2[solid] us-led@1-2[hyphenated] us.@1[precise] led@2"},
      {"U.S.-led", "us@1 usled@1-2[solid] us-led@1-2[hyphenated] us.@1[precise] led@2"},
      {"U.S.'s", "us@1 us.@1[precise]"},
      {"UN U.N. un", "un@1 un.@1[precise] un@2 un.@2[precise] un@3"},
      {"WHO who", "who@1 who.@1[precise] who@2"},
      {"IT it", "it@1 it.@1[precise] it@2"},
      {"AIDS aids", "aids@1 aids.@1[precise] aids@2"},
      {"AIDS-related",
       "aids@1 aidsrelated@1-2[solid] aids-related@1-2[hyphenated] aids.@1[precise] related@2"},
      {"IT WAS US WHO DID IT",
       "it@1 it.@1[precise] was@2 us@3 us.@3[precise] who@4 who.@4[precise] did@5 it@6 "
       "it.@6[precise]"},
      {"NATO", "nato@1"},
      {"N.A.T.O.", "nato@1"},
      {"F.B.I.", "fbi@1"},
      {"e.g. i.e.", "eg@1 ie@2"},
      {"5 p.m. EST", "5@1 pm@2 est@3"},
      {"Ph.D. M.Sc", "phd@1 msc@2"},
      {"J.K. Rowling", "jk@1 rowling@2"},
      {"J. K. Rowling", "j@1 k@2 rowling@3"},
      {"J.K.Rowling", "jk@1 rowling@2"},
      {"George W. Bush", "george@1 w@2 bush@3"},
      {"С.С.С.Р.", "ссср@1"},
      {"Inc. Corp.", "inc@1 corp@2"},
  });
}

}  // namespace
}  // namespace dateline::text::word_tokens_test

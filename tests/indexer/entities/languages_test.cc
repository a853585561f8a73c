// Names in other languages than English, through the tagger that articles are indexed with. The
// tables know English best, so that a row tells what has to be found of a sentence and what must
// not, and leaves the rest open.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "indexer/entities/joining/document_pass.h"
#include "indexer/entities/model/default_tagger.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::languages_test {
namespace {

struct Sentence {
  const char* text;
  std::vector<std::string> found;  // each among the answers
  std::vector<std::string> never;  // none of them a name, of any kind
};

std::vector<std::string> answers(std::string_view text) {
  std::vector<std::string> out;
  for (const EntitySpan& span : default_tagger().tag(text)) {
    out.push_back(std::string(mark_of(span.type)) + " " +
                  std::string(text.substr(span.begin, span.end - span.begin)));
  }
  return out;
}

void check(const std::vector<Sentence>& sentences) {
  for (const Sentence& row : sentences) {
    const std::vector<std::string> names = answers(row.text);
    const std::string all = join(names, ", ");
    for (const std::string& found : row.found) {
      EXPECT_TRUE(std::find(names.begin(), names.end(), found) != names.end())
          << found << " is not among: " << all;
    }
    for (const std::string& never : row.never) {
      for (const std::string& name : names) {
        EXPECT_NE(name.substr(name.find(' ') + 1), never) << row.text;
      }
    }
    EXPECT_EQ(fault_of_spans(row.text, default_tagger().tag(row.text)), "");
  }
}

TEST(Languages, French) {
  check({
      {"Le président Emmanuel Macron a rencontré les ministres à Paris et il a dit que la France "
       "ne veut pas de la guerre dans le pays.",
       {"person Emmanuel Macron", "place Paris", "place France"},
       {"Le", "président"}},
      {"La ministre Élisabeth Borne est arrivée à Genève avec les députés de son parti, où elle a "
       "parlé de la réforme des retraites.",
       {"person Élisabeth Borne"},
       {"La", "retraites"}},
      {"Selon les Nations unies, des milliers de personnes ont quitté la Côte d'Ivoire pour le "
       "Mali dans les derniers jours.",
       {"place Côte d'Ivoire", "place Mali"},
       {"Selon"}},
  });
}

TEST(Languages, GermanWithItsCapitals) {
  check({
      {"Die Kanzlerin Angela Merkel hat das Gesetz und die Reform mit der Opposition in Berlin "
       "besprochen, aber die Mehrheit ist nicht sicher.",
       {"person Angela Merkel", "place Berlin"},
       {"Kanzlerin", "Gesetz", "Reform", "Opposition", "Mehrheit", "Die"}},
      {"Der Verteidigungsminister Boris Pistorius ist nach Warschau und nach Kiew gereist, wo er "
       "mit den Soldaten der Bundeswehr über die Lage sprach.",
       {"person Boris Pistorius"},
       {"Lage", "Soldaten", "Verteidigungsminister"}},
      {"In der Schweiz und in Österreich ist das Wetter schlecht, und die Straßen sind nach dem "
       "Regen nicht frei.",
       {},
       {"Wetter", "Regen", "Straßen", "In"}},
  });
}

TEST(Languages, Spanish) {
  check({
      {"El presidente Pedro Sánchez viajó a Madrid con los ministros y dijo que no quería hablar "
       "de las elecciones en el país.",
       {"person Pedro Sánchez", "place Madrid"},
       {"El", "elecciones"}},
      {"Andrés Manuel López Obrador habló en la Ciudad de México sobre la frontera con Guatemala "
       "y los migrantes que llegan del sur.",
       {"person Andrés Manuel López Obrador", "place Guatemala"},
       {}},
  });
}

TEST(Languages, ItalianAndPortuguese) {
  check({
      {"Il presidente Sergio Mattarella ha incontrato a Roma i ministri del governo e ha detto "
       "che la crisi non è finita.",
       {"person Sergio Mattarella"},
       {"Il", "crisi"}},
      {"O presidente Luiz Inácio Lula da Silva disse em São Paulo que o governo não vai mudar a "
       "lei este ano.",
       {"place São Paulo"},
       {"O", "lei"}},
  });
}

TEST(Languages, PolishCzechAndTurkishKeepTheirLetters) {
  check({
      {"W tym mieście Łukasz Żak i Andrzej Duda rozmawiali o nowej ustawie, której nikt "
       "jeszcze nie widział.",
       {"person Łukasz Żak", "person Andrzej Duda"},
       {"ustawie"}},
      {"Podle agentur Tomáš Novák včera řekl, že vláda o tom bude jednat až po volbách, které se "
       "konají "
       "na podzim.",
       {"person Tomáš Novák"},
       {"vláda"}},
  });
}

TEST(Languages, OtherAlphabetsWithCapitals) {
  check({
      {"Вчера в город приехал Иван Петров и сказал, что переговоры идут хорошо и скоро закончатся.",
       {"person Иван Петров"},
       {"Вчера", "город"}},
      {"Χθες ο Γιώργος Παπαδόπουλος είπε ότι οι συνομιλίες πάνε καλά και θα τελειώσουν σύντομα.",
       {"person Γιώργος Παπαδόπουλος"},
       {"συνομιλίες"}},
  });
}

TEST(Languages, ScriptsWithoutCapitalsNameNothing) {
  // What tells names here is a capital: without any, silence is better than a guess.
  for (const char* text :
       {"東京で首相が記者会見を開いた。", "قال الرئيس في بغداد إن المحادثات مستمرة",
        "ראש הממשלה אמר בירושלים", "प्रधानमंत्री ने दिल्ली में कहा", "서울에서 대통령이 말했다",
        "นายกรัฐมนตรีกล่าวที่กรุงเทพ"}) {
    EXPECT_TRUE(answers(text).empty()) << text << ": " << join(answers(text), ", ");
  }
}

TEST(Languages, ANameAmongOtherScriptsIsFound) {
  check({{"東京 (Reuters) - 首相は Mark Esper と会談した。", {"person Mark Esper"}, {}}});
}

std::vector<std::string> joined(std::string_view body) {
  Article article;
  article.body = body;
  std::vector<std::string> out;
  for (const Entity& entity : entities_of(article, default_tagger())) {
    out.push_back(entity.name + " " + std::to_string(entity.mentions));
  }
  return out;
}

TEST(Languages, AccentsAndCaseJoinMentions) {
  EXPECT_EQ(joined("Le président Emmanuel Macron a parlé à Paris. Les ministres disent que MACRON "
                   "ne veut pas de la guerre, et que Macron est dans le pays."),
            (std::vector<std::string>{"Emmanuel Macron 3", "Paris 1"}));
  EXPECT_EQ(joined("El presidente Pedro Sánchez viajó con los ministros. Dijo que no quería hablar "
                   "de las elecciones con Pedro Sanchez."),
            (std::vector<std::string>{"Pedro Sánchez 2"}));
}

}  // namespace
}  // namespace dateline::indexer::languages_test

// Stop words by language, folded and sorted. Written for news: words such as "first", "new" and
// "said", which other lists take along, mean something in a headline or a phrase and stay out;
// so do "us", which in a query in small letters is mostly the country, and the month of May.
#pragma once

#include <array>
#include <string_view>

namespace dateline::text {

// clang-format off
inline constexpr auto kEnglishStopWords = std::to_array<std::string_view>({
    "a", "about", "above", "after", "again", "against", "all", "also", "always", "am", "among",
    "an", "and", "another", "any", "are", "arent", "around", "as", "at", "be", "because",
    "been", "before", "being", "below", "between", "both", "but", "by", "can", "cannot", "cant",
    "could", "couldnt", "did", "didnt", "do", "does", "doesnt", "doing", "done", "dont", "down",
    "during", "each", "either", "else", "every", "for", "from", "had", "hadnt", "has", "hasnt",
    "have", "havent", "having", "he", "hence", "her", "here", "hers", "herself", "him",
    "himself", "his", "how", "i", "if", "in", "into", "is", "isnt", "it", "its", "itself", "me",
    "might", "mine", "much", "must", "my", "myself", "neither", "no", "none", "nor", "not",
    "of", "off", "on", "once", "only", "onto", "or", "other", "others", "ought", "our", "ours",
    "ourselves", "out", "over", "own", "per", "same", "she", "should", "shouldnt", "since",
    "so", "some", "such", "than", "that", "the", "their", "theirs", "them", "themselves",
    "then", "there", "therefore", "these", "they", "this", "those", "through", "thus", "to",
    "too", "toward", "towards", "under", "unless", "until", "up", "upon", "very", "was",
    "wasnt", "we", "were", "werent", "what", "when", "where", "whereas", "whether", "which",
    "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "wont",
    "would", "wouldnt", "you", "your", "yours", "yourself", "yourselves"});

inline constexpr auto kGermanStopWords = std::to_array<std::string_view>({
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an",
    "andere", "anderen", "auch", "auf", "aus", "bei", "beim", "bin", "bis", "bist", "da",
    "dabei", "damit", "dann", "das", "dass", "dem", "den", "denn", "der", "des", "dessen",
    "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "du",
    "durch", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "etwas",
    "euch", "euer", "fur", "gegen", "hab", "habe", "haben", "hat", "hatte", "hatten",
    "hier", "hinter", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren",
    "ihrer", "im", "in", "ins", "ist", "ja", "jede", "jedem", "jeden", "jeder", "jedes",
    "kann", "kein", "keine", "keinen", "konnen", "konnte", "man", "mehr", "mein", "meine",
    "mich", "mir", "mit", "muss", "mussen", "nach", "nicht", "nichts", "noch", "nun",
    "nur", "ob", "oder", "ohne", "sehr", "sei", "sein", "seine", "seinem", "seinen",
    "seiner", "seit", "sich", "sie", "sind", "so", "soll", "sollen", "sollte", "sondern",
    "sowie", "uber", "um", "und", "uns", "unser", "unter", "viel", "vom", "von", "vor",
    "wahrend", "war", "waren", "warum", "was", "weil", "welche", "wenn", "wer", "werden",
    "wie", "wieder", "will", "wir", "wird", "wo", "wollen", "wurde", "wurden", "zu", "zum",
    "zur", "zwischen"});

inline constexpr auto kFrenchStopWords = std::to_array<std::string_view>({
    "a", "ai", "alors", "apres", "au", "aucun", "aussi", "autre", "autres", "aux", "avait",
    "avant", "avec", "avoir", "c", "car", "ce", "ceci", "cela", "celle", "celles", "celui",
    "ces", "cet", "cette", "ceux", "chez", "comme", "comment", "contre", "d", "dans", "de",
    "depuis", "des", "deux", "donc", "dont", "du", "elle", "elles", "en", "encore",
    "entre", "est", "et", "etaient", "etait", "etant", "ete", "etre", "eu", "eux", "faire",
    "fait", "il", "ils", "j", "je", "jusqu", "l", "la", "le", "les", "leur", "leurs",
    "lors", "lui", "m", "ma", "mais", "me", "meme", "mes", "moi", "moins", "mon", "n",
    "ne", "ni", "non", "nos", "notre", "nous", "on", "ont", "or", "ou", "par", "parce",
    "pas", "pendant", "peu", "peut", "plus", "pour", "pourquoi", "qu", "quand", "que",
    "quel", "quelle", "quelles", "quels", "qui", "s", "sa", "sans", "se", "selon", "sera",
    "ses", "si", "sien", "soi", "soit", "son", "sont", "sous", "sur", "t", "ta", "te",
    "tes", "toi", "ton", "tous", "tout", "toute", "toutes", "tres", "tu", "un", "une",
    "vers", "vos", "votre", "vous", "y"});

inline constexpr auto kSpanishStopWords = std::to_array<std::string_view>({
    "a", "al", "algo", "algun", "alguna", "algunas", "algunos", "ante", "antes", "aquel",
    "aquella", "asi", "aun", "aunque", "bajo", "bien", "cada", "como", "con", "contra",
    "cual", "cuando", "cuanto", "de", "del", "desde", "donde", "dos", "durante", "e", "el",
    "ella", "ellas", "ellos", "en", "entre", "era", "eran", "es", "esa", "esas", "ese",
    "eso", "esos", "esta", "estaba", "estan", "estar", "estas", "este", "esto", "estos",
    "fue", "fueron", "ha", "haber", "habia", "han", "hasta", "hay", "la", "las", "le",
    "les", "lo", "los", "mas", "me", "mi", "mientras", "mis", "mucho", "muy", "nada", "ni",
    "no", "nos", "nosotros", "o", "os", "otra", "otras", "otro", "otros", "para", "pero",
    "poco", "por", "porque", "pues", "que", "quien", "quienes", "se", "sea", "segun",
    "ser", "si", "sido", "sin", "sino", "sobre", "solo", "son", "su", "sus", "tambien",
    "tan", "tanto", "te", "tiene", "tienen", "toda", "todas", "todo", "todos", "tras",
    "tu", "tus", "u", "un", "una", "uno", "unos", "usted", "y", "ya", "yo"});

inline constexpr auto kItalianStopWords = std::to_array<std::string_view>({
    "a", "ad", "agli", "ai", "al", "alla", "alle", "allo", "altri", "altro", "anche",
    "ancora", "c", "che", "chi", "ci", "come", "con", "contro", "cosa", "cosi", "cui", "d",
    "da", "dagli", "dai", "dal", "dalla", "dalle", "dallo", "degli", "dei", "del", "della",
    "delle", "dello", "dentro", "di", "dopo", "dove", "due", "e", "ed", "era", "erano",
    "essere", "fa", "fino", "fra", "fu", "gia", "gli", "ha", "hanno", "ho", "i", "il",
    "in", "io", "l", "la", "le", "lei", "li", "lo", "loro", "lui", "ma", "me", "mentre",
    "mi", "mia", "mio", "molto", "ne", "negli", "nei", "nel", "nella", "nelle", "nello",
    "noi", "non", "nostra", "nostro", "o", "ogni", "ora", "per", "perche", "pero", "piu",
    "poi", "prima", "proprio", "qua", "quale", "quali", "quando", "quanto", "quella",
    "quelle", "quelli", "quello", "questa", "queste", "questi", "questo", "qui", "se",
    "sei", "senza", "si", "sia", "siamo", "sono", "sopra", "sotto", "sta", "stata",
    "stati", "stato", "su", "sua", "sue", "sugli", "sui", "sul", "sulla", "sulle", "sullo",
    "suo", "suoi", "te", "tra", "tu", "tutta", "tutte", "tutti", "tutto", "un", "una",
    "uno", "vi", "voi"});

inline constexpr auto kDutchStopWords = std::to_array<std::string_view>({
    "aan", "al", "alle", "alleen", "als", "altijd", "andere", "beide", "ben", "bij",
    "daar", "dan", "dat", "de", "der", "deze", "die", "dit", "doch", "doen", "door", "dus",
    "een", "eens", "en", "er", "ge", "geen", "geweest", "haar", "had", "hadden", "heb",
    "hebben", "heeft", "hem", "het", "hier", "hij", "hoe", "hun", "iemand", "iets", "ik",
    "in", "is", "ja", "je", "kan", "kon", "kunnen", "maar", "me", "meer", "men", "met",
    "mij", "mijn", "moet", "moeten", "na", "naar", "niet", "niets", "nog", "nu", "of",
    "om", "omdat", "onder", "ons", "onze", "ook", "op", "over", "reeds", "sinds", "te",
    "tegen", "toch", "toen", "tot", "tussen", "u", "uit", "uw", "van", "veel", "voor",
    "waar", "wanneer", "want", "waren", "was", "wat", "we", "welke", "werd", "werden",
    "wezen", "wie", "wij", "wil", "worden", "wordt", "zal", "ze", "zelf", "zich", "zij",
    "zijn", "zo", "zonder", "zou", "zouden"});

inline constexpr auto kPortugueseStopWords = std::to_array<std::string_view>({
    "a", "ainda", "ao", "aos", "apos", "aquela", "aquele", "aqui", "as", "assim", "ate",
    "bem", "cada", "com", "como", "contra", "da", "das", "de", "dela", "dele", "deles",
    "depois", "desde", "dessa", "desse", "desta", "deste", "do", "dos", "durante", "e",
    "ela", "elas", "ele", "eles", "em", "entre", "era", "eram", "essa", "essas", "esse",
    "esses", "esta", "estao", "estar", "estas", "estava", "este", "estes", "estou", "eu",
    "foi", "foram", "ha", "havia", "isso", "isto", "ja", "la", "lhe", "lhes", "mais",
    "mas", "me", "mesmo", "meu", "meus", "minha", "muito", "muitos", "na", "nao", "nas",
    "nem", "nessa", "nesse", "nesta", "neste", "no", "nos", "nossa", "nosso", "num",
    "numa", "o", "onde", "os", "ou", "outra", "outras", "outro", "outros", "para", "pela",
    "pelas", "pelo", "pelos", "por", "porem", "porque", "qual", "quando", "que", "quem",
    "sao", "se", "segundo", "seja", "sem", "ser", "sera", "seu", "seus", "si", "sido",
    "sim", "so", "sob", "sobre", "sua", "suas", "tambem", "tao", "te", "tem", "tendo",
    "ter", "teve", "tinha", "toda", "todas", "todo", "todos", "tu", "um", "uma", "umas",
    "uns", "voce", "voces"});
// clang-format on

}  // namespace dateline::text

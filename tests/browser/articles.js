// Articles of invented events, each for one thing that a page has to bear.

// Would run if any of it became markup, an attribute, an address or a style.
export const ATTACK = `'"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
export const SCRIPT_ADDRESS = "javascript:window.hacked=1";

function article(id, fields) {
  return { id, source: "Harbour Post", published: "2024-05-01T08:00:00Z", language: "en", headline: `Headline of ${id}`, body: `Body of ${id}.`, ...fields };
}

const attacked = article("attack", {
  headline: `Zanthor headline ${ATTACK}`, standfirst: `Standfirst ${ATTACK}`, body: `Zanthor body ${ATTACK} & "quoted" &lt;b&gt; text.\n\nMore of Zanthor ${ATTACK}`,
  source: `Source ${ATTACK}`, section: `Section ${ATTACK}`, byline: [`Author ${ATTACK}`], tags: [`Tag ${ATTACK}`], agencies: [`Agency ${ATTACK}`],
  dateline: `Place ${ATTACK}`, url: SCRIPT_ADDRESS,
  entities: ["person", "organisation", "place"].map((type) => ({ type, name: `Zed of ${type} ${ATTACK}`, mentions: 2, forms: [`Zed ${ATTACK}`, "Zanthor"] })),
  canonical_url: SCRIPT_ADDRESS, language: `en" onload="window.hacked=1`, version: `1 ${ATTACK}`, extra: { [ATTACK]: ATTACK },
});
// An id stands in addresses, attributes and selectors.
export const ODD_ID = `odd/id?&#%22 ${ATTACK}`;
const odd = article(ODD_ID, { headline: "Zanthor of an odd id", url: `https://zanthor.example/?a="onclick="window.hacked=1&b=<script>` });

const body = "The harbour board met on Tuesday to hear about the quay.\n\nIt was told that the crane would be repaired before the winter, at a cost of four million crowns, and that ships of more than two hundred metres would be turned away until then.\n\nThe harbour master, Odo Marsh, said the board had been warned in March. Nobody answered him.";

export const ARTICLES = [
  attacked, odd,
  article("attack-plain", { headline: "Zanthor returns", body: "Zanthor was seen again.", section: "Coast", tags: ["sightings"] }),
  article("arabic", { language: "ar", headline: "افتتاح جسر جديد في الميناء", body: "افتتح الوزير جسرا جديدا في الميناء يوم الثلاثاء بعد سنوات من الانتظار.", source: "جريدة الميناء" }),
  article("hebrew", { language: "he", headline: "גשר חדש נפתח בנמל", body: "השר פתח גשר חדש בנמל ביום שלישי." }),
  article("japanese", { language: "ja", headline: "港の新しい橋が開通", body: "港の新しい橋が火曜日に開通した。市長は式典で挨拶した。", source: "港新聞" }),
  article("bare", { headline: undefined, published: undefined, source: undefined, body: "Quillon without a headline, a date or a source." }),
  article("original", { headline: "Board hears of crane at the quay", body, source: "Quay Wire", published: "2024-06-01T08:00:00Z", url: "https://quay.example/crane" }),
  article("copy", { headline: "Board hears of crane", body: body.replace("Tuesday", "Tuesday evening"), source: "Evening Quay", published: "2024-06-01T10:00:00Z" }),
  article("secret", { headline: "Yarrow plan of the board", body: "The Yarrow plan is for the board alone.", access: ["board"] }),
  article("formula", { headline: "=1+1 is a headline of Quillon", body: 'Quillon said "two, or so".' }),
];

// So many of one kind that there are pages.
export const MANY = Array.from({ length: 57 }, (_, i) => article(`tide-${i}`, {
  headline: `Tide table ${i}`, body: `The tide of day ${i} was ${["high", "low", "slack"][i % 3]}, said pilot number ${i * 7}.`,
  published: `${2018 + (i % 6)}-${String(1 + (i % 12)).padStart(2, "0")}-11T09:00:00Z`, source: i % 2 ? "Tide Gazette" : "Pilot Weekly",
  section: i % 3 ? "Coast" : "Sea", entities: [{ type: "person", name: i % 2 ? "Odo Marsh" : "Ida Brack", mentions: 1, forms: [i % 2 ? "Odo Marsh" : "Ida Brack"] }],
}));

// Of the second index.
export const ELSEWHERE = [
  article("elsewhere-1", { headline: "Orchard fair opens", body: "The orchard fair opened with a tide of visitors.", source: "Orchard Weekly", entities: [{ type: "person", name: "Nell Pippin", mentions: 1, forms: ["Nell Pippin"] }] }),
  article("elsewhere-2", { headline: "Orchard fair closes", body: "The orchard fair closed early.", source: "Orchard Weekly" }),
];

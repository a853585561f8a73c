// What the elements say, in the language of the page around them (its nearest `lang`), else of the reader.

const TEXTS = {
  en: {
    label: "Search articles", search: "Search", completions: "Completions", completionsFound: (n) => `${n} completions, up and down to choose`,
    kinds: { word: "word", person: "person", organisation: "organisation", place: "place", headline: "headline" },
    found: (total, n) => `${total} ${n === 1 ? "article" : "articles"}`, nothing: "No article matches.", offers: "Did you mean", more: "More",
    copies: (n) => `and ${n} more ${n === 1 ? "copy" : "copies"}`, untitled: "(no headline)", loading: "Searching …", related: "Background", similar: "Similar articles",
    results: "Results", by: "By", retry: "Try again",
    facets: { source: "Source", section: "Section", person: "People", org: "Organisations", place: "Places", author: "Authors", agency: "Agencies", tag: "Tags", language: "Languages" },
    problems: {
      query: "This query cannot be understood.", usage: "This request is not right.", token: "Your session has ended. Sign in again.", access: "You may not ask this.",
      busy: "The service has too much to do. Try again shortly.", limit: "This took too long. Ask for less.", network: "The search service cannot be reached.",
      not_found: "There is no such article, or none that you may see.", other: "The service could not answer.",
    },
  },
  de: {
    label: "Artikel suchen", search: "Suchen", completions: "Vorschläge", completionsFound: (n) => `${n} Vorschläge, Auswahl mit Pfeil auf und ab`,
    kinds: { word: "Wort", person: "Person", organisation: "Organisation", place: "Ort", headline: "Überschrift" },
    found: (total) => `${total} Artikel`, nothing: "Kein Artikel passt.", offers: "Meinten Sie", more: "Mehr",
    copies: (n) => `und ${n} weitere ${n === 1 ? "Fassung" : "Fassungen"}`, untitled: "(ohne Überschrift)", loading: "Wird gesucht …", related: "Hintergrund", similar: "Ähnliche Artikel",
    results: "Ergebnisse", by: "Von", retry: "Noch einmal",
    facets: { source: "Quelle", section: "Ressort", person: "Personen", org: "Organisationen", place: "Orte", author: "Autoren", agency: "Agenturen", tag: "Schlagwörter", language: "Sprachen" },
    problems: {
      query: "Diese Anfrage ist nicht zu verstehen.", usage: "So kann nicht gefragt werden.", token: "Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an.",
      access: "Das dürfen Sie nicht fragen.", busy: "Der Dienst hat zu viel zu tun. Versuchen Sie es gleich noch einmal.",
      limit: "Das hat zu lange gedauert. Fragen Sie nach weniger.", network: "Der Suchdienst ist nicht zu erreichen.",
      not_found: "Diesen Artikel gibt es nicht, oder Sie dürfen ihn nicht sehen.", other: "Der Dienst konnte nicht antworten.",
    },
  },
};

// {t, locale}
export function textsFor(element) {
  const given = element.closest("[lang]")?.lang || element.ownerDocument.documentElement.lang || navigator.language || "en";
  const language = given.slice(0, 2).toLowerCase();
  return { t: TEXTS[language] ?? TEXTS.en, locale: TEXTS[language] ? given : "en" };
}

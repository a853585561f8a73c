// Which language the page speaks: what the reader chose here, else the first of his browser's that there is.

const LANGUAGES = ["en", "de"];
const KEY = "dateline-language";

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off
  }
}

export function chosenLanguage() {
  const wanted = [remembered(), ...(navigator.languages ?? [navigator.language])].filter(Boolean);
  const found = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => LANGUAGES.includes(tag));
  return found ?? "en";
}

export function rememberLanguage(language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It is then chosen again at the next visit.
  }
}

// {language, locale, t}: `locale` is the reader's own form of it, for dates and numbers ("en-GB").
export async function loadTexts() {
  const language = chosenLanguage();
  const texts = language === "de" ? await import("./de.js") : await import("./en.js");
  const locale = (navigator.languages ?? []).find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
  return { language, locale, t: texts.default };
}

export { LANGUAGES };

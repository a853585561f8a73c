// Numbers, dates and names of languages as the reader's language has them.

// Making one takes far longer than using it, and a list of hits uses the same few again and again.
const formatters = new Map();

function formatter(Kind, language, options = {}) {
  const key = `${Kind.name} ${language} ${Object.entries(options)}`;
  if (!formatters.has(key)) formatters.set(key, new Kind(language, options));
  return formatters.get(key);
}

function dateIn(language, options, when) {
  return formatter(Intl.DateTimeFormat, language, { ...options, timeZone: "UTC" }).format(when);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/;

// An article's day is that of its own time zone, which is what date: compares; so its date is read off, not converted.
function ownTime(published) {
  const found = DAY.exec(published ?? "");
  if (!found) return null;
  const [, year, month, day, hour = 0, minute = 0] = found;
  return { when: new Date(Date.UTC(year, month - 1, day, hour, minute)), hasTime: found[4] !== undefined };
}

export function dayText(published, language, style = "long") {
  const own = ownTime(published);
  if (!own) return "";
  return dateIn(language, { dateStyle: style }, own.when);
}

export function timeText(published, language) {
  const own = ownTime(published);
  if (!own) return "";
  const time = own.hasTime ? { timeStyle: "short" } : {};
  return dateIn(language, { dateStyle: "long", ...time }, own.when);
}

// "2021", "November 2021", "15 November 2021", as long as `by` is.
export function spanText(start, by, language, short = false) {
  const own = ownTime(start);
  if (!own) return start;
  const month = short ? "short" : "long";
  const parts = { year: {}, month: { month }, week: { month, day: "numeric" }, day: { month, day: "numeric" } }[by] ?? {};
  return dateIn(language, { year: "numeric", ...parts }, own.when);
}

export function numberText(value, language) {
  return formatter(Intl.NumberFormat, language).format(value);
}

// "at least 5,000" has a sign that every language reads: "5,000+"; an estimate is "≈ 5,000".
export function totalText(total, language) {
  const number = numberText(total.value, language);
  if (total.relation === "at_least") return `${number}+`;
  return total.relation === "estimate" ? `≈ ${number}` : number;
}

export function languageName(tag, language) {
  try {
    return formatter(Intl.DisplayNames, language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

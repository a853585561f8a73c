// Filters in a query. A click on a facet adds `source:"Meridian Wire"` to the end of the query, where everybody can read it, and
// the page takes such an end apart again to show what is on:
//
//   bridge OR ferry   + source "Meridian Wire"   →   (bridge OR ferry) AND source:"Meridian Wire"
//
// The words before it are put in brackets where what joins them would else bind otherwise. Tested in tests/browser/query_test.js.

import { quoted } from "../elements/common/combobox.js";

export const FILTERS = ["source", "section", "person", "org", "place", "author", "agency", "tag", "language"];
// The fields that a facet's values are asked with, where they are not called as it is.
const FIELDS = { author: "by", language: "lang" };
const NAMES = { by: "author", lang: "language" };
// An article has one of these: several values are alternatives. Of persons and the like it has many: all are wanted.
const ALTERNATIVES = new Set(["source", "section", "language", "agency", "author"]);

const ONE = /^(.*?)(?:\s+AND\s+|\s+|^)(source|section|person|org|place|by|agency|tag|lang):(?:"([^"]*)"|\(("[^"]*"(?: OR "[^"]*")*)\))$/s;

function valuesIn(single, several) {
  return single === undefined ? [...several.matchAll(/"([^"]*)"/g)].map((found) => found[1]) : [single];
}

// Brackets around the whole, whose contents are balanced: "(a OR b)" but not "(a) OR (b)".
function unbracketed(text) {
  if (!/^\(.*\)$/s.test(text) || text.includes('"')) return text;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")") depth -= 1;
    if (depth === 0 && i < text.length - 1) return text;
  }
  return text.slice(1, -1);
}

// {words, filters: [{name, value}]}: what was typed, and the filters behind it. A filter alone, as somebody types it, is one too.
export function splitQuery(query) {
  const filters = [];
  let rest = query.trim();
  for (let found = ONE.exec(rest); found; found = ONE.exec(rest)) {
    // An operator or an open phrase before it: it is part of a question, and no filter of it.
    if (/(?:^|\s)(?:OR|NOT|NEAR\S*|ADJ\S*)$|[-+(]$/.test(found[1]) || (found[1].match(/"/g) ?? []).length % 2 === 1) break;
    if (!isOneAlternative(found[1])) break;
    const name = NAMES[found[2]] ?? found[2];
    filters.unshift(...valuesIn(found[3], found[4]).map((value) => ({ name, value })));
    rest = found[1].trim();
  }
  return { words: filters.length > 0 ? unbracketed(rest) : rest, filters };
}

// "a OR b source:x" reads as a OR (b source:x): the filter is b's alone.
function isOneAlternative(text) {
  return !hasOutside(text, /(?:^|\s)OR(?:\s|$)/);
}

// Whether it matches outside of quotes and brackets.
function hasOutside(text, pattern) {
  const bare = text.replace(/"[^"]*"/g, '""');
  let outside = "";
  let depth = 0;
  for (const letter of bare) {
    if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (depth === 0) outside += letter;
  }
  return pattern.test(outside);
}

function filterText(name, values) {
  const field = FIELDS[name] ?? name;
  if (values.length === 1) return `${field}:${quoted(values[0])}`;
  if (ALTERNATIVES.has(name)) return `${field}:(${values.map(quoted).join(" OR ")})`;
  return values.map((value) => `${field}:${quoted(value)}`).join(" ");
}

// The query of words and filters. With match=any, mere adjacency would be OR.
export function joinQuery(words, filters, match = "all") {
  const texts = FILTERS.map((name) => filters.filter((one) => one.name === name).map((one) => one.value))
    .map((values, i) => (values.length > 0 ? filterText(FILTERS[i], values) : ""))
    .filter((text) => text !== "");
  const bare = words.trim();
  if (texts.length === 0) return bare;
  if (match === "any") return [bare && `(${bare})`, ...texts].filter(Boolean).join(" AND ");
  if (bare && hasOutside(bare, /(?:^|\s)(?:OR|NEAR|ADJ)/)) return `(${bare}) AND ${texts.join(" ")}`;
  return [bare, ...texts].filter(Boolean).join(" ");
}

export function sameFilter(a, b) {
  return a.name === b.name && quoted(a.value).toLowerCase() === quoted(b.value).toLowerCase();
}

// The query with this filter put in, or taken out where it stands.
export function toggled(query, filter, match) {
  const { words, filters } = splitQuery(query);
  const rest = filters.filter((one) => !sameFilter(one, filter));
  return joinQuery(words, rest.length === filters.length ? [...filters, filter] : rest, match);
}

// What the service says beside hits: errors with a caret under the fault, notices, and what to do where nothing was found.

import { h } from "../../elements/common/dom.js";
import { joinQuery, splitQuery } from "../query.js";
import { changed } from "../state.js";

// An offset in the query's UTF-8, as a place in its text.
export function placeInText(text, bytes) {
  let seen = 0;
  let place = 0;
  for (const letter of text) {
    if (seen >= bytes) break;
    seen += new TextEncoder().encode(letter).length;
    place += letter.length;
  }
  return place;
}

// The query with the fault marked and a caret under it.
function faultyQuery(query, { offset, length }) {
  const start = placeInText(query, offset);
  const end = Math.max(start + 1, placeInText(query, offset + (length || 1)));
  return h("pre", { class: "fault", dir: "ltr" }, query.slice(0, start),
    h("span", { class: "fault-at" }, query.slice(start, end) || " "), query.slice(end));
}

// The detail of a wrong query is drawn for a terminal: the query, a caret, then the reason and what to do. Of several queries, as a
// trend has them, that is all that says which is wrong, and is shown as it is drawn.
function drawnLines(problem) {
  const lines = problem.message.split("\n");
  const caret = lines.findIndex((line) => /^\s*\^+\s*$/.test(line));
  const reasons = [...lines.slice(caret + 1), problem.hint].filter((line, i, all) => line && all.indexOf(line) === i);
  return { drawing: lines.slice(Math.max(0, caret - 1), caret + 1), reasons };
}

function faultElement(state, problem) {
  if (problem.offset !== undefined) return faultyQuery(state.q, problem);
  const { drawing } = drawnLines(problem);
  return drawing.length > 0 ? h("pre", { class: "fault", dir: "ltr" }, drawing.join("\n")) : null;
}

const PRECISE = ["query", "usage"];

export function problemElement(page, problem, retry = () => page.show()) {
  const { t, state } = page;
  const known = t.problems[problem.kind] ?? t.problems.answer;
  const again = problem.kind === "token" ? h("button", { type: "button", onclick: () => location.reload() }, t.signIn)
    : h("button", { type: "button", onclick: retry }, t.retry);
  return h("section", { class: "problem", id: "problem", role: "alert" }, h("p", { class: "problem-title" }, known),
    PRECISE.includes(problem.kind) ? faultElement(state, problem) : null,
    PRECISE.includes(problem.kind) ? drawnLines(problem).reasons.map((line) => h("p", { lang: "en" }, line)) : again);
}

// A view of nothing but a problem.
export function problemView(page, problem, retry) {
  page.content.replaceChildren(h("div", {}, h("h1", { class: "unseen", tabindex: "-1" }, page.t.title), problemElement(page, problem, retry)));
}

// facets-unfiltered is how filters here always count, and no news.
const SILENT = new Set(["facets-unfiltered"]);

export function noticeElement(page, notices, partial) {
  const rows = notices.filter((notice) => !SILENT.has(notice.code)).map((notice) => h("li", { lang: "en" }, notice.text));
  if (partial) rows.unshift(h("li", {}, page.t.partial));
  return rows.length > 0 ? h("section", { class: "notices", "aria-label": page.t.notices }, h("ul", {}, rows)) : null;
}

function wayOut(address, text) {
  return h("li", {}, h("a", { href: address }, text));
}

// Nothing found: what the service offers, and what would ask for less.
export function nothingFound(page, suggestions) {
  const { t, state } = page;
  const { words, filters } = splitQuery(state.q);
  const ways = [];
  if (words.trim().includes(" ") && state.match === "all") ways.push(wayOut(changed(state, { match: "any", q: joinQuery(words, filters, "any") }), t.anyWord));
  if (filters.length > 0 && words) ways.push(wayOut(changed(state, { q: words }), t.withoutFilters));
  if (state.from || state.to) ways.push(wayOut(changed(state, { from: "", to: "" }), t.withoutDates));
  return h("section", { class: "nothing" }, h("p", { class: "nothing-title" }, t.noHits),
    suggestions.length > 0 ? h("p", {}, `${t.offers}: `,
      suggestions.map(({ text, query }, i) => [i > 0 ? " · " : "", h("a", { href: changed(state, { q: query }), class: "offer", dir: "auto" }, text)])) : null,
    ways.length > 0 ? h("ul", {}, ways) : h("ul", {}, t.noHitsHints.map((hint) => h("li", {}, hint))));
}

// A person, organisation or place: by which names it goes, when it was in the news, with whom, and its latest articles.

import { quoted } from "../../elements/common/combobox.js";
import { h, svg } from "../../elements/common/dom.js";
import { Problem } from "../../elements/common/service.js";
import { dayText, numberText, spanText } from "../../elements/common/wording.js";
import { entityChip, hitElement } from "../parts/hit.js";
import { problemElement } from "../parts/messages.js";
import { entityAddress, searchFor } from "../state.js";

const LATEST = 5;
const HEIGHT = 80;
const FIELDS = { person: "person", organisation: "org", place: "place" };

function queryFor({ name, type }) {
  return `${FIELDS[type] ?? "entity"}:${quoted(name)}`;
}

// All months from the first to the last, those without an article too.
export function everyMonth(months) {
  if (months.length === 0) return [];
  const counts = new Map(months.map((one) => [one.start.slice(0, 7), one.articles]));
  const [year, month] = months[0].start.split("-").map(Number);
  const [lastYear, lastMonth] = months.at(-1).start.split("-").map(Number);
  const length = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length }, (_, i) => {
    const at = month - 1 + i;
    const start = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return { start, articles: counts.get(start) ?? 0 };
  });
}

function timeline(page, profile) {
  const { t, state, locale } = page;
  const months = everyMonth(profile.months);
  if (months.length === 0) return null;
  const most = Math.max(...months.map((one) => one.articles));
  const bars = months.map(({ start, articles }, i) => svg("rect", { x: i + 0.08, y: HEIGHT - (articles / most) * HEIGHT, width: 0.84, height: (articles / most) * HEIGHT }));
  const address = (start) => searchFor(state, { q: queryFor(profile), from: start, to: start });
  return h("section", {}, h("h2", {}, t.entityTimeline),
    svg("svg", { class: "timeline", viewBox: `0 0 ${months.length} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, bars),
    h("div", { class: "axis", "aria-hidden": "true" }, h("span", {}, spanText(months[0].start + "-01", "month", locale, true)),
      h("span", {}, spanText(`${months.at(-1).start}-01`, "month", locale, true))),
    h("details", { class: "story" }, h("summary", {}, t.table), h("ul", { class: "months" }, months.filter((one) => one.articles > 0).reverse().map(({ start, articles }) => h("li", {},
      h("a", { href: address(start) }, spanText(`${start}-01`, "month", locale)), ` ${numberText(articles, locale)}`)))));
}

function associates(page, profile) {
  const { t, locale } = page;
  if (profile.associates.length === 0) return null;
  return h("section", {}, h("h2", {}, t.associates), h("ul", { class: "associates" }, profile.associates.map((one) => h("li", {}, entityChip(page, one),
    h("span", { class: "count" }, h("span", { "aria-hidden": "true" }, numberText(one.articles, locale)), h("span", { class: "unseen" }, t.facetCount(one.articles)))))));
}

function head(page, profile) {
  const { t, locale } = page;
  const range = profile.first ? ` ${t.entityRange(dayText(profile.first, locale), dayText(profile.last, locale))}` : "";
  return h("header", {}, h("p", { class: `kicker ${profile.type}` }, t.entityTypes[profile.type]),
    h("h1", { tabindex: "-1", dir: "auto" }, profile.name), h("p", { class: "hint" }, `${t.entityArticles(profile.articles)}${range}`));
}

function names(page, profile) {
  const { t, locale } = page;
  const others = profile.others ?? [];
  return h("section", {}, h("h2", {}, t.entityNames), h("ul", { class: "names" }, profile.forms.map(({ text, count }) => h("li", {}, h("span", { dir: "auto" }, text),
    h("span", { class: "count" }, ` ${numberText(count, locale)}`)))),
  others.length > 0 ? [h("h3", {}, t.alsoNamed), h("ul", { class: "chips" }, others.map((one) => h("li", {},
    h("a", { class: `chip ${one.type}`, href: one.name === profile.name ? searchFor(page.state, { q: queryFor(one) }) : entityAddress(page.state, one.name) },
      `${one.name} (${t.entityTypes[one.type] ?? one.type})`))))] : null);
}

export async function show(page, signal) {
  const { t, state } = page;
  try {
    const profile = await page.get("entity", { name: state.name }, signal);
    const q = queryFor(profile);
    const latest = await page.get("search", { q, sort: "newest", limit: LATEST }, signal);
    page.content.replaceChildren(h("div", { class: "entity-view" }, head(page, profile), timeline(page, profile),
      h("div", { class: "entity-columns" },
        h("section", { class: "column" }, h("h2", {}, t.latestArticles), latest.hits.map((hit) => hitElement(page, hit, { selectable: false })),
          h("p", {}, h("a", { href: searchFor(state, { q }), class: "all" }, t.allArticles))),
        h("div", { class: "rail" }, names(page, profile), associates(page, profile)))));
    document.title = `${profile.name} – ${t.title}`;
    page.say(`${profile.name}, ${t.entityTypes[profile.type]}: ${t.entityArticles(profile.articles)}`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    page.content.replaceChildren(h("h1", { tabindex: "-1", dir: "auto" }, state.name), problemElement(page, error));
  }
}

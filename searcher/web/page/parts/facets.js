// Filters: what the articles found are by source, people, places …; a click takes a value into the query, another one out of it.
// The service counts each without its own filter, so that the other values keep their counts.

import { h } from "../../elements/common/dom.js";
import { languageName, numberText } from "../../elements/common/wording.js";
import { FILTERS, joinQuery, sameFilter, splitQuery, toggled } from "../query.js";
import { changed } from "../state.js";

const SHOWN = 6;
const ASKED = 24;

export const FACET_PARAMETERS = FILTERS.map((name) => `${name}:${ASKED}`);

export function valueText(page, name, value) {
  return name === "language" ? languageName(value, page.locale) : value;
}

// Values that are on stand first, also those that the list has not.
function rowsOf(name, rows, filters) {
  const on = filters.filter((one) => one.name === name);
  const isOn = (row) => on.some((one) => sameFilter(one, { name, value: row.value }));
  const missing = on.filter((one) => !rows.some((row) => sameFilter(one, { name, value: row.value })));
  return [...missing.map(({ value }) => ({ value, on: true })), ...rows.map((row) => ({ ...row, on: isOn(row) }))]
    .sort((a, b) => Number(b.on) - Number(a.on));
}

function facetRow(page, name, row) {
  const { state, t, locale } = page;
  const address = changed(state, { q: toggled(state.q, { name, value: row.value }, state.match) });
  const count = row.count === undefined ? null
    : h("span", { class: "count" }, h("span", { "aria-hidden": "true" }, numberText(row.count, locale)),
      h("span", { class: "unseen" }, `, ${t.facetCount(row.count)}`));
  return h("li", {}, h("a", { href: address, "aria-current": row.on ? "true" : null, "data-key": `facet-${name}-${row.value}` },
    h("span", { class: "value", dir: "auto" }, valueText(page, name, row.value)), count));
}

function facetGroup(page, name, rows) {
  const { t } = page;
  const items = rows.map((row) => facetRow(page, name, row));
  items.slice(SHOWN).forEach((item) => { item.hidden = true; });
  const list = h("ul", {}, items);
  const more = items.length <= SHOWN ? null : h("button", {
    type: "button", class: "quiet more", "aria-expanded": "false", "data-key": `more-${name}`,
    onclick: () => {
      const open = more.getAttribute("aria-expanded") === "false";
      items.slice(SHOWN).forEach((item) => { item.hidden = !open; });
      more.setAttribute("aria-expanded", String(open));
      more.firstChild.data = open ? t.less : t.more;
    },
  }, t.more, h("span", { class: "unseen" }, `: ${t.facets[name]}`));
  return h("section", { class: "facet", "aria-labelledby": `facet-${name}` }, h("h2", { id: `facet-${name}` }, t.facets[name]), list, more);
}

export function facetElements(page, facets) {
  const { filters } = splitQuery(page.state.q);
  return FILTERS.map((name) => [name, rowsOf(name, facets[name] ?? [], filters)])
    .filter(([, rows]) => rows.length > 1 || rows.some((row) => row.on))
    .map(([name, rows]) => facetGroup(page, name, rows));
}

// Above the list: what is on, each to be taken away.
export function activeFilters(page) {
  const { state, t } = page;
  const { words, filters } = splitQuery(state.q);
  const rows = filters.map((filter) => ({
    name: t.facets[filter.name], value: valueText(page, filter.name, filter.value),
    address: changed(state, { q: toggled(state.q, filter, state.match) }),
  }));
  if (state.from || state.to) {
    rows.push({ name: t.dates, value: [state.from, state.to].join(" – "), address: changed(state, { from: "", to: "" }) });
  }
  if (rows.length === 0) return null;
  return h("ul", { class: "active", "aria-label": t.activeFilters },
    rows.map(({ name, value, address }) => h("li", {}, h("a", { class: "chip on", href: address, "aria-label": t.removeFilter(name, value) },
      `${name}: `, h("b", { dir: "auto" }, value), h("span", { class: "cross", "aria-hidden": "true" }, "×")))),
    rows.length > 1 ? h("li", {}, h("a", { href: changed(state, { q: joinQuery(words, [], state.match), from: "", to: "" }) }, t.clearFilters)) : null);
}

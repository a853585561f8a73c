// The line above the hits: how many there are, in which order, and how they are asked for; and the pages below them.

import { h } from "../../elements/common/dom.js";
import { numberText, totalText } from "../../elements/common/wording.js";
import { joinQuery, splitQuery } from "../query.js";
import { addressOf, changed, isIdle } from "../state.js";

// As far as pages by number reach (docs/http-api.md).
const REACH = 10000;
const NEIGHBOURS = 2;

function choice(page, name, label, texts) {
  const select = h("select", { id: `choose-${name}`, "data-key": name }, Object.entries(texts).map(([value, text]) => h("option", { value }, text)));
  select.value = page.state[name];
  select.addEventListener("change", () => {
    const changes = { [name]: select.value };
    if (name === "match") {
      const { words, filters } = splitQuery(page.state.q);
      changes.q = joinQuery(words, filters, select.value);
    }
    page.go(changed(page.state, changes));
  });
  return h("span", { class: "choice" }, h("label", { for: `choose-${name}` }, label), select);
}

export function foundText(page, answer) {
  const { t, locale } = page;
  const articles = t.found(totalText(answer.total, locale), answer.total.value);
  const folded = answer.stories && answer.stories.value !== answer.total.value;
  return folded ? `${articles} ${t.inStories(totalText(answer.stories, locale), answer.stories.value)}` : articles;
}

export function toolbar(page, answer) {
  const { t, state } = page;
  const idle = isIdle(state);
  return h("div", { class: "toolbar" },
    h("p", { class: "found" }, answer ? foundText(page, answer) : t.loading, answer ? h("span", { class: "took" }, t.took(answer.took_ms)) : null),
    h("div", { class: "choices" }, idle ? null : choice(page, "sort", t.sort, t.sorts), idle ? null : choice(page, "match", t.match, t.matches),
      choice(page, "collapse", t.collapse, t.collapses)));
}

function pageLink(page, number, text, attributes = {}) {
  const offset = String((number - 1) * Number(page.state.limit));
  return h("a", { href: addressOf({ ...page.state, offset }), ...attributes }, text);
}

// 1 … 4 5 6 7 8: the first, and those around the one that is shown.
function numbersAround(current, last) {
  const first = Math.max(1, current - NEIGHBOURS);
  const around = Array.from({ length: Math.min(last, current + NEIGHBOURS) - first + 1 }, (_, i) => first + i);
  return first > 1 ? [1, ...around] : around;
}

export function paging(page, answer) {
  const { t, state, locale } = page;
  const limit = Math.max(1, Number(state.limit) || 10);
  const entries = (answer.stories ?? answer.total).value;
  const current = Math.floor(Number(state.offset) / limit) + 1;
  const last = Math.max(answer.next ? current + 1 : current, Math.ceil(Math.min(entries, REACH) / limit));
  if (last < 2) return null;
  const more = answer.next && current * limit + limit <= REACH;
  const numbers = numbersAround(current, last).map((number, i, all) => [
    i > 0 && number > all[i - 1] + 1 ? h("li", { "aria-hidden": "true" }, "…") : null,
    h("li", {}, pageLink(page, number, numberText(number, locale), {
      "aria-label": t.page(number), "aria-current": number === current ? "page" : null, class: "number",
    }))]);
  return h("nav", { class: "paging", "aria-label": t.pages }, h("ul", {},
    current > 1 ? h("li", {}, pageLink(page, current - 1, `‹ ${t.previous}`, { rel: "prev", "data-key": "previous" })) : null, numbers,
    more ? h("li", {}, pageLink(page, current + 1, `${t.next} ›`, { rel: "next", "data-key": "next" })) : null),
  answer.next && !more ? h("p", { class: "hint" }, t.reachEnd) : null);
}

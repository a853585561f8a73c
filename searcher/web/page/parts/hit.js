// One hit of a list: where and when, the headline, why it was found, who is in it, and how many copies are folded behind it.

import { h } from "../../elements/common/dom.js";
import { fieldNodes, markedNodes } from "../../elements/common/marks.js";
import { dayText, timeText } from "../../elements/common/wording.js";
import { articleAddress, entityAddress } from "../state.js";

const MOST_CHIPS = 4;

// Source, section and day, as they stand above a headline.
export function kicker(page, article) {
  const { t, locale } = page;
  const day = article.published
    ? h("time", { datetime: article.published, title: timeText(article.published, locale), dir: "auto" }, dayText(article.published, locale))
    : h("span", {}, t.undated);
  return h("p", { class: "kicker" },
    article.source ? [h("span", { class: "source", dir: "auto" }, article.source), " "] : null,
    article.section ? [h("span", { dir: "auto" }, article.section), " "] : null, day);
}

export function byline(page, article) {
  const names = article.byline ?? [];
  return names.length > 0 ? h("p", { class: "byline" }, `${page.t.by} `, h("span", { dir: "auto" }, names.join(", "))) : null;
}

export function entityChip(page, { name, type }) {
  return h("a", { class: `chip ${type}`, href: entityAddress(page.state, name) },
    h("span", { class: "unseen" }, `${page.t.entityTypes[type] ?? ""}: `), h("span", { dir: "auto" }, name));
}

function chips(page, hit) {
  const entities = [...(hit.entities ?? [])].sort((a, b) => b.mentions - a.mentions).slice(0, MOST_CHIPS);
  return entities.length > 0 ? h("ul", { class: "chips" }, entities.map((entity) => h("li", {}, entityChip(page, entity)))) : null;
}

// One of the copies, as a line.
export function copyLine(page, copy) {
  return h("li", {}, h("a", { href: articleAddress(page.state, copy.id), dir: "auto" }, copy.headline ?? page.t.untitled), " ",
    h("span", { class: "aside" }, [copy.source, dayText(copy.published, page.locale, "medium")].filter(Boolean).join(", ")));
}

// The copies are asked for when they are unfolded.
function foldedCopies(page, hit) {
  if (!hit.copies) return null;
  const list = h("ul", { class: "copies" });
  const details = h("details", { class: "story" }, h("summary", {}, page.t.copies(hit.copies)), list);
  details.addEventListener("toggle", async () => {
    if (!details.open || list.childElementCount > 0) return;
    const story = await page.get(["stories", hit.id]).catch(() => ({ copies: [] }));
    list.replaceChildren(...story.copies.filter((copy) => copy.id !== hit.id).map((copy) => copyLine(page, copy)));
  });
  return details;
}

function selectBox(page, hit) {
  const { t, selection } = page;
  const box = h("input", { type: "checkbox", "aria-label": t.selectHit(hit.headline ?? t.untitled), title: t.select });
  box.checked = selection.has(hit.id);
  box.addEventListener("change", () => {
    if (box.checked) selection.set(hit.id, hit);
    else selection.delete(hit.id);
    document.dispatchEvent(new CustomEvent("dateline-selection"));
  });
  return h("label", { class: "pick" }, box);
}

export function hitElement(page, hit, { selectable = true } = {}) {
  const { t, state } = page;
  return h("article", { class: "hit", "data-id": hit.id },
    h("div", { class: "hit-head" }, kicker(page, hit), selectable ? selectBox(page, hit) : null),
    h("h2", { lang: hit.language, dir: "auto" },
      h("a", { href: articleAddress(state, hit.id), "data-key": `hit-${hit.id}` }, fieldNodes(hit, "headline", t.untitled))),
    h("p", { class: "snippet", lang: hit.language, dir: "auto" }, markedNodes(hit.snippet)),
    byline(page, hit), chips(page, hit), foldedCopies(page, hit));
}

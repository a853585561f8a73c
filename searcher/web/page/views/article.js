// One article: its text with what was searched for marked and gone through by n and p, who is in it, the other copies of its story
// with what differs, what led to it and what is like it, and a citation to copy.

import { h, webAddress } from "../../elements/common/dom.js";
import { fieldNodes } from "../../elements/common/marks.js";
import { Problem } from "../../elements/common/service.js";
import { dayText, timeText } from "../../elements/common/wording.js";
import { citationBlock } from "../parts/citation.js";
import { byline, copyLine, entityChip, kicker } from "../parts/hit.js";
import { markedBody, marksOf } from "../parts/marked_text.js";
import { problemElement } from "../parts/messages.js";
import { isShortcut } from "../shortcuts.js";
import { articleAddress, searchFor } from "../state.js";

const BESIDE = 5;
const TYPES = ["person", "organisation", "place"];

// The way that the whole article is laid out; each paragraph finds its own.
function directionOf(language = "") {
  return /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(language) ? "rtl" : null;
}

function backLink(page) {
  const { t, state } = page;
  // Back to where one came from, if that was a list; a copied link has none, and gets the list of its query.
  const link = h("a", { class: "back", href: searchFor(state, { q: state.q }) }, `‹ ${t.back}`);
  link.addEventListener("click", (event) => {
    if (!page.cameFromList || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    history.back();
  });
  return link;
}

// The hits of the text in turn, by buttons and by keys.
class Steps {
  constructor(page, text) {
    const { t } = page;
    this.page = page;
    this.marks = [...text.querySelectorAll("mark")];
    this.at = -1;
    this.where = h("span", { class: "where" }, this.marks.length > 0 ? t.hitsInText(this.marks.length) : t.noMarks);
    const button = (label, sign, by) => h("button", { type: "button", class: "quiet", "aria-label": label, title: label, onclick: () => this.step(by) }, sign);
    this.element = h("div", { class: "steps", role: "group" }, this.where,
      this.marks.length > 0 ? [button(t.previousHit, "↑", -1), button(t.nextHit, "↓", 1)] : null);
  }

  step(by) {
    const { length } = this.marks;
    if (length === 0) return;
    this.marks[this.at]?.classList.remove("current");
    this.at = (this.at + by + length) % length;
    if (this.at < 0) this.at = length - 1;
    const mark = this.marks[this.at];
    mark.classList.add("current");
    mark.scrollIntoView({ block: "center" });
    this.where.textContent = this.page.t.hitOf(this.at + 1, length);
    this.page.say(`${this.where.textContent}: ${mark.parentElement.textContent.slice(0, 200)}`);
  }

  onKey(event) {
    if (!isShortcut(event)) return;
    if (event.key === "n") this.step(1);
    if (event.key === "p") this.step(-1);
  }
}

function articleText(page, article, marks) {
  const { t, locale } = page;
  const outside = webAddress(article.url);
  return h("article", { class: "article-text", lang: article.language, dir: directionOf(article.language) },
    kicker(page, article),
    h("h1", { tabindex: "-1", dir: "auto" }, fieldNodes({ ...article, marked: marks.fields }, "headline", t.untitled)),
    article.standfirst ? h("p", { class: "standfirst", dir: "auto" }, fieldNodes({ ...article, marked: marks.fields }, "standfirst")) : null,
    byline(page, article),
    // A day of the reader's language in an article that is read the other way keeps its own order.
    h("p", { class: "published" }, [timeText(article.published, locale), article.dateline, ...(article.agencies ?? [])].filter(Boolean)
      .map((text, i) => [i > 0 ? " · " : "", h("bdi", {}, text)])),
    markedBody(article.body ?? "", marks).map((nodes) => h("p", { dir: "auto" }, nodes)),
    (article.tags ?? []).length > 0 ? h("ul", { class: "chips" }, article.tags.map((tag) => h("li", {},
      h("a", { class: "chip", href: searchFor(page.state, { q: `tag:"${tag.replaceAll('"', " ")}"` }), dir: "auto" }, tag)))) : null,
    outside ? h("p", {}, h("a", { href: outside, rel: "noopener noreferrer", class: "outside" }, t.original)) : null);
}

function entityLists(page, entities) {
  if (entities.length === 0) return null;
  const { t } = page;
  return h("section", {}, h("h2", {}, t.entities), TYPES.map((type) => entities.filter((one) => one.type === type))
    .filter((some) => some.length > 0)
    .map((some) => h("ul", { class: "chips", "aria-label": t.entityTypes[some[0].type] }, some.map((one) => h("li", {}, entityChip(page, one))))));
}

function diffElement(page, diff) {
  const { t } = page;
  if (!diff.some((piece) => piece.kind !== "same")) return h("p", { class: "hint" }, t.sameWords);
  const told = { removed: "del", added: "ins" };
  return h("p", { class: "diff", dir: "auto" }, diff.map(({ kind, text }) => {
    if (kind === "same") return `${text} `;
    return [h(told[kind], {}, h("span", { class: "unseen" }, ` [${t[kind]}: `), text, h("span", { class: "unseen" }, "] ")), " "];
  }));
}

function copiesSection(page, story, id) {
  const { t } = page;
  if (story.copies.length < 2) return null;
  return h("section", { id: "copies" }, h("h2", {}, t.otherCopies), h("ul", { class: "copy-list" }, story.copies.filter((copy) => copy.id !== id || copy.diff).map((copy) => {
    const line = copyLine(page, copy);
    if (copy.diff) line.append(h("details", { class: "story" }, h("summary", {}, t.showDiff), diffElement(page, copy.diff)));
    return line;
  })));
}

function likeSection(page, title, hits) {
  if (hits.length === 0) return null;
  return h("section", {}, h("h2", {}, title), h("ul", { class: "likes" }, hits.map((hit) => h("li", {},
    h("a", { href: articleAddress(page.state, hit.id), lang: hit.language, dir: "auto" }, hit.headline ?? page.t.untitled),
    h("p", { class: "aside" }, [hit.source, dayText(hit.published, page.locale, "medium")].filter(Boolean).join(" · "))))));
}

// What stands beside the text; each part as soon as it is there, and nothing where it cannot be had.
function fillRail(page, rail, id, signal) {
  const { t } = page;
  const places = [h("div"), h("div"), h("div")];
  rail.append(...places);
  const likes = (how) => page.get(["similar", id], { ...how, snippet: 0 }, signal).then((answer) => answer.hits);
  const background = likes({ background: "true", limit: BESIDE });
  // What is background is not told again as similar.
  const parts = [
    page.get(["stories", id], {}, signal).then((story) => copiesSection(page, story, id)),
    background.then((hits) => likeSection(page, t.background, hits)),
    Promise.all([likes({ limit: 2 * BESIDE }), background]).then(([all, before]) => {
      const told = new Set(before.map((hit) => hit.id));
      return likeSection(page, t.similar, all.filter((hit) => !told.has(hit.id)).slice(0, BESIDE));
    }),
  ];
  parts.forEach((part, i) => part.then((element) => { if (element) places[i].replaceChildren(element); }, () => {}));
}

export async function show(page, signal) {
  const { state } = page;
  try {
    const [article, marks] = await Promise.all([page.get(["articles", state.id], {}, signal), marksOf(page, signal)]);
    const text = articleText(page, article, marks);
    const steps = state.q ? new Steps(page, text) : null;
    const rail = h("aside", { class: "article-rail" }, entityLists(page, article.entities ?? []));
    page.content.replaceChildren(h("div", { class: "article-view" },
      h("div", { class: "article-bar" }, backLink(page), steps?.element), text, rail, citationBlock(page, article)));
    document.title = `${article.headline ?? page.t.untitled} – ${page.t.title}`;
    if (steps) document.addEventListener("keydown", (event) => steps.onKey(event), { signal });
    fillRail(page, rail, article.id, signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    page.content.replaceChildren(h("div", {}, h("h1", { class: "unseen", tabindex: "-1" }, page.t.title), backLink(page), problemElement(page, error)));
  }
}

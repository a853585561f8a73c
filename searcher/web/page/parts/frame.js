// What stands around every view: the masthead with the box, and the foot of the page.

import { h } from "../../elements/common/dom.js";
import { addressOf, searchFor } from "../state.js";
import { LANGUAGES, rememberLanguage } from "../texts/choose.js";
import { SearchBox } from "./box.js";

const LANGUAGE_NAMES = { en: "English", de: "Deutsch" };

function languageButtons(page) {
  return LANGUAGES.map((language) => h("button", {
    type: "button", class: "quiet", lang: language, "aria-pressed": String(language === page.language),
    onclick: () => {
      rememberLanguage(language);
      location.reload();
    },
  }, LANGUAGE_NAMES[language]));
}

// A list of the indexes, where there are several. What /healthz tells everybody may know.
async function indexChoice(frame, page, place) {
  const response = await fetch(new URL("healthz", page.base)).catch(() => null);
  const health = response && await response.json().catch(() => null);
  const names = (health?.indexes ?? []).map((index) => index.name);
  if (names.length < 2) return;
  // An article is in one of them alone.
  const go = (index) => page.go(page.state.view === "article" ? searchFor({ index }, { q: page.state.q }) : addressOf({ ...page.state, offset: "0", index }));
  const select = h("select", { id: "index", onchange: () => go(select.value) },
    names.map((name, i) => h("option", { value: i === 0 ? "" : name }, name)));
  // The first has no name in addresses, but may be called by it.
  const follow = (state) => { select.value = state.index === names[0] ? "" : state.index; };
  frame.followIndex = follow;
  if (page.state) follow(page.state);
  place.append(h("label", { for: "index" }, page.t.index), " ", select);
}

const DIALOGS = {
  help: () => import("./help.js").then(({ showHelp }) => showHelp),
  builder: () => import("./builder.js").then(({ showBuilder }) => showBuilder),
};

async function openDialog(page, name) {
  const show = await DIALOGS[name]().catch(() => () => page.say(page.t.problems.network));
  show(page);
}

export function buildFrame(page) {
  const { t } = page;
  const box = new SearchBox(page);
  const trendLink = h("a", { href: addressOf({ view: "trend" }) }, t.trend);
  const tools = h("nav", { class: "tools", "aria-label": t.about },
    h("button", { type: "button", class: "quiet", onclick: () => openDialog(page, "builder") }, t.build),
    trendLink,
    h("button", { type: "button", class: "quiet", onclick: () => openDialog(page, "help") }, t.help));
  const home = h("a", { class: "wordmark", href: "./" }, "Dateline", h("span", { class: "unseen" }, ` – ${t.about}`));
  document.getElementById("masthead").replaceChildren(h("div", { class: "masthead-row" }, home, box.element, tools));

  const index = h("span", { class: "index-choice" });
  document.getElementById("colophon").replaceChildren(
    h("span", { role: "group", "aria-label": t.language }, languageButtons(page)), index,
    h("span", {}, h("a", { href: "feed.atom", id: "feed-link" }, t.feed), " · ", h("a", { href: "openapi.yaml" }, t.api)));
  document.getElementById("skip").textContent = t.skip;
  const frame = {
    box,
    followIndex: () => {},
    offerIndexes: () => indexChoice(frame, page, index),
    follow: (state) => {
      follow(page, state, box, trendLink);
      frame.followIndex(state);
    },
  };
  return frame;
}

// The feed of what is shown: of a search, or of all that is new.
function feedAddress({ q, view, index }) {
  const asked = q && view === "search" ? `?${new URLSearchParams({ q })}` : "";
  return `${index ? `api/v1/${encodeURIComponent(index)}/` : ""}feed.atom${asked}`;
}

function follow(page, state, box, trendLink) {
  box.show(state);
  const feed = feedAddress(state);
  document.getElementById("feed").setAttribute("href", feed);
  document.getElementById("feed-link").setAttribute("href", feed);
  trendLink.setAttribute("href", addressOf({ view: "trend", queries: state.q ? [state.q] : [], index: state.index }));
  document.title = state.q ? `${state.q} – ${page.t.title}` : page.t.title;
}

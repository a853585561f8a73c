// A form that builds a nested query: groups ("all of", "any of", "none of") of words and of further groups, and below it the query
// that it wrote, which is what one would have typed.

import { quoted } from "../../elements/common/combobox.js";
import { h } from "../../elements/common/dom.js";
import { joinQuery } from "../query.js";
import { searchFor } from "../state.js";
import { openDialog } from "./help.js";

const MOST_LEVELS = 4;
// Fields that take a name or a value as a whole.
const WHOLE = new Set(["person", "org", "place", "source", "section", "tag", "by"]);

// What stands between the words: signs that would be operators mean nothing in a form.
function bareWords(text) {
  return text.replace(/["“”„()^~:]/g, " ").trim().split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => (/^(?:AND|OR|NOT|NEAR|ADJ)$/.test(word) ? word.toLowerCase() : word.replace(/^[-+=]+/, "")));
}

function wordsText({ field, kind, text, distance }) {
  const words = bareWords(text);
  if (words.length === 0) return "";
  if (kind === "near") return words.length > 1 ? `"${words.join(" ")}"~${distance}` : words[0];
  if (kind === "phrase" || (WHOLE.has(field) && words.length > 1)) return quoted(text);
  return field && words.length > 1 ? `(${words.join(" ")})` : words.join(" ");
}

export function conditionText(condition) {
  const words = wordsText(condition);
  return words && condition.field ? `${condition.field}:${words}` : words;
}

// An operand of OR or NOT: what is more than one word, phrase or field stands in brackets.
function operand(text) {
  return /^(?:\w+:)?(?:"[^"]*"(?:~\d+)?|[^\s()"]+|\([^()]*\))$/.test(text) ? text : `(${text})`;
}

// The query of a group: {kind: "all"|"any"|"none", parts: [condition or group]}.
export function groupText({ kind, parts }) {
  const texts = parts.map((part) => (part.parts ? groupText(part) : conditionText(part))).filter(Boolean);
  if (texts.length === 0) return "";
  if (kind === "any") return texts.map(operand).join(" OR ");
  if (kind === "none") return texts.length === 1 ? `NOT ${operand(texts[0])}` : `NOT (${texts.map(operand).join(" OR ")})`;
  return texts.length === 1 ? texts[0] : texts.map((text) => (/ OR /.test(text) || /^NOT /.test(text) ? bracketed(text) : text)).join(" ");
}

// NOT binds to what follows alone, so it needs no brackets; alternatives do.
function bracketed(text) {
  return text.startsWith("NOT ") ? text : operand(text);
}

function labelled(label, control) {
  const id = `build-${(labelled.count = (labelled.count ?? 0) + 1)}`;
  control.id = id;
  return h("span", { class: "build-field" }, h("label", { for: id }, label), control);
}

function selectOf(texts, value) {
  const select = h("select", {}, Object.entries(texts).map(([name, text]) => h("option", { value: name }, text)));
  select.value = value;
  return select;
}

class Form {
  constructor(page, changed) {
    this.page = page;
    this.changed = changed;
    this.top = this.group("all", 1);
    this.top.addCondition();
  }

  remover(part, parent) {
    const { t } = this.page;
    return h("button", { type: "button", class: "quiet", onclick: () => {
      const at = parent.parts.indexOf(part);
      parent.parts.splice(at, 1);
      part.element.remove();
      this.changed();
      (parent.parts[at - 1]?.element ?? parent.element).querySelector("input, button")?.focus();
    } }, t.removeCondition);
  }

  condition(parent) {
    const { t } = this.page;
    const text = h("input", { autocomplete: "off", dir: "auto", maxlength: "400" });
    const field = selectOf(t.conditionFields, "");
    const kind = selectOf(t.conditionKinds, "words");
    const distance = h("input", { type: "number", min: "1", max: "1000", value: "8" });
    const far = labelled(t.conditionDistance, distance);
    far.hidden = true;
    kind.addEventListener("change", () => { far.hidden = kind.value !== "near"; });
    const part = { read: () => ({ field: field.value, kind: kind.value, text: text.value, distance: Number(distance.value) || 10 }) };
    part.element = h("div", { class: "condition" }, labelled(t.conditionText, text), labelled(t.conditionIn, field), labelled(t.conditionHow, kind), far,
      parent ? this.remover(part, parent) : null);
    return part;
  }

  group(kind, level, parent) {
    const { t } = this.page;
    const choice = selectOf(t.groupKinds, kind);
    const list = h("div", { class: "group-parts" });
    const part = { parts: [] };
    const add = (one, focus) => {
      part.parts.push(one);
      list.append(one.element);
      this.changed();
      if (focus) one.element.querySelector("input")?.focus();
    };
    part.read = () => ({ kind: choice.value, parts: part.parts.map((one) => one.read()) });
    part.addCondition = (focus) => add(this.condition(part), focus);
    const addGroup = () => {
      const inner = this.group(level % 2 ? "any" : "all", level + 1, part);
      inner.addCondition();
      add(inner, true);
    };
    part.element = h("fieldset", { class: "group" }, h("legend", {}, labelled(t.groupLabel, choice)), list,
      h("div", { class: "group-buttons" }, h("button", { type: "button", class: "quiet", onclick: () => part.addCondition(true) }, t.addCondition),
        level < MOST_LEVELS ? h("button", { type: "button", class: "quiet", onclick: addGroup }, t.addGroup) : null,
        parent ? this.remover(part, parent) : null));
    return part;
  }
}

export function showBuilder(page) {
  const { t, state } = page;
  const written = h("output", { class: "written", "aria-live": "polite", dir: "auto" });
  const from = h("input", { autocomplete: "off", placeholder: "2021-11" });
  const to = h("input", { autocomplete: "off", placeholder: "2022" });
  let form;
  const query = () => joinQuery(groupText(form.top.read()), []);
  const tell = () => { if (form) written.textContent = query() || "…"; };
  form = new Form(page, tell);
  const element = h("form", { class: "builder" }, h("p", {}, t.builderIntro), form.top.element,
    h("div", { class: "condition" }, labelled(t.from, from), labelled(t.to, to)),
    h("p", { class: "written-line" }, `${t.builtQuery}: `, written), h("button", { type: "submit" }, t.useQuery));
  element.addEventListener("input", tell);
  element.addEventListener("change", tell);
  const dialog = openDialog(page, t.build, element);
  tell();
  element.querySelector("input").focus();
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    page.go(searchFor(state, { q: query(), from: from.value.trim(), to: to.value.trim() }));
  });
}

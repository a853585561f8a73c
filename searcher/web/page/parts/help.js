// The help panel: what one may write, each as an example that runs.

import { h } from "../../elements/common/dom.js";
import { setShortcuts, shortcutsOn } from "../shortcuts.js";
import { searchFor } from "../state.js";

// A dialog that opens at once and is gone once it is closed; the focus goes back by itself.
export function openDialog(page, title, ...contents) {
  const close = h("button", { type: "button", class: "quiet close", onclick: () => dialog.close() }, page.t.close);
  const dialog = h("dialog", { "aria-labelledby": "dialog-title" },
    h("div", { class: "dialog-head" }, h("h2", { id: "dialog-title" }, title), close), ...contents);
  const opener = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (document.activeElement === document.body) opener?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function showHelp(page) {
  const { t, state } = page;
  const rows = t.helpRows.map(([query, meaning]) => h("tr", {},
    h("th", { scope: "row" }, h("a", { href: searchFor(state, { q: query }), class: "example" }, query)), h("td", {}, meaning)));
  const keys = h("input", { type: "checkbox" });
  keys.checked = shortcutsOn();
  keys.addEventListener("change", () => setShortcuts(keys.checked));
  const dialog = openDialog(page, t.help, h("p", {}, t.helpIntro), h("table", { class: "examples" }, h("caption", {}, t.examples), h("tbody", {}, rows)),
    h("label", { class: "switch" }, keys, ` ${t.shortcuts}`));
  dialog.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
}

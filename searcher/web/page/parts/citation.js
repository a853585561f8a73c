// A citation: title, source, date, address and id, as lines of text that are copied by one press.

import { h, webAddress } from "../../elements/common/dom.js";
import { timeText } from "../../elements/common/wording.js";

export function citationText(page, article) {
  const published = article.published ? `${timeText(article.published, page.locale)} (${article.published})` : page.t.undated;
  const head = [article.headline ? `“${article.headline}”` : page.t.untitled, (article.byline ?? []).join(", "), article.source, published].filter(Boolean);
  return [`${head.join(". ")}.`, webAddress(article.url) ?? "", `id: ${article.id}`].filter(Boolean).join("\n");
}

// The clipboard is there on https and localhost alone; elsewhere what is selected can still be copied.
async function copyText(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.focus();
    box.select();
    return document.execCommand("copy");
  }
}

export function citationBlock(page, article) {
  const { t } = page;
  const text = citationText(page, article);
  const box = h("textarea", { readonly: true, rows: String(text.split("\n").length + 3), id: "citation", "aria-label": t.citation });
  box.value = text;
  const button = h("button", { type: "button" }, t.copyCitation);
  button.addEventListener("click", async () => {
    const done = await copyText(box);
    page.say(done ? t.copied : t.copyFailed);
    button.textContent = done ? t.copied : t.copyFailed;
  });
  return h("section", { class: "citation" }, h("h2", {}, t.citation), box, button);
}

// Taking hits along: those that were picked, or all of an answer to the last one, as a table or as lines of JSON.

import { h } from "../../elements/common/dom.js";
import { zone } from "../../elements/common/service.js";
import { searchParameters } from "../state.js";

const COLUMNS = ["rank", "id", "url", "headline", "standfirst", "byline", "source", "section", "published", "language", "snippet", "copies"];

function plainSnippet(text) {
  return text.replace(/<\/?mark>/g, "").replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]);
}

// RFC 4180. Spreadsheets run a field that begins so as a formula, and articles are strangers' text: docs/answers.md has the rule.
function field(value) {
  const text = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  const safe = typeof value !== "number" && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function tableRows(hits) {
  const rows = hits.map((hit) => COLUMNS.map((name) => field(name === "snippet" ? plainSnippet(hit.snippet ?? "") : hit[name])).join(","));
  return rows.map((row) => `${row}\r\n`).join("");
}

export function tableHead() {
  return `${COLUMNS.join(",")}\r\n`;
}

export function download(name, type, parts) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by the time that other work comes up.
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

const FORMATS = {
  csv: { type: "text/csv;charset=utf-8", head: () => [tableHead()], rows: tableRows },
  jsonl: { type: "application/x-ndjson", head: () => [], rows: (hits) => hits.map((hit) => `${JSON.stringify(hit)}\n`).join("") },
};

// Hands over the hits as they come, some at a time.
async function everyHit(page, signal, take) {
  const { limit, offset, ...asked } = searchParameters(page.state);
  const address = page.service.address("search", { ...asked, tz: zone() });
  const response = await page.service.request(address, { signal, accept: "application/x-ndjson" });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : lines.pop();
    const hits = lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
    if (hits.length > 0) take(hits);
    if (done) return;
  }
}

class ExportBar {
  constructor(page) {
    this.page = page;
    const { t } = page;
    this.count = h("span", { class: "export-count" });
    this.all = this.choice(t.exportAll, (format) => this.exportAll(format));
    this.some = this.choice(t.exportSelected, (format) => this.save(format, [FORMATS[format].rows([...page.selection.values()])], page.selection.size));
    this.stop = h("button", { type: "button", class: "quiet", hidden: true, onclick: () => this.running?.abort() }, t.stop);
    this.element = h("section", { class: "export", "aria-label": t.exportAll, hidden: true }, this.count, this.some, this.all, this.stop);
    document.addEventListener("dateline-selection", () => this.tell());
  }

  choice(label, run) {
    const { t } = this.page;
    return h("span", { class: "export-choice", role: "group", "aria-label": label }, `${label}: `,
      h("button", { type: "button", class: "quiet", onclick: () => run("csv") }, t.exportCsv),
      h("button", { type: "button", class: "quiet", onclick: () => run("jsonl") }, t.exportLines));
  }

  follow(answer) {
    this.element.hidden = !answer || answer.total.value === 0;
    this.tell();
  }

  tell() {
    const { size } = this.page.selection;
    this.some.hidden = size === 0;
    this.count.textContent = size === 0 ? "" : this.page.t.selected(size);
  }

  save(format, parts, count) {
    download(`dateline.${format}`, FORMATS[format].type, [...FORMATS[format].head(), ...parts]);
    this.page.say(this.page.t.exported(count));
  }

  async exportAll(format) {
    const { t } = this.page;
    this.running = new AbortController();
    this.stop.hidden = false;
    const parts = [];
    let count = 0;
    try {
      await everyHit(this.page, this.running.signal, (hits) => {
        parts.push(FORMATS[format].rows(hits));
        count += hits.length;
        this.count.textContent = t.exporting(count);
      });
      this.save(format, parts, count);
      this.count.textContent = t.exported(count);
    } catch (error) {
      this.count.textContent = error.name === "AbortError" ? "" : t.problems[error.kind] ?? t.problems.network;
      this.page.say(this.count.textContent);
    } finally {
      this.stop.hidden = true;
    }
  }
}

export function exportBar(page) {
  const bar = new ExportBar(page);
  bar.element.follow = (answer) => bar.follow(answer);
  return bar.element;
}

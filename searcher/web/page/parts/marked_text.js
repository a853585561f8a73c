// Marks in a whole article. The service marks snippets, and one that is long enough is the whole body with white space evened out:
// its marks are then put on the body letter by letter. A longer body, whose snippet is a part of it, is marked by the forms that
// the snippet has marks around, wherever they stand as words.

import { quoted } from "../../elements/common/combobox.js";
import { h } from "../../elements/common/dom.js";
import { piecesOf } from "../../elements/common/marks.js";

// The longest snippet that the service makes.
const LONGEST = 10000;
// So many articles are looked at for one whose id cannot be asked for exactly.
const LIKE_IT = 20;
const LETTER = /[\p{L}\p{N}]/u;

// What finds an article by its id. One that cannot stand between quotes, since it has some, is asked for by its letters and others like it.
function idQuery(id) {
  const whole = quoted(id);
  return whole === `"${id}"` ? `id:${whole}` : `id:${id.replace(/[^\p{L}\p{N}]+/gu, "*")}`;
}

// What the query marks in the article: {pieces, forms} of its body, and {headline, standfirst} as the service marks them, where it does.
export async function marksOf(page, signal) {
  const { q, id, match } = page.state;
  if (!q.trim()) return { pieces: [], forms: [], fields: {} };
  const asked = { q: `(${q}) AND ${idQuery(id)}`, match: match === "all" ? "" : match, snippet: LONGEST, limit: LIKE_IT, collapse: "none" };
  const answer = await page.get("search", asked, signal).catch((error) => {
    if (error.name === "AbortError") throw error;
    return { hits: [] }; // the text is worth showing without marks
  });
  const hit = answer.hits.find((one) => one.id === id) ?? {};
  // A snippet of the standfirst marks nothing in the body.
  const pieces = hit.snippet === hit.marked?.standfirst ? [] : piecesOf(hit.snippet);
  return { pieces, forms: [...new Set(pieces.filter((piece) => piece.marked).map((piece) => piece.text))], fields: hit.marked ?? {} };
}

// Ranges [start, end) of the body that the pieces mark; null where they are not this body's whole text.
function rangesByPieces(body, pieces) {
  const ranges = [];
  let at = 0;
  for (const { text, marked } of pieces) {
    let start = -1;
    for (const letter of text.replace(/\s/g, "")) {
      while (at < body.length && /\s/.test(body[at])) at += 1;
      if (!body.startsWith(letter, at)) return null;
      if (start < 0) start = at;
      at += letter.length;
    }
    if (marked && start >= 0) ranges.push([start, at]);
  }
  return body.slice(at).trim() === "" ? ranges : null;
}

function isWord(text, start, end) {
  const within = (a, b) => a >= 0 && b < text.length && LETTER.test(text[a]) && LETTER.test(text[b]);
  return !within(start - 1, start) && !within(end - 1, end);
}

// Where one of the forms stands as a word; the longest where several do.
function rangesByForms(text, forms) {
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  const ranges = [];
  for (let at = 0; at < text.length;) {
    const place = at;
    const form = ordered.find((one) => text.startsWith(one, place) && isWord(text, place, place + one.length));
    if (form) ranges.push([place, place + form.length]);
    at += form ? form.length : 1;
  }
  return ranges;
}

function nodesOf(text, ranges, from = 0, to = text.length) {
  const nodes = [];
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= from || start >= to) continue;
    nodes.push(text.slice(at, Math.max(start, from)), h("mark", {}, text.slice(Math.max(start, from), Math.min(end, to))));
    at = Math.min(end, to);
  }
  return [...nodes, text.slice(at, to)].filter((node) => node !== "");
}

// The paragraphs of the body, each a list of texts and marks.
export function markedBody(body, { pieces, forms }) {
  const ranges = (pieces.length > 0 && rangesByPieces(body, pieces)) || rangesByForms(body, forms);
  const paragraphs = [];
  let from = 0;
  for (const part of body.split(/(\n\n+)/)) {
    if (part.trim() !== "") paragraphs.push(nodesOf(body, ranges, from, from + part.length));
    from += part.length;
  }
  return paragraphs;
}

// Snippets: HTML-escaped text in which only <mark> is markup, as docs/answers.md has it. It is taken apart here into texts and
// marks, and never given to the browser as markup.

const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&apos;": "'" };

function plain(text) {
  return text.replace(/&(?:amp|lt|gt|quot|#39|apos);/g, (sign) => SIGNS[sign]);
}

// [{text, marked}] in their order; empty ones are left out.
export function piecesOf(snippet) {
  const pieces = [];
  let marked = false;
  for (const part of String(snippet ?? "").split(/(<mark>|<\/mark>)/)) {
    if (part === "<mark>" || part === "</mark>") marked = part === "<mark>";
    else if (part !== "") pieces.push({ text: plain(part), marked });
  }
  return pieces;
}

// Nodes of the snippet, with <mark> elements.
export function markedNodes(snippet) {
  return piecesOf(snippet).map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

// Nodes of a hit's headline or standfirst, with <mark> elements around what the query met in it; `otherwise` where it has none.
export function fieldNodes(hit, field, otherwise) {
  return hit.marked?.[field] ? markedNodes(hit.marked[field]) : [hit[field] ?? otherwise];
}

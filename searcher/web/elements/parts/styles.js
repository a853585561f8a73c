// The elements' style sheet, made once and shared by all of them: a constructed sheet needs no leave of a page's policy for inline
// styles. Colours and fonts are custom properties, which the page around may set; parts may be styled by ::part().

const TEXT = `
:host {
  display: block; container-type: inline-size;
  --_ink: var(--dateline-ink, light-dark(#1b1a17, #ece9e1)); --_soft: var(--dateline-ink-soft, light-dark(#56534b, #aeaa9f));
  --_paper: var(--dateline-paper, light-dark(#fff, #1c1f23)); --_rule: var(--dateline-rule, light-dark(#d9d5ca, #3b3f45));
  --_edge: var(--dateline-edge, light-dark(#86816f, #7d7a72)); --_accent: var(--dateline-accent, light-dark(#9d1c1f, #f08e84));
  --_accent-ink: var(--dateline-accent-ink, light-dark(#fff, #1b1210)); --_link: var(--dateline-link, light-dark(#1d4568, #9cc4e8));
  --_mark: var(--dateline-mark, light-dark(#fbe7a1, #6a5514)); --_mark-ink: var(--dateline-mark-ink, light-dark(#1b1a17, #fff8e0));
  color: var(--_ink); font: var(--dateline-size, 1rem)/1.5 var(--dateline-font, system-ui, sans-serif);
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
p, ul, h2, h3 { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--_link); }
:focus-visible { outline: 3px solid var(--_link); outline-offset: 2px; }
button, input { font: inherit; color: inherit; min-height: 2.25rem; border: 1px solid var(--_edge); border-radius: 3px; background: var(--_paper); padding: 0.25rem 0.75rem; }
button { cursor: pointer; }
form { position: relative; display: flex; }
form input { flex: 1; min-width: 0; border-inline-end: 0; border-start-end-radius: 0; border-end-end-radius: 0; }
form button { background: var(--_accent); border-color: var(--_accent); color: var(--_accent-ink); font-weight: 600; border-start-start-radius: 0; border-end-start-radius: 0; }
form ul { position: absolute; z-index: 10; inset-inline: 0; top: calc(100% + 2px); background: var(--_paper); border: 1px solid var(--_edge); box-shadow: 0 6px 20px rgb(0 0 0 / 0.2); max-height: 20rem; overflow: auto; }
form li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.375rem 0.75rem; cursor: pointer; }
form li small { color: var(--_soft); }
form li[aria-selected="true"], form li:hover { box-shadow: inset 3px 0 0 var(--_accent); background: color-mix(in srgb, var(--_ink) 7%, var(--_paper)); }
.status { font-size: 0.875em; color: var(--_soft); min-height: 1.5em; margin-block: 0.5rem; }
.facets { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-block-end: 0.5rem; align-items: center; font-size: 0.875em; }
.facets button { min-height: 1.75rem; padding: 0 0.625rem; border-color: var(--_rule); border-radius: 99px; }
.facets button[aria-pressed="true"] { border-color: var(--_accent); font-weight: 600; }
.facets small { color: var(--_soft); }
.list > li { padding-block: 0.75rem; border-top: 1px solid var(--_rule); overflow-wrap: anywhere; }
.kicker, .copies { font-size: 0.8125em; color: var(--_soft); }
.kicker b { color: var(--_accent); }
h2 { font: 650 1em/1.3 var(--dateline-headline-font, Georgia, serif); margin-block-end: 0.5rem; }
h3 { font: 600 1.125em/1.3 var(--dateline-headline-font, Georgia, serif); margin-block: 0.125rem; }
h3 a { color: inherit; text-decoration: none; display: inline-block; min-height: 1.5rem; }
h3 a:hover { text-decoration: underline; color: var(--_accent); }
.snippet { font-size: 0.9375em; }
mark { background: var(--_mark); color: var(--_mark-ink); }
.problem { border-inline-start: 4px solid var(--_accent); padding: 0.5rem 0.75rem; margin-block: 0.5rem; }
.offers a { display: inline-block; min-height: 1.5rem; margin-inline-end: 0.75rem; }
.more { margin-block-start: 0.5rem; }
`;

let sheet = null;

export function sheetOf() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(TEXT);
  }
  return sheet;
}

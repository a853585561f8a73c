// The views behind the list: an article, an entity, a trend; the form that builds a query; taking hits along.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { conditionText, groupText } from "../../searcher/web/page/parts/builder.js";
import { tableRows } from "../../searcher/web/page/parts/export.js";
import { markedBody } from "../../searcher/web/page/parts/marked_text.js";
import { everyMonth } from "../../searcher/web/page/views/entity.js";
import { ATTACK, ODD_ID } from "./articles.js";
import { readerOf, settled } from "./support.js";

const words = (text, more) => ({ field: "", kind: "words", text, distance: 8, ...more });

async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), "utf8") };
}

function plainTests() {
  test("the form writes what one would type", () => {
    const cases = [
      [{ kind: "all", parts: [words("bridge inquiry")] }, "bridge inquiry"],
      [{ kind: "all", parts: [words("bridge"), { kind: "any", parts: [words("ferry"), words("night boat")] }] }, "bridge (ferry OR (night boat))"],
      [{ kind: "all", parts: [words("bridge"), { kind: "none", parts: [words("ferry")] }] }, "bridge NOT ferry"],
      [{ kind: "all", parts: [words("a"), { kind: "none", parts: [words("b"), words("c d", { kind: "phrase" })] }] }, 'a NOT (b OR "c d")'],
      [{ kind: "any", parts: [words("a", { field: "headline" }), words("Ann Lee", { field: "person" })] }, 'headline:a OR person:"Ann Lee"'],
      [{ kind: "all", parts: [{ kind: "any", parts: [words("a"), { kind: "all", parts: [words("b"), words("c")] }] }, words("d")] }, "(a OR (b c)) d"],
      [{ kind: "all", parts: [words(""), { kind: "any", parts: [words(" ")] }] }, ""],
    ];
    for (const [group, query] of cases) assert.equal(groupText(group), query);
  });

  test("signs that would be operators mean nothing in the form", () => {
    assert.equal(conditionText(words('a" OR (b -c date:2020')), "a or b c date 2020");
    assert.equal(conditionText(words("troops iraq", { kind: "near", distance: 5 })), '"troops iraq"~5');
    assert.equal(conditionText(words("x y", { field: "headline" })), "headline:(x y)");
  });

  test("a table has no formulas, and its quotes are doubled", () => {
    const row = tableRows([{ rank: 1, id: "a", headline: "=1+1", byline: ["A", "B"], snippet: 'said <mark>&quot;two, or so&quot;</mark>' }]);
    assert.equal(row, `1,a,,'=1+1,,A; B,,,,,"said ""two, or so""",\r\n`);
  });

  test("a timeline has the months without an article too", () => {
    assert.deepEqual(everyMonth([{ start: "2021-11-01", articles: 2 }, { start: "2022-02-01", articles: 1 }]).map((one) => one.articles), [2, 0, 0, 1]);
    assert.deepEqual(everyMonth([]), []);
  });
}

// Outside of a browser there is no document: marks are then told by their texts.
function withPlainDocument(run) {
  const before = globalThis.document;
  globalThis.document = { createElement: () => ({ setAttribute() {}, append(...texts) { this.mark = texts.join(""); } }) };
  try {
    return run();
  } finally {
    globalThis.document = before;
  }
}

function markTests() {
  const told = (nodes) => nodes.map((node) => (typeof node === "string" ? node : `[${node.mark}]`)).join("");
  test("marks of a whole snippet stand where the service put them, others wherever their words do", () => withPlainDocument(() => {
    const pieces = [{ text: "The ", marked: false }, { text: "wind", marked: true }, { text: " fell. A wind rose.", marked: false }];
    assert.deepEqual(markedBody("The wind fell.\n\nA wind rose.", { pieces, forms: ["wind"] }).map(told), ["The [wind] fell.", "A wind rose."]);
    assert.deepEqual(markedBody("Longer. The wind fell.\n\nWindy wind.", { pieces, forms: ["wind"] }).map(told), ["Longer. The [wind] fell.", "Windy [wind]."]);
    assert.deepEqual(markedBody("rewind the wind's wind farm", { pieces: [], forms: ["wind", "wind farm"] }).map(told), ["rewind the [wind]'s [wind farm]"]);
  }));
}

export function tests(world) {
  plainTests();
  markTests();
  let page;
  const reader = readerOf(world);
  const at = async (address, options) => { page = await reader.at(address, options); };
  const over = (name, run) => reader.over(name, run);

  over("an article opens with its hits marked, which n and p go through, and the way back finds the list", async () => {
    await at("?q=crane");
    await page.click(".hit h2 a");
    await page.waitForURL(/view=article/);
    await page.waitForSelector(".article-text mark");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
    const marks = await page.locator(".article-text mark").count();
    await page.keyboard.press("n");
    assert.equal(await page.locator(".where").textContent(), `Hit 1 of ${marks}`);
    await page.keyboard.press("p");
    assert.equal(await page.locator(".where").textContent(), `Hit ${marks} of ${marks}`);
    await page.click(".back");
    await page.waitForURL(/\?q=crane$/);
    assert.equal(await page.locator(".hit").count(), 1);
  });

  over("beside an article stand its entities, its copies with what differs, its background and what is like it", async () => {
    await at("?view=article&id=original");
    await page.waitForSelector("#copies .diff", { state: "attached" });
    await page.click("#copies summary");
    assert.match(await page.locator("#copies ins").textContent(), /evening/);
    await at("?view=article&id=urn:wire:20250514-harlan-voss-fined");
    await page.waitForSelector(".likes li");
    await page.waitForFunction(() => document.querySelectorAll(".likes").length === 2);
    const titles = await page.locator(".article-rail h2").allTextContents();
    for (const title of ["Background", "Similar articles"]) assert.ok(titles.includes(title), title);
    const beside = await page.locator(".likes a").evaluateAll((all) => all.map((one) => one.href));
    assert.equal(new Set(beside).size, beside.length, "what is background is not told again as similar");
    await page.click(".article-rail .chip.person");
    await page.waitForURL(/view=entity/);
    await page.waitForSelector(".entity-view");
  });

  over("what was met in the headline and the standfirst is marked there, and what was asked of them alone nowhere else", async () => {
    await at("?view=article&id=attack&q=zanthor+standfirst");
    const marked = async () => [await page.locator("h1 mark").allTextContents(), await page.locator(".standfirst mark").allTextContents()];
    assert.deepEqual(await marked(), [["Zanthor"], ["Standfirst"]]);
    await page.keyboard.press("n");
    assert.equal(await page.locator("h1 mark.current").count(), 1);
    await at("?view=article&id=attack&q=headline%3Azanthor");
    assert.deepEqual(await marked(), [["Zanthor"], []]);
    assert.equal(await page.locator(".article-text mark").count(), 1);
  });

  over("an article whose id has quotation marks has its hits marked", async () => {
    await at(`?${new URLSearchParams({ view: "article", id: ODD_ID, q: "body" })}`);
    assert.deepEqual(await page.locator(".article-text p mark").allTextContents(), ["Body"]);
  });

  over("a citation has title, source, date, address and id", async () => {
    await at("?view=article&id=original");
    const citation = await page.inputValue("#citation");
    for (const part of ["Board hears of crane at the quay", "Quay Wire", "1 June 2024", "https://quay.example/crane", "id: original"]) assert.ok(citation.includes(part), part);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click(".citation button");
    await page.waitForSelector("text=Copied");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), citation);
  });

  over("an article that is not there is told of, and leads back", async () => {
    await at("?view=article&id=nowhere&q=x");
    assert.match(await page.locator(".problem").textContent(), /no such article/);
    assert.equal(await page.getAttribute(".back", "href"), "?q=x");
  });

  over("an entity has names, a timeline, associates and its latest articles", async () => {
    await at("?view=entity&name=harlan-voss");
    assert.equal(await page.locator("h1").textContent(), "Harlan-Voss");
    assert.ok((await page.locator(".timeline rect").count()) > 12);
    assert.ok((await page.locator(".associates li").count()) > 3);
    assert.ok((await page.locator(".hit").count()) > 2);
    await page.click("text=All articles");
    await page.waitForURL(/q=org/);
  });

  over("a trend shows queries side by side, as a chart, a table and files", async () => {
    await at("?view=trend&q=bridge&by=year");
    await page.click("text=Add a query");
    await page.keyboard.type("ferry");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=bridge&q=ferry/);
    await page.waitForSelector(".legend li:nth-child(2)");
    assert.equal(await page.locator(".chart polyline").count(), 2);
    const csv = await downloaded(page, () => page.click("text=Download CSV"));
    assert.match(csv.text, /^start,"bridge","ferry"\r\n\d{4}-01-01,\d+,\d+\r\n/);
    const svg = await downloaded(page, () => page.click("text=Download SVG"));
    assert.equal(svg.name, "dateline-trend.svg");
    assert.match(svg.text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(svg.text, /stroke="rgb\(157, 28, 31\)"/);
    await at(`?view=trend&q=${encodeURIComponent(ATTACK)}&q=tide`);
    const strange = await downloaded(page, () => page.click("text=Download SVG"));
    assert.doesNotMatch(strange.text, /<img|<script/);
    const table = await downloaded(page, () => page.click("text=Download CSV"));
    assert.ok(table.text.includes(`"${ATTACK.replaceAll('"', '""')}"`));
  });

  over("of several queries over time, the wrong one is told with a caret under the fault", async () => {
    await at("?view=trend&q=tide&q=crane+%28a");
    assert.equal(await page.locator(".fault").textContent(), "crane (a\n      ^");
    assert.match(await page.locator(".problem").textContent(), /never closed/);
  });

  over("the form builds a nested query and runs it", async () => {
    await at("");
    await page.click("text=Build a query");
    await page.waitForSelector(".builder");
    await page.keyboard.type("bridge");
    await page.click("text=Add a group");
    await page.keyboard.type("ferry");
    await page.locator(".group .group").getByText("Add words").click();
    await page.keyboard.type("harbour board");
    assert.equal(await page.locator(".written").textContent(), "bridge (ferry OR (harbour board))");
    await page.click("text=Search for it");
    await page.waitForURL(/q=bridge\+%28ferry/);
    await settled(page);
    assert.ok((await page.locator(".hit").count()) > 0);
  });

  over("the form asks for words near each other, in a field, none of others, between two dates", async () => {
    await at("");
    await page.click("text=Build a query");
    await page.waitForSelector(".builder");
    const form = page.locator(".builder");
    await form.getByLabel("Words", { exact: true }).fill("tide day");
    await form.getByLabel("as", { exact: true }).selectOption("near");
    await form.getByLabel("Words apart").fill("5");
    await form.getByLabel("In", { exact: true }).selectOption("body");
    await page.click("text=Add a group");
    await page.locator(".group .group select").first().selectOption("none");
    await page.locator(".group .group input").first().fill("slack");
    await form.getByLabel("From").fill("2019");
    await form.getByLabel("To", { exact: true }).fill("2020-06");
    assert.equal(await page.locator(".written").textContent(), 'body:"tide day"~5 NOT slack');
    await page.click("text=Search for it");
    await page.waitForURL(/from=2019&to=2020-06/);
    await settled(page);
    assert.ok((await page.locator(".hit").count()) > 0);
  });

  over("hits are picked over several pages, and all of an answer are exported to the last one", async () => {
    await at("?q=tide&collapse=none");
    await page.locator(".pick input").first().check();
    await page.click("a[rel=next]");
    await page.waitForURL(/offset=10/);
    await settled(page);
    await page.locator(".pick input").nth(1).check();
    const some = await downloaded(page, () => page.locator("[aria-label='Export selection'] >> text=JSON lines").click());
    assert.equal(some.text.trim().split("\n").map((line) => JSON.parse(line).headline).length, 2);
    const all = await downloaded(page, () => page.locator("[aria-label='Export all'] >> text=CSV").last().click());
    const found = Number(/(\d+) articles/.exec(await page.locator(".found").textContent())[1]);
    assert.ok(found > 50);
    assert.equal(all.text.trim().split("\r\n").length, found + 1);
  });

  over("on paper there is nothing to press", async () => {
    await at("?q=tide");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".box", ".rail", ".paging", ".export", ".pick"]) assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    assert.equal(await page.locator(".hit").first().isVisible(), true);
  });
}

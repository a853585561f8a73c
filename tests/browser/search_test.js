// Searching, as a reader does it.
import assert from "node:assert/strict";
import { readerOf, settled } from "./support.js";

const hits = (page) => page.locator(".hit");
const headlines = (page) => page.locator(".hit h2").allTextContents();
const parameter = (page, name) => new URL(page.url()).searchParams.get(name);

export function tests(world) {
  let page;
  const reader = readerOf(world);
  const at = async (address, options) => { page = await reader.at(address, options); };
  const over = (name, run) => reader.over(name, run);

  over("where nothing is asked, the newest articles are shown", async () => {
    await at("");
    assert.match(await page.locator("h1").textContent(), /newest/);
    assert.equal(await hits(page).count(), 10);
    assert.match(await page.locator(".hit time").first().getAttribute("datetime"), /^2026/);
  });

  over("a search shows hits with marks, and its address is the API's", async () => {
    await at("");
    await page.fill("#q", "crane");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?q=crane$/);
    await settled(page);
    assert.ok((await page.locator(".hit .snippet mark").allTextContents()).includes("crane"));
    assert.deepEqual(await page.locator(".hit h2 mark").allTextContents(), ["crane"]);
    assert.match(await page.locator("#status").textContent(), /Results for crane/);
    assert.equal(await page.title(), "crane – Dateline");
  });

  over("copies are folded, and unfold", async () => {
    await at("?q=crane");
    assert.match(await page.locator(".story summary").textContent(), /and 1 more/);
    await page.click(".story summary");
    await page.waitForSelector(".copies li");
    assert.equal(await page.locator(".copies li").count(), 1);
  });

  over("completions are chosen by keyboard, as an ARIA combobox has them", async () => {
    await at("");
    await page.locator("#q").pressSequentially("sellick harb");
    await page.waitForSelector("#completions:not([hidden])");
    assert.equal(await page.getAttribute("#q", "aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getAttribute("#q", "aria-activedescendant"), "completions-0");
    assert.equal(await page.getAttribute("#completions-0", "aria-selected"), "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=place/);
    await settled(page);
    assert.equal(parameter(page, "q"), 'place:"Sellick Harbour Bridge"');
    assert.ok((await hits(page).count()) > 0);
  });

  over("Escape closes the completions and leaves what was typed", async () => {
    await at("");
    await page.locator("#q").pressSequentially("brid");
    await page.waitForSelector("#completions:not([hidden])");
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("#completions"), false);
    assert.equal(await page.inputValue("#q"), "brid");
  });

  over("a facet filters by a click, keeps the counts of its other values, and goes again", async () => {
    await at("?q=tide");
    const source = page.locator("section.facet").filter({ hasText: "Source" });
    const before = await source.locator("a").allTextContents();
    await source.locator("a", { hasText: "Tide Gazette" }).click();
    await page.waitForURL(/source/);
    await settled(page);
    assert.equal(parameter(page, "q"), 'tide source:"Tide Gazette"');
    assert.equal(await page.inputValue("#q"), "tide");
    assert.deepEqual((await source.locator("a").allTextContents()).sort(), before.sort());
    assert.ok((await page.locator(".hit .source").allTextContents()).every((name) => name.includes("Tide Gazette")));
    await page.click(".active a");
    await page.waitForURL(/\?q=tide$/);
  });

  over("the histogram filters by dragging, by a click and by keys", async () => {
    await at("?q=tide");
    const box = await page.locator(".plot").boundingBox();
    const [left, right, y] = [box.x + box.width * 0.3, box.x + box.width * 0.6, box.y + 20];
    await page.mouse.move(left, y);
    await page.mouse.down();
    await page.mouse.move(right, y, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=.*to=/);
    await settled(page);
    const [from, to] = [parameter(page, "from"), parameter(page, "to")];
    assert.ok(from < to && from > "2018", `${from} ${to}`);
    const days = await page.locator(".hit time").evaluateAll((all) => all.map((one) => one.dateTime.slice(0, 7)));
    assert.ok(days.every((day) => day >= from && day <= to), days.join());
    await page.locator(".thumb").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("from") > from);
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "slider");
    await page.mouse.click(box.x + 2, y);
    await page.waitForURL((url) => url.searchParams.get("from") === null);
  });

  over("pages have addresses of their own, and the back button finds them as they were left", async () => {
    await at("?q=tide");
    const first = await headlines(page);
    await page.click("a[rel=next]");
    await page.waitForURL(/offset=10/);
    await settled(page);
    const second = await headlines(page);
    assert.equal(first.filter((one) => second.includes(one)).length, 0);
    await page.locator("a[rel=next]").scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    await page.click("a[rel=next]");
    await page.waitForURL(/offset=20/);
    await settled(page);
    await page.goBack();
    await settled(page);
    assert.deepEqual(await headlines(page), second);
    assert.equal(await page.evaluate(() => scrollY), place);
    await at(`?${new URL(page.url()).searchParams}`);
    assert.deepEqual(await headlines(page), second);
  });

  over("another order and any of the words are asked for by the API's names", async () => {
    await at("?q=tide+quillon");
    assert.equal(await hits(page).count(), 0);
    await page.click("text=Try any of the words");
    await page.waitForURL(/match=any/);
    await settled(page);
    assert.ok((await hits(page).count()) > 5);
    await page.focus("#choose-sort");
    await page.selectOption("#choose-sort", "oldest");
    await page.waitForURL(/sort=oldest/);
    await settled(page);
    assert.match(await page.locator(".hit time").first().getAttribute("datetime"), /^2018/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "choose-sort");
  });

  over("where nothing is found, what was perhaps meant is offered and runs", async () => {
    await at("?q=brigde+inqary");
    assert.equal(await page.locator("#status").textContent(), "No article matches.");
    await page.click(".offer");
    await page.waitForURL(/q=bridge/);
    await settled(page);
    assert.ok((await hits(page).count()) > 0);
  });

  over("an error is told with a caret under the fault, and the box says so", async () => {
    await at("?q=Dašić+(inqu");
    assert.equal(await page.locator(".fault-at").textContent(), "(");
    assert.match(await page.locator(".problem").textContent(), /never closed/);
    assert.equal(await page.getAttribute("#q", "aria-invalid"), "true");
    assert.equal(await page.getAttribute("#q", "aria-describedby"), "problem");
    await page.fill("#q", "Dašić");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=Da%C5%A1i%C4%87$/);
    await settled(page);
    assert.equal(await page.getAttribute("#q", "aria-invalid"), null);
    assert.equal(await page.locator(".problem").count(), 0);
  });

  over("notices are told in words", async () => {
    await at("?q=%22onward+movement");
    assert.match(await page.locator(".notices").textContent(), /quote was not closed/);
  });

  over("every example of the help runs", async () => {
    await at("");
    await page.click("text=Help");
    await page.waitForSelector("dialog .example");
    const examples = await page.locator("dialog .example").allTextContents();
    assert.ok(examples.length > 8);
    for (const example of examples) {
      const answer = await page.evaluate((q) => fetch(`api/v1/search?${new URLSearchParams({ q })}`).then((one) => one.status), example);
      assert.equal(answer, 200, example);
    }
    await page.locator("dialog .example").first().click();
    await page.waitForURL(/q=bridge\+inquiry/);
    assert.equal(await page.locator("dialog").count(), 0);
  });

  over("of several indexes one is chosen, and everything on the page is asked of it", async () => {
    await at("?q=tide");
    const shown = () => page.locator("#index").inputValue();
    await page.waitForSelector("#index");
    assert.deepEqual(await page.locator("#index option").allTextContents(), ["news", "elsewhere"]);
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.selectOption("#index", "elsewhere");
    await page.waitForURL(/q=tide&index=elsewhere/);
    await settled(page);
    assert.deepEqual(await headlines(page), ["Orchard fair opens"]);
    await page.click(".hit h2 a");
    await page.waitForURL(/view=article.*index=elsewhere/);
    await page.waitForSelector(".article-text mark");
    await settled(page);
    await page.click(".article-rail .chip.person");
    await page.waitForURL(/view=entity.*index=elsewhere/);
    await settled(page);
    await page.locator("#q").pressSequentially("orch");
    await page.waitForSelector("#completions:not([hidden])");
    const outside = asked.filter((url) => url.includes("/api/v1/") && !url.includes("/api/v1/elsewhere/"));
    assert.deepEqual(outside, []);
    for (const view of ["article", "search"]) {
      await page.goBack();
      await page.waitForURL((url) => (url.searchParams.get("view") ?? "search") === view);
    }
    assert.equal(await shown(), "elsewhere");
    await page.goBack();
    await page.waitForURL(/\?q=tide$/);
    assert.equal(await shown(), "");
    await at("?index=news&q=tide");
    await page.waitForSelector("#index");
    assert.equal(await shown(), "", "the first by its name");
    await at("?index=nowhere&q=tide");
    assert.match(await page.locator(".problem").textContent(), /no such|index/i);
  });

  over("the page speaks German to whoever does, and can be told to", async () => {
    await at("?q=bridge", { locale: "de-DE" });
    assert.match(await page.locator("h1").textContent(), /Ergebnisse für bridge/);
    assert.match(await page.locator(".hit time").first().textContent(), /November/);
    assert.equal(await page.getAttribute("html", "lang"), "de");
    await page.click("text=English");
    await page.waitForSelector("html[lang=en]");
    assert.match(await page.locator("h1").textContent(), /Results/);
  });
}

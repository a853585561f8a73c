// The elements, embedded in pages of another origin that allow them nothing but what README.md of the elements asks for.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { findings } from "./accessibility_test.js";
import { ATTACK } from "./articles.js";
import { Portal } from "./portal.js";
import { readerOf, WEB } from "./support.js";

const MOST_OF_AN_ELEMENT = 25 * 1024;

function inOrder(page, name) {
  return page.evaluate((event) => { globalThis.told = []; document.addEventListener(event, (one) => globalThis.told.push(one.detail)); }, name);
}

export function tests(world) {
  let portal;
  let page;
  const reader = readerOf(world);
  test("a portal is there", async () => { portal = await new Portal(world.service).start(); });

  const at = async (body, query = "") => {
    portal.show(body);
    page = await reader.open();
    await page.goto(portal.address + query);
    await page.waitForFunction(() => customElements.get("dateline-search") && customElements.get("dateline-related"));
  };
  const over = (name, run) => reader.over(name, run);

  over("an element of another origin searches under a strict policy, with marks and events", async () => {
    await at('<dateline-search src="SRC"></dateline-search>');
    await inOrder(page, "dateline-search");
    await page.locator("input").fill("crane");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dateline-search mark");
    assert.equal(await page.locator("li[part=hit]").count(), 1);
    assert.deepEqual(await page.locator("[part=headline] mark").allTextContents(), ["crane"]);
    assert.equal(await page.evaluate(() => globalThis.told[0].total.value), 2);
    assert.match(await page.locator("[part=status]").textContent(), /2 articles/);
    assert.notEqual(await page.locator("button[type=submit]").evaluate((button) => getComputedStyle(button).backgroundColor), "rgba(0, 0, 0, 0)");
  });

  over("completions, filters and more hits are there by keyboard", async () => {
    await at('<dateline-search src="SRC" facets="source section" limit="5" query="tide"></dateline-search>');
    await page.waitForSelector("li[part=hit]");
    await page.locator("[part=facet]").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("[part=facet][aria-pressed=true]");
    await page.waitForFunction(() => document.querySelector("dateline-search").shadowRoot.activeElement?.getAttribute("aria-pressed") === "true");
    await page.locator("[part~=more]").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("dateline-search").hits.length === 10);
    await page.locator("input").fill("");
    await page.locator("input").pressSequentially("sellick harb");
    await page.waitForSelector("[role=option]:first-child:has-text('Sellick Harbour Bridge')");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("dateline-search").query.startsWith("place:"));
  });

  over("no field of an article and no query becomes markup in them, and none is altered", async () => {
    await at('<dateline-search src="SRC" query="zanthor" facets="source person" open="original"><template slot="hit"><h3><a data-field="link"></a></h3><p data-field="source"></p><p data-field="byline"></p><p data-field="snippet"></p></template></dateline-search><dateline-related src="SRC" article="attack"></dateline-related>');
    await page.waitForSelector("dateline-search [part=facet]");
    await page.waitForFunction(() => document.querySelector("dateline-related").shadowRoot.childElementCount > 0);
    const told = await page.locator("dateline-search").evaluate((one) => one.shadowRoot.textContent);
    for (const field of ["Zanthor headline", "Source", "Author", "Zed of person"]) assert.ok(told.includes(`${field} ${ATTACK}`), field);
    await page.evaluate((query) => document.querySelector("dateline-search").search(query), `${ATTACK} (`);
    await page.waitForSelector("[part=problem]");
    for (const bad of ["img", "iframe", "main script", "[onerror]", "[onload]", "[onclick]", 'a[href^="javascript"]']) assert.equal(await page.locator(bad).count(), 0, bad);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  });

  over("two on one page know nothing of each other, and leave nothing in the global scope", async () => {
    await at('<dateline-search id="a" src="SRC" query="crane"></dateline-search><dateline-search id="b" src="SRC" query="tide" scope="source:&quot;Tide Gazette&quot;" lang="de"></dateline-search>');
    await page.waitForSelector("#a li[part=hit]");
    await page.waitForSelector("#b li[part=hit]");
    assert.match(await page.locator("#b [part=status]").textContent(), /28 Artikel/);
    const [a, b] = await page.evaluate(() => ["a", "b"].map((id) => document.getElementById(id).hits.map((hit) => hit.source)));
    assert.equal(a.length, 1);
    assert.ok(b.every((source) => source === "Tide Gazette"));
    const added = await page.evaluate(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const clean = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter((name) => !clean.has(name) && !/^\d+$|^[ab]$/.test(name));
    });
    assert.deepEqual(added.filter((name) => !name.startsWith("__playwright") && !name.startsWith("__pw")), []);
  });

  over("the page's address is left alone unless it is asked to tell, and then goes back", async () => {
    await at('<dateline-search src="SRC" query="crane"></dateline-search>');
    await page.waitForSelector("li[part=hit]");
    assert.equal(page.url(), portal.address);
    await at('<dateline-search src="SRC" reflect="news"></dateline-search>', "?news=crane&other=1");
    await page.waitForSelector("li[part=hit]");
    await page.evaluate(() => document.querySelector("dateline-search").search("tide"));
    assert.equal(new URL(page.url()).search, "?news=tide&other=1");
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("dateline-search").query === "crane");
  });

  over("a page shows hits in its own way, opens them itself, and says what stands where nothing is", async () => {
    await at(`<dateline-search src="SRC" query="crane"><p slot="empty" id="none">Ask the desk.</p>
<template slot="hit"><h4><a data-field="link"></a></h4><i data-field="source"></i><span data-field="snippet"></span></template></dateline-search>`);
    await page.waitForSelector("dateline-search h4 a");
    assert.ok((await page.locator("dateline-search i").textContent()).length > 3);
    assert.equal(await page.locator("dateline-search span mark").first().textContent(), "crane");
    await page.evaluate(() => document.addEventListener("dateline-select", (event) => { event.preventDefault(); globalThis.opened = event.detail.id; }));
    await page.click("dateline-search h4 a");
    assert.ok(["original", "copy"].includes(await page.evaluate(() => globalThis.opened)));
    assert.equal(page.url(), portal.address);
    await page.evaluate(() => document.querySelector("dateline-search").search("qqqzzz"));
    await page.waitForFunction(() => document.getElementById("none").checkVisibility());
  });

  over("axe-core finds nothing in them: hits, filters, completions, an error", async () => {
    await at('<dateline-search src="SRC" facets="source section" query="tide"></dateline-search><dateline-related src="SRC" article="urn:wire:20250514-harlan-voss-fined"></dateline-related>');
    await page.waitForSelector("dateline-search li[part=hit]");
    await page.waitForSelector("dateline-related li[part=hit]");
    assert.deepEqual(await findings(page), []);
    await page.locator("input").fill("");
    await page.locator("input").pressSequentially("brid");
    await page.waitForSelector("[role=option]");
    assert.deepEqual(await findings(page), []);
    await page.evaluate(() => document.querySelector("dateline-search").search("(a"));
    await page.waitForSelector("[part=problem]");
    assert.deepEqual(await findings(page), []);
  });

  over("a token shows what its groups may see, and one that has expired is told of", async () => {
    await at('<dateline-search src="SRC"></dateline-search>');
    const found = (token) => page.evaluate(async (given) => {
      const element = document.querySelector("dateline-search");
      element.token = given ? async () => given : "";
      return (await element.search("yarrow"))?.total.value ?? element.shadowRoot.querySelector("[part=problem]").textContent;
    }, token);
    assert.equal(await found(""), 0);
    assert.equal(await found(world.service.token(["board"], 60)), 1);
    assert.match(await found(world.service.token(["board"], -600)), /session has ended/);
  });

  over("errors are told, and are events", async () => {
    await at('<dateline-search src="SRC"></dateline-search>');
    await inOrder(page, "dateline-error");
    await page.evaluate(() => document.querySelector("dateline-search").search("(a"));
    await page.waitForSelector("[part=problem]");
    assert.match(await page.locator("[part=problem]").textContent(), /never closed/);
    await page.evaluate(() => { document.querySelector("dateline-search").setAttribute("src", "http://127.0.0.1:9/"); });
    await page.waitForFunction(() => globalThis.told.length === 2);
    assert.deepEqual(await page.evaluate(() => globalThis.told.map((one) => one.kind)), ["query", "network"]);
    page.complaints = page.complaints.filter((one) => !one.includes("127.0.0.1:9"));
  });

  over("background stands beside any article, and nothing beside one that is not known", async () => {
    await at('<dateline-related src="SRC" article="urn:wire:20250514-harlan-voss-fined" limit="3"></dateline-related><dateline-related id="none" src="SRC" article="nowhere"></dateline-related>');
    await page.waitForSelector("dateline-related li[part=hit]");
    assert.equal(await page.locator("dateline-related [part=hit]").count(), 3);
    assert.match(await page.locator("dateline-related h2").first().textContent(), /Background/);
    assert.match(await page.locator("dateline-related a").first().getAttribute("href"), /\?view=article&id=/);
    assert.equal(await page.locator("#none [part=problem]").count(), 0);
  });

  test("each element with all that it loads is at most 25 KB", () => {
    for (const name of ["dateline-search.js", "dateline-related.js"]) {
      const loaded = new Set();
      const load = (file) => {
        if (loaded.has(file)) return;
        loaded.add(file);
        for (const [, other] of fs.readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) load(path.resolve(path.dirname(file), other));
      };
      load(path.join(WEB, "elements", name));
      const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(fs.readFileSync(file)).length, 0);
      console.log(`# ${name}: ${bytes} bytes in ${loaded.size} files`);
      assert.ok(bytes <= MOST_OF_AN_ELEMENT, `${bytes} bytes`);
    }
  });

  test("what is written of the elements names all that they observe", () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(WEB, "elements/custom-elements.json"), "utf8"));
    const readme = fs.readFileSync(path.join(WEB, "elements/README.md"), "utf8");
    for (const module of manifest.modules) {
      const source = fs.readFileSync(path.join(WEB, "elements", module.path), "utf8");
      const told = module.declarations[0].attributes.map((one) => one.name);
      for (const [, name] of /observedAttributes = \[([^\]]*)\]/.exec(source)[1].matchAll(/"([^"]+)"/g)) assert.ok(told.includes(name), name);
      for (const name of told) assert.ok(readme.includes(`\`${name}\``), name);
    }
    const declared = (key) => new Set(manifest.modules.flatMap((one) => one.declarations.flatMap((each) => (each[key] ?? []).map((row) => row.name))));
    const sources = fs.readdirSync(path.join(WEB, "elements"), { recursive: true }).filter((name) => name.endsWith(".js")).map((name) => fs.readFileSync(path.join(WEB, "elements", name), "utf8")).join("\n");
    for (const [key, used] of [["cssProperties", /var\((--dateline-[a-z-]+)/g], ["cssParts", /part: "([a-z]+)"/g], ["events", /\.tell\("([a-z-]+)"/g]]) {
      const found = new Set([...sources.matchAll(used)].map((one) => one[1]));
      assert.deepEqual([...found].filter((name) => !declared(key).has(name)), [], key);
      for (const name of found) assert.ok(readme.includes(`\`${name}\``), name);
    }
  });

  test("the portal goes", () => portal.end());
}

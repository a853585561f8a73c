// The main tasks once more in Firefox ESR, over WebDriver BiDi.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import puppeteer from "puppeteer-core";
import { ATTACK, ODD_ID } from "./articles.js";
import { Portal } from "./portal.js";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const PATIENCE = 20000;

export function tests(world) {
  const skip = fs.existsSync(FIREFOX) ? false : "firefox-esr is not on this machine";
  let browser;
  let page;
  let portal;
  let downloads;
  const shown = () => page.waitForFunction(() => document.querySelector("[aria-busy]") === null && document.querySelector("main")?.childElementCount > 0);
  const count = (selector) => page.$$eval(selector, (all) => all.length);
  const texts = (selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent));
  const text = (selector) => page.$eval(selector, (one) => one.textContent);
  const click = (selector) => page.waitForSelector(selector).then(() => page.$eval(selector, (one) => one.click()));
  const addressHas = (part) => page.waitForFunction((wanted) => location.search.includes(wanted), {}, part);
  const at = async (address) => {
    await page.goto(world.service.address + address);
    await shown();
  };
  const ask = async (words) => {
    await page.$eval("#q", (box) => { box.value = ""; });
    await page.type("#q", words);
    await page.keyboard.press("Enter");
  };

  const downloaded = async (name) => {
    const file = path.join(downloads, name);
    for (let tries = 0; tries < 100 && !(fs.existsSync(file) && fs.statSync(file).size > 0); tries += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
    return fs.readFileSync(file, "utf8");
  };

  test("Firefox starts", { skip }, async () => {
    downloads = path.join(world.service.directory, "downloads");
    fs.mkdirSync(downloads);
    browser = await puppeteer.launch({
      browser: "firefox", executablePath: FIREFOX, headless: true, protocol: "webDriverBiDi",
      extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.useDownloadDir": true },
    });
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ width: 1280, height: 900 });
    portal = await new Portal(world.service).start();
  });

  test("Firefox searches, completes and filters", { skip }, async () => {
    await at("");
    await ask("tide");
    await page.waitForFunction(() => location.search === "?q=tide");
    await shown();
    assert.equal(await count(".hit"), 10);
    assert.ok((await count(".hit mark")) > 0);
    await click('a[data-key^="facet-source"]');
    await addressHas("source");
    await page.$eval("#q", (box) => { box.value = ""; });
    await page.type("#q", "sellick harb");
    await page.waitForSelector("#completions:not([hidden])");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await addressHas("place");
  });

  test("Firefox drags in the histogram, pages, shares the address, exports, opens and goes back", { skip }, async () => {
    await at("?q=tide&collapse=none");
    const box = await (await page.$(".plot")).boundingBox();
    await page.mouse.move(box.x + box.width * 0.2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 3 });
    await page.mouse.up();
    await addressHas("from=");
    await shown();
    await click("a[rel=next]");
    await addressHas("offset=10");
    await shown();
    const list = page.url();
    const headlines = await texts(".hit h2");
    await click("[role=group][aria-label='Export all'] button");
    await page.waitForFunction(() => /exported/i.test(document.getElementById("status").textContent));
    const found = Number(/(\d+) articles/.exec(await text(".found"))[1]);
    assert.equal((await downloaded("dateline.csv")).trim().split("\r\n").length, found + 1);
    await click(".hit h2 a");
    await page.waitForSelector(".article-text mark");
    await page.keyboard.press("n");
    assert.match(await text(".where"), /^Hit 1/);
    await click(".back");
    await page.waitForFunction((url) => location.href === url && document.querySelector(".hit"), {}, list);
    await page.goto(list);
    await shown();
    assert.deepEqual(await texts(".hit h2"), headlines, "whoever is sent the address sees the same");
  });

  test("Firefox shows strangers' text as text, from right to left where it is so, and marks Japanese", { skip }, async () => {
    for (const address of ["?q=zanthor", "?view=article&id=attack&q=zanthor", `?view=article&id=${encodeURIComponent(ODD_ID)}`, `?q=${encodeURIComponent(`${ATTACK} (`)}`]) {
      await at(address);
      assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
      assert.equal(await count("body img, body script, [onerror], [onload], [onclick]"), 0);
    }
    await at("?q=%D8%AC%D8%B3%D8%B1");
    assert.equal(await page.$eval('.hit[data-id="arabic"] h2', (one) => getComputedStyle(one).direction), "rtl");
    await at(`?q=${encodeURIComponent("新しい橋")}`);
    assert.ok((await texts('.hit[data-id="japanese"] mark')).join("").includes("新しい橋"));
  });

  test("Firefox tells of a service that is slow, and of one that is stopped", { skip }, async () => {
    await at("?q=tide");
    world.service.halt();
    try {
      await ask("crane");
      await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Still searching"));
    } finally {
      world.service.goOn();
    }
    await shown();
    assert.match(await text(".hit h2"), /crane/);
    await world.service.stop();
    try {
      await ask("ferry");
      await page.waitForSelector(".problem");
      assert.match(await text(".problem"), /cannot be reached/);
    } finally {
      await world.service.again();
    }
    await click(".problem button");
    await page.waitForSelector(".hit");
  });

  test("Firefox runs two elements in a page of another origin under a strict policy, and tells of an expired token", { skip }, async () => {
    portal.show('<dateline-search id="a" src="SRC" query="crane"></dateline-search><dateline-search id="b" src="SRC" query="tide" facets="source"></dateline-search>');
    await page.goto(portal.address);
    const inside = (id, selector) => page.waitForFunction((one, wanted) => document.getElementById(one).shadowRoot?.querySelector(wanted), {}, id, selector);
    await inside("a", "mark");
    await inside("b", "[part=facet]");
    const hits = await page.evaluate(() => ["a", "b"].map((id) => document.getElementById(id).hits.length));
    assert.deepEqual(hits, [1, 10]);
    const found = (token) => page.evaluate(async (given) => {
      const element = document.getElementById("a");
      element.token = given;
      return (await element.search("yarrow"))?.total.value ?? element.shadowRoot.querySelector("[part=problem]").textContent;
    }, token);
    assert.equal(await found(world.service.token(["board"], 60)), 1);
    assert.match(await found(world.service.token(["board"], -600)), /session has ended/);
  });

  test("Firefox ends", { skip }, async () => {
    portal?.end();
    await browser.close();
  });
}

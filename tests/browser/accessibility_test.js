// Whoever sees, hears or types otherwise: axe-core on every state, each task by the keyboard alone, zoom, targets, the focus.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { readerOf, settled } from "./support.js";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LEAST_TARGET = 24;
const MOST_TABS = 400;

// Which of them look at colours, and so at a dark page once more.
const COLOURS = ["color-contrast", "link-in-text-block"];

export async function findings(page, runOnly = { type: "tag", values: RULES }) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(AXE);
  const { violations } = await page.evaluate((only) => globalThis.axe.run(document, { runOnly: only, resultTypes: ["violations"] }), runOnly);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} – ${node.failureSummary}`).join("; ")}`);
}

const openHelp = (page) => page.click("text=Help").then(() => page.waitForSelector("dialog .example"));
const openBuilder = (page) => page.click("text=Build a query").then(() => page.waitForSelector(".builder"));
const complete = (page) => page.locator("#q").pressSequentially("brid").then(() => page.waitForSelector("#completions:not([hidden])"));
const unfold = (page) => page.click(".story summary").then(() => page.waitForSelector(".copies li"));
const showCopies = (page) => page.waitForSelector("#copies summary").then(() => page.click("#copies summary"));

const STATES = [
  ["the newest articles", ""], ["results", "?q=bridge"], ["results that are filtered", '?q=tide+source:"Tide+Gazette"&from=2019&to=2021'],
  ["nothing found", "?q=brigde+inqary"], ["an error", "?q=(a"], ["notices", "?q=%22onward+movement"], ["copies unfolded", "?q=crane", unfold],
  ["completions", "", complete], ["the help", "", openHelp], ["the form", "", openBuilder], ["an article", "?view=article&id=original&q=crane", showCopies],
  ["an article from right to left", "?view=article&id=arabic"], ["an article that is not there", "?view=article&id=nowhere"],
  ["an entity", "?view=entity&name=harlan-voss"], ["an entity that is not known", "?view=entity&name=nobody-at-all"], ["a trend", "?view=trend&q=bridge&q=ferry&by=year"], ["a trend that is not asked yet", "?view=trend"], ["a trend of a wrong query", "?view=trend&q=%28a"],
];

async function smallTargets(page) {
  return page.evaluate((least) => [...document.querySelectorAll("a, button, input, select, summary, [role=slider]")].filter((element) => {
    const box = element.getBoundingClientRect();
    const hidden = box.width === 0 || !element.checkVisibility() || element.matches(".skip, .pick input") || element.closest("[inert]");
    // A link in a line of text is exempt (2.5.8).
    const inLine = element.tagName === "A" && getComputedStyle(element).display === "inline" && element.parentElement.textContent.trim() !== element.textContent.trim();
    return !hidden && !inLine && (box.width < least || box.height < least);
  }).map((element) => `${element.tagName} ${element.className} “${element.textContent.slice(0, 30)}” ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}`), LEAST_TARGET);
}

// WCAG 2.2, 1.4.12: as much space as a reader may ask for. A style of the reader's own is no element, which the page's policy forbids.
const SPACE = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
function restyle(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

// Texts that reach out of their box, and so are cut off or stand upon something else; and a page that is wider than the window. What
// scrolls by itself may be longer.
function cutOff(page) {
  return page.evaluate(() => {
    const told = (element, how) => `${element.tagName} ${element.className} “${element.textContent.slice(0, 30)}” ${how}`;
    const out = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} pixels wide`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility() || element.closest(".unseen, .skip, svg") || element.matches("option, textarea")) continue;
      const style = getComputedStyle(element);
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
      if (!hasText || element.clientHeight === 0 || /auto|scroll/.test(style.overflow)) continue;
      // A pixel for rounding, and half a line for what letters have below and above.
      const slack = Math.max(2, Number.parseFloat(style.fontSize) * 0.5);
      if (element.scrollHeight > element.clientHeight + slack) out.push(told(element, `${element.scrollHeight} in ${element.clientHeight} high`));
      if (element.scrollWidth > element.clientWidth + 2) out.push(told(element, `${element.scrollWidth} in ${element.clientWidth} wide`));
    }
    return out;
  });
}

export function tests(world) {
  let page;
  const reader = readerOf(world);
  const at = async (address, options) => { page = await reader.at(address, options); };
  const over = (name, run) => reader.over(name, run);

  // One state after the other in one page: what a state leaves open is closed by the next.
  over("axe-core finds nothing on any state, light or dark; at 400 % and with the text spaced nothing is cut off; what is pressed is large enough", async () => {
    await at("");
    await page.evaluate(restyle, "h1 { block-size: 0.5em !important }");
    assert.equal((await cutOff(page)).length, 1, "what is cut off is seen");
    for (const [name, address, act] of STATES) {
      await page.goto(world.service.address + address);
      await settled(page);
      await act?.(page);
      assert.deepEqual(await findings(page), [], name);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await findings(page, { type: "rule", values: COLOURS }), [], `${name}, dark`);
      await page.emulateMedia({ colorScheme: "light" });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
        assert.deepEqual(await cutOff(page), [], `${name}, ${width} pixels wide`);
        if (width === 320) assert.deepEqual(await smallTargets(page), [], name);
        await page.evaluate(restyle, SPACE);
        assert.deepEqual(await cutOff(page), [], `${name}, ${width} pixels wide, with the text spaced`);
        await page.evaluate(() => { document.adoptedStyleSheets = []; });
      }
    }
  });

  // From where the focus is, by Tab alone, to the first element that the selector matches.
  const tabTo = async (selector) => {
    for (let i = 0; i < MOST_TABS; i += 1) {
      await page.keyboard.press("Tab");
      const there = await page.evaluate((one) => {
        const element = document.activeElement;
        if (!element.matches(one)) return false;
        const style = getComputedStyle(element);
        return { outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
      }, selector);
      if (there) return assert.ok(there.outlined, `the focus shows on ${selector}`);
    }
    return assert.fail(`no way by Tab to ${selector}`);
  };

  over("the keyboard alone searches, completes, filters, chooses a period, pages, opens, steps and goes back", async () => {
    await at("");
    await page.keyboard.press("/");
    await page.keyboard.type("tide");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=tide/);
    await settled(page);
    await tabTo("[role=slider]");
    for (const key of ["PageUp", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await page.waitForURL(/from=/);
    await settled(page);
    await tabTo('a[data-key^="facet-source"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/source/);
    await settled(page);
    await tabTo("a[rel=next]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/offset=10/);
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
    await tabTo(".hit h2 a");
    await page.keyboard.press("Enter");
    await page.waitForURL(/view=article/);
    await page.waitForSelector(".article-text mark");
    await settled(page);
    await page.keyboard.press("n");
    assert.match(await page.locator(".where").textContent(), /^Hit 1/);
    await tabTo(".back");
    await page.keyboard.press("Enter");
    await page.waitForURL(/offset=10/);
  });

  over("the keyboard alone picks, exports, builds a query, reads the help and changes the language", async () => {
    await at("?q=tide");
    await tabTo(".pick input");
    await page.keyboard.press("Space");
    await tabTo("[aria-label='Export selection'] button");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "dateline.csv");
    await at("");
    await tabTo(".tools button");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".builder");
    await page.keyboard.type("bridge");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=bridge/);
    await settled(page);
    await tabTo(".tools button:last-child");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog .example");
    await page.locator(".switch input").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Help");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Help", "single keys are switched off");
    await tabTo("#colophon button[lang=de]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("html[lang=de]");
  });

  over("where the system decides on colours, what is drawn has them too", async () => {
    await at('?q=tide&from=2019&to=2021', { forcedColors: "active" });
    const colour = (selector, name) => page.locator(selector).first().evaluate((one, property) => getComputedStyle(one)[property], name);
    const text = await colour("h1", "color");
    assert.equal(await colour(".bars rect:not(.out)", "fill"), text);
    assert.notEqual(await colour(".bars rect.out", "fill"), text);
    await at("?view=trend&q=bridge&q=ferry&by=year", { forcedColors: "active" });
    assert.equal(await colour(".chart .series-2", "stroke"), text);
    await at("?view=article&id=original&q=crane", { forcedColors: "active" });
    await page.keyboard.press("n");
    const [outline, ground] = [await colour("mark.current", "outlineColor"), await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)];
    assert.notEqual(outline, ground);
    assert.notEqual(outline, await colour("mark.current", "color"));
  });

  over("nothing moves for whoever wants that, and nothing jumps when answers come, of an opened page those in sight first", async () => {
    await at("?q=bridge", { reducedMotion: "reduce" });
    assert.ok(await page.evaluate(() => document.getAnimations().length === 0));
    const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const fresh = await context.newPage();
    await fresh.addInitScript(() => {
      globalThis.shift = 0;
      globalThis.counts = [];
      new MutationObserver(() => {
        const count = document.querySelectorAll(".hit").length;
        if (count !== (globalThis.counts.at(-1) ?? 0)) globalThis.counts.push(count);
      }).observe(document, { subtree: true, childList: true });
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
    });
    await fresh.goto(`${world.service.address}?q=bridge`);
    await settled(fresh);
    assert.deepEqual(await fresh.evaluate(() => globalThis.counts), [5, 10]);
    const shift = await fresh.evaluate(() => globalThis.shift);
    console.log(`# layout shift: ${shift.toFixed(4)}`);
    assert.ok(shift < 0.02, String(shift));
    await context.close();
  });
}

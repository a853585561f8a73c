// The pictures under docs/images, and of every main state at four widths, light and dark, to look at after a change:
//
//   node tests/browser/screenshots.js                 writes docs/images anew
//   node tests/browser/screenshots.js --all FOLDER    writes all states into FOLDER
import fs from "node:fs";
import path from "node:path";
import { openPage, ROOT, Service, settled, startBrowser } from "./support.js";

const ARTICLE = "?view=article&id=u462e17aa1bca6fff212d0f77&q=bridge+inquiry";
const SHOWN = [
  ["search", "?q=bridge", { width: 1280, height: 860 }, "light"],
  ["search-dark", "?q=bridge+OR+ferry&from=2021-11&to=2023-06", { width: 1280, height: 860 }, "dark"],
  ["article", ARTICLE, { width: 1280, height: 860 }, "light"],
  ["trend", "?view=trend&q=bridge&q=ferry&q=inquiry&by=year", { width: 1280, height: 860 }, "light"],
  ["phone", "?q=bridge", { width: 390, height: 780 }, "light"],
];
// Each with what is pressed in it, if anything.
const STATES = {
  newest: [""], results: ["?q=bridge"], filtered: ['?q=bridge+source:"Meridian+Wire"&from=2021&to=2023'], nothing: ["?q=brigde+inqary"], error: ["?q=bridge+(inquiry"],
  copies: ["?q=crane", (page) => page.click(".story summary")],
  completions: ["", (page) => page.locator("#q").pressSequentially("brid").then(() => page.waitForSelector("#completions:not([hidden])"))],
  help: ["", (page) => page.click("text=Help").then(() => page.waitForSelector("dialog .example"))],
  form: ["", (page) => page.click("text=Build a query").then(() => page.waitForSelector(".builder")).then(() => page.click("text=Add a group"))],
  article: [ARTICLE, (page) => page.waitForSelector(".likes li")], "right-to-left": ["?view=article&id=arabic"],
  entity: ["?view=entity&name=harlan-voss"], trend: ["?view=trend&q=bridge&q=ferry&by=year"],
};
const WIDTHS = [320, 768, 1280, 1920];

async function take(browser, address, viewport, colorScheme, file, fullPage) {
  const page = await openPage(browser, { viewport, colorScheme });
  await page.goto(address);
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  if (address.includes("view=article")) await page.waitForSelector(".likes li");
  await page.screenshot({ path: file, fullPage });
  await page.context().close();
}

// A new page at each width, for some of what is shown is drawn for the room that there is.
async function takeAll(browser, base, folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, [address, press]] of Object.entries(STATES)) {
    for (const width of WIDTHS) {
      const page = await openPage(browser, { viewport: { width, height: 900 } });
      await page.goto(base + address);
      await settled(page);
      await press?.(page);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await page.context().close();
    }
  }
}

const service = await new Service().start();
const browser = await startBrowser();
try {
  const at = process.argv.indexOf("--all");
  if (at > 0) await takeAll(browser, service.address, process.argv[at + 1]);
  else for (const [name, address, viewport, scheme] of SHOWN) await take(browser, service.address + address, viewport, scheme, path.join(ROOT, "docs/images", `${name}.png`), false);
} finally {
  await browser.close();
  await service.end();
}

// A service over an index of its own, and a browser before it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { ARTICLES, ELSEWHERE, MANY } from "./articles.js";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const WEB = path.join(ROOT, "searcher/web");
const BIN = process.env.DATELINE_BIN ?? path.join(ROOT, "build/dev/bin");
const FIXTURES = "corpus/fixtures";

function buildIndex(directory, name, articles, ...more) {
  const records = path.join(directory, `${name}.jsonl`);
  fs.writeFileSync(records, articles.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const db = path.join(directory, name);
  const listed = fs.readFileSync(path.join(ROOT, FIXTURES, "manifest.tsv"), "utf8").replace(/^(?=.)/gm, `${FIXTURES}/`);
  const run = spawnSync(path.join(BIN, "dateline-index"), ["add", "--db", db, "--progress", "never", ...more, records], { cwd: ROOT, input: listed, encoding: "utf8" });
  // Exit code 3: front pages among the fixtures are rejected.
  if (run.status !== 0 && run.status !== 3) throw new Error(`no index: ${run.stderr}`);
  return `${name}=${db}`;
}

// A running `dateline-search serve` with two indexes; `address` ends with a slash.
export class Service {
  constructor() {
    this.directory = fs.mkdtempSync(path.join(os.tmpdir(), "dateline-browser-"));
    this.indexes = [buildIndex(this.directory, "news", [...ARTICLES, ...MANY], "--files-from", "-", `${FIXTURES}/feed.jsonl`),
      buildIndex(this.directory, "elsewhere", ELSEWHERE)];
    this.secret = crypto.randomBytes(32).toString("hex");
    this.keys = path.join(this.directory, "key");
    fs.writeFileSync(this.keys, this.secret);
  }

  // A token of `groups` that is valid for so many seconds from now; the service has to be started with --jwt-keys.
  token(groups, seconds) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ groups, exp: Math.floor(Date.now() / 1000) + seconds })}`;
    return `${text}.${crypto.createHmac("sha256", this.secret).update(text).digest("base64url")}`;
  }

  async start(...flags) {
    const base = flags.includes("--base-path") ? flags[flags.indexOf("--base-path") + 1] : "";
    const port = this.address ? new URL(this.address).port : 0;
    this.flags = flags;
    this.process = spawn(path.join(BIN, "dateline-search"), ["serve", ...this.indexes.flatMap((one) => ["--db", one]), "--listen", `127.0.0.1:${port}`, ...flags], { stdio: ["ignore", "ignore", "pipe"] });
    const said = await new Promise((resolve, reject) => {
      let text = "";
      this.process.stderr.on("data", (piece) => {
        text += piece;
        if (text.includes("ready")) resolve(text);
      });
      this.process.on("exit", () => reject(new Error(`the service has not begun: ${text}`)));
    });
    this.address = `${/listening on (\S+?)\/?\s/.exec(said)[1]}${base}/`;
    return this;
  }

  // The same again, at the same address.
  again() {
    return this.start(...this.flags);
  }

  // Neither answers nor refuses, until it goes on.
  halt() {
    this.process.kill("SIGSTOP");
  }

  goOn() {
    this.process.kill("SIGCONT");
  }

  stop() {
    return new Promise((resolve) => {
      this.process.on("exit", resolve);
      this.process.kill("SIGTERM");
    });
  }

  async end() {
    if (this.process.exitCode === null) await this.stop();
    fs.rmSync(this.directory, { recursive: true, force: true });
  }
}

export function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
}

const WINDOW = { width: 1280, height: 900 };

// A fresh page of a reader; whatever its console complains of is an error of the test that has it.
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: WINDOW, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    // That an answer was refused is what some tests are about.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) page.complaints.push(message.text());
  });
  return page;
}

// Settled: the view has been shown, and no answer is under way.
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector("[aria-busy]") === null && document.querySelector("main")?.childElementCount > 0);
}

// One reader with one window, which all tests share: `at` goes to an address of the service, and `over` is a test during which the page
// has complained of nothing. A test finds nothing of the one before: what it stored, routed or set is taken back.
export class Reader {
  constructor(world) {
    this.world = world;
  }

  // Opening a window takes a second or two, so only another kind of reader (a language, less motion) gets one.
  async open(options = {}) {
    const kind = JSON.stringify(options);
    if (this.page && kind === this.kind) return this.page;
    const complaints = this.page?.complaints ?? [];
    await this.close();
    this.page = await openPage(this.world.browser, options);
    this.page.complaints.push(...complaints);
    this.kind = kind;
    return this.page;
  }

  async at(address, options) {
    await this.open(options);
    await this.page.goto(new URL(address, this.world.service.address).href);
    await settled(this.page);
    return this.page;
  }

  async begin() {
    if (!this.page) return;
    this.page.complaints = [];
    this.page.removeAllListeners("request");
    await this.page.unrouteAll();
    await this.page.evaluate(() => { try { localStorage.clear(); } catch { /* a page that is none of ours */ } });
    await this.page.setViewportSize(WINDOW);
    await this.page.emulateMedia({ media: null, colorScheme: null, reducedMotion: JSON.parse(this.kind).reducedMotion ?? null });
  }

  over(name, run) {
    test(name, async () => {
      await this.begin();
      await run();
      assert.deepEqual(this.page.complaints, []);
    });
  }

  async close() {
    await this.page?.context().close();
    this.page = null;
  }
}

export function readerOf(world) {
  world.reader ??= new Reader(world);
  return world.reader;
}

// The page as files: their sizes, how they are sent, and that they are sound.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ROOT, WEB } from "./support.js";

const MOST_OF_THE_PAGE = 60 * 1024;
const MOST_LINES = 400;

function filesBelow(directory, ending) {
  return fs.readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const found = path.join(directory, entry.name);
    if (entry.name === "node_modules") return [];
    if (entry.isDirectory()) return filesBelow(found, ending);
    return found.endsWith(ending) ? [found] : [];
  });
}

// As the service sends it: the bytes on the wire.
async function sent(address, headers = {}) {
  const response = await fetch(address, { headers: { "Accept-Encoding": "gzip", ...headers } });
  return { response, bytes: Number(response.headers.get("content-length")) };
}

async function pageAndItsFiles(base) {
  const html = await (await fetch(base)).text();
  return { html, version: /assets\/([0-9a-f]+)\//.exec(html)[1] };
}

export function tests(world) {
  test("every script is sound, and no file is longer than one reads", () => {
    const own = path.join(ROOT, "tests/browser");
    const files = [...filesBelow(WEB, ".js"), ...filesBelow(own, ".js")];
    const read = 'for (const file of process.argv.slice(1)) new vm.SourceTextModule(fs.readFileSync(file, "utf8"), { identifier: file })';
    const check = spawnSync(process.execPath, ["--no-warnings", "--experimental-vm-modules", "-e", read, ...files], { encoding: "utf8" });
    assert.equal(check.status, 0, check.stderr);
    for (const file of files) {
      assert.ok(fs.readFileSync(file, "utf8").split("\n").length <= MOST_LINES + 1, file);
    }
  });

  test("scripts have no way from a string to code or markup", () => {
    for (const file of filesBelow(WEB, ".js")) {
      assert.doesNotMatch(fs.readFileSync(file, "utf8"), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|\.srcdoc/, file);
    }
  });

  test("the page is at most 60 KB in all, as it is sent", async () => {
    const { version } = await pageAndItsFiles(world.service.address);
    let all = (await sent(world.service.address)).bytes;
    const files = [".js", ".css", ".svg"].flatMap((ending) => filesBelow(path.join(WEB, "page"), ending))
      .concat(filesBelow(path.join(WEB, "elements/common"), ".js"));
    for (const file of files) {
      const { response, bytes } = await sent(`${world.service.address}assets/${version}/${path.relative(WEB, file)}`);
      assert.equal(response.status, 200, file);
      all += bytes;
    }
    assert.ok(all <= MOST_OF_THE_PAGE, `${all} bytes`);
    console.log(`# the page: ${all} bytes in all`);
  });

  test("what the page loads at once is named in it, so that it comes all together", () => {
    const loaded = new Set();
    const load = (file) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const [, other] of fs.readFileSync(file, "utf8").matchAll(/^(?:import|export)[^;]*?from "(\.[^"]+)"/gm)) load(path.resolve(path.dirname(file), other));
    };
    for (const script of ["main.js", "early.js"]) load(path.join(WEB, "page", script));
    const named = [...fs.readFileSync(path.join(WEB, "page/index.html"), "utf8").matchAll(/assets\/\{\{version\}\}\/([^"]+\.js)/g)].map((found) => found[1]);
    assert.deepEqual(named.sort(), [...loaded].map((file) => path.relative(WEB, file)).sort());
  });

  test("files that change with their address are kept for ever, the page is asked for each time", async () => {
    const { version } = await pageAndItsFiles(world.service.address);
    const { response } = await sent(`${world.service.address}assets/${version}/page/main.js`);
    assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
    const page = (await sent(world.service.address)).response;
    assert.equal(page.headers.get("cache-control"), "public, no-cache");
    const again = await sent(world.service.address, { "If-None-Match": page.headers.get("etag") });
    assert.equal(again.response.status, 304);
    assert.equal((await sent(`${world.service.address}assets/000000000000/page/main.js`)).response.status, 404);
  });

  test("the page may load and run what the service sends, and nothing else", async () => {
    const policy = (await fetch(world.service.address)).headers.get("content-security-policy");
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  });
}

// A page of somebody else that has the elements in it (another port is another origin), under a policy that allows nothing but what the
// elements' README.md asks for.
import http from "node:http";

export class Portal {
  constructor(service) {
    this.service = service;
    this.body = "";
    this.server = http.createServer((request, response) => {
      const origin = new URL(service.address).origin;
      response.writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": `default-src 'none'; script-src ${origin}; connect-src ${origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      });
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title>
<script type="module" src="${service.address}widget/dateline-search.js"></script><script type="module" src="${service.address}widget/dateline-related.js"></script>
<main><h1>Portal</h1><h2>News</h2>${this.body}</main></html>`);
    });
  }

  // What its page has from now on; SRC stands for the service's address.
  show(body) {
    this.body = body.replaceAll("SRC", this.service.address);
  }

  end() {
    this.server.close();
  }

  start() {
    return new Promise((resolve) => {
      this.server.listen(0, "127.0.0.1", () => {
        this.address = `http://127.0.0.1:${this.server.address().port}/`;
        resolve(this);
      });
    });
  }
}

import { expect, test } from "vitest";
import { finished } from "./document";

test("the framework's scripts and their data are taken out; data blocks and our own file stay", () => {
  const kept =
    '<script type="application/ld+json">{"a":"\\u003cb"}</script><script type="module" src="/enhance.js"></script>';
  const html = `<head><link rel="preload" as="script" href="/x.js"/><link rel="stylesheet" href="/x.css"/></head><body><p>a</p>${kept}<script nonce="n">self.__next_f.push([1,"<p>"])</script><script src="/_next/x.js" async=""></script></body>`;
  expect(finished(html, "/")).toBe(
    `<head><link rel="stylesheet" href="/x.css"/></head><body><p>a</p>${kept}</body>`,
  );
});

test("a form that is sent to its own page names the address, whatever stands in it", () => {
  expect(finished('<form class="form" action="" method="POST"><p action="">', '/post?a="><b>&c=$&')).toBe(
    '<form class="form" action="/post?a=&#34;&#62;&#60;b&#62;&#38;c=$&#38;" method="POST"><p action="">',
  );
});

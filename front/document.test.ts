import { expect, test } from "vitest";
import { documentFault, finished } from "./document";

test("the framework's scripts and their data are taken out; data blocks and our own file stay", () => {
  const kept =
    '<script type="application/ld+json">{"a":"\\u003cb"}</script><script type="module" src="/enhance.js?v=1"></script>';
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

const whole = (body: string) =>
  `<!DOCTYPE html><html><head><title>A</title></head><body>${body}</body></html>`;

test("a whole document has no fault, whatever its texts say", () => {
  expect(
    documentFault(whole('<p title="x style=1 onclick=2">a style= onload= javascript:</p>')),
  ).toBeUndefined();
  expect(
    documentFault(whole('<script type="application/ld+json">{"a":"<b onclick=1>"}</script>')),
  ).toBeUndefined();
  expect(documentFault(whole("<svg><title>B</title></svg>"))).toBeUndefined();
});

test.each([
  ['<template id="B:0"></template>', "streams"],
  ['<div hidden="" id="S:0"></div>', "in its place"],
  ["<!--$?-->", "still being made"],
  ['<a href="javascript:alert(1)">', "as an address"],
  ['<p class="a" onclick="x">', "handler"],
  ['<p style="color:red">', "style"],
  ["<script>1</script>", "not ours"],
  ['<script src="/other.js"></script>', "not ours"],
])("%s is a fault", (body, why) => {
  expect(documentFault(whole(body))).toContain(why);
});

test("a text that is cut off, or has no title of its own, is a fault", () => {
  expect(documentFault(whole("").slice(0, -5))).toContain("cut off");
  expect(documentFault(whole("").replace("<title>A</title>", ""))).toContain("title");
});

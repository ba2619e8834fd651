import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { complaintsFile, port } from "./place";

const complaints = (): string[] =>
  fs.existsSync(complaintsFile)
    ? fs
        .readFileSync(complaintsFile, "utf8")
        .split("\n")
        .filter((line) => line !== "" && line !== ofFrame)
    : [];

/** A journey puts a page into a frame of another site, which is refused (e2e/open-data.spec.ts); a browser tells no more of it than where it is from. */
const ofFrame = `Policy report: ${JSON.stringify({
  page: "/",
  directive: "frame-ancestors",
  refused: `http://localhost:${port}/`,
  sample: "",
})}`;

/** After all journeys: what the site complained of while they ran. */
test("no journey met a page that could not be kept, or a policy that refused something", async ({ page }) => {
  expect(complaints()).toEqual([]);
  // A check that sees nothing would pass as well.
  for (const address of ["/careers/bakers", "/sign-in"]) {
    const before = complaints().length;
    await page.goto(address);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.append("window.wasRun = true");
      document.head.append(script);
    });
    await expect.poll(() => complaints().length).toBe(before + 1);
    await page.evaluate(() => {
      const own = document.createElement("div");
      try {
        own.innerHTML = "<b>text</b>";
      } catch {
        return;
      }
      throw new Error("text became elements");
    });
    await expect.poll(() => complaints().length).toBe(before + 2);
    await page.evaluate(() => {
      new Image().src = "https://elsewhere.example/picture.png";
    });
    await expect.poll(() => complaints().length).toBe(before + 3);
    const told = complaints()
      .slice(before)
      .map((line) => JSON.parse(line.replace("Policy report: ", "")));
    expect(told).toMatchObject([
      { page: address, directive: "require-trusted-types-for", sample: expect.stringContaining("wasRun") },
      { page: address, directive: "require-trusted-types-for", sample: expect.stringContaining("innerHTML") },
      { page: address, directive: "img-src", refused: "https://elsewhere.example/picture.png" },
    ]);
    expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
  }
});

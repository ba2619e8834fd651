import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Expects of the page that is open that axe finds nothing to mend on it, and that it does not scroll sideways. */
export async function expectGoodLook(page: Page): Promise<void> {
  const address = page.url();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const [inner, content] = await page.evaluate(() => [
    window.innerWidth,
    document.documentElement.scrollWidth,
  ]);
  expect(content, `${address} scrolls sideways`).toBeLessThanOrEqual(inner ?? 0);
}

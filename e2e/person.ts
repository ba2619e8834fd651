import { expect, type Locator, type Page } from "@playwright/test";

/** How a person works a page: by pointing, or by keys alone. */
export type Hands = {
  type(control: Locator, text: string): Promise<void>;
  choose(control: Locator, label: string): Promise<void>;
  press(control: Locator): Promise<void>;
};

export const pointing: Hands = {
  type: (control, text) => control.fill(text),
  choose: async (control, label) => void (await control.selectOption({ label })),
  // A click waits for the page that it leads to.
  press: (control) => control.click(),
};

/** Tab until the control has the focus, as somebody without a mouse does; fails when it cannot be reached. */
async function reach(control: Locator): Promise<void> {
  const page = control.page();
  await expect(control).toHaveCount(1);
  const isThere = () => control.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < 300; i++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${control} cannot be reached by the Tab key`);
}

export const keys: Hands = {
  async type(control, text) {
    await reach(control);
    await control.page().keyboard.press("ControlOrMeta+a");
    await control.page().keyboard.type(text);
  },
  async choose(control, label) {
    await reach(control);
    await control.page().keyboard.type(label);
    await expect(control.locator("option:checked")).toHaveText(label);
  },
  async press(control) {
    await reach(control);
    // A key does not wait for the page that it leads to, as a click does.
    const next = control.page().waitForEvent("domcontentloaded");
    await control.page().keyboard.press("Enter");
    await next;
  },
};

/** The newest mail to an address in the local outbox, as it stands on its page. */
export async function mailTo(page: Page, address: string): Promise<Locator> {
  await page.goto("/outbox");
  const mail = page
    .getByRole("article")
    .filter({ has: page.getByText(`To ${address}`, { exact: true }) })
    .first();
  await expect(mail).toBeVisible();
  return mail;
}

/** Signs in on the sign-in page that is open, by the mailed link. */
export async function signInByMail(page: Page, address: string, hands: Hands): Promise<void> {
  await hands.type(page.getByLabel("Mail address"), address);
  await hands.press(page.getByRole("button", { name: "Mail me a link" }));
  await expect(page.getByRole("heading", { name: "Look at your mail" })).toBeVisible();
  await hands.press((await mailTo(page, address)).getByRole("link"));
  await hands.press(page.getByRole("button", { name: "Sign in" }));
}

/** Signs in as one of the demo people. */
export async function signInAs(page: Page, name: string, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole("button", { name, exact: true }).click();
}

import type { Page } from "@playwright/test";

/**
 * Has the face worker run a script before any code of ours: the only way to a
 * worker's own globals. To be called before the page is opened.
 */
export async function beforeFaceWorker(page: Page, script: string): Promise<void> {
  await page.route(/\/faceWorker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${script}}\n${await response.text()}` });
  });
}

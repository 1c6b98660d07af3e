import type { Page } from "@playwright/test";

/**
 * Has the face worker, and the one that asks WebGL who draws, run a script before any
 * code of ours: the only way to a worker's own globals. To be called before the page is opened.
 */
export async function beforeFaceWorker(page: Page, script: string): Promise<void> {
  await page.route(/\/(faceWorker|webGlProbeWorker)-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${script}}\n${await response.text()}` });
  });
}

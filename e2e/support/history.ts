// The history page and the database behind it.
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** A row as the first version of the app wrote it; never to be changed. */
export function rowOfVersion1(id: number, name: string, ru: string): object {
  const personId = name.toLowerCase().replaceAll(" ", "-");
  const best = { personId, name, names: { ru }, similarity: 0.9744, probability: 0.34 };
  const second = { ...best, personId: "alan-turing", name: "Alan Turing", names: {} };
  return {
    id,
    savedAt: Date.UTC(2026, 0, id, 12),
    galleryId: "celebrities",
    filter: "everyone",
    resemblesSomebody: true,
    comparedCount: 208,
    matches: [best, second],
  };
}

/** Makes the database of version 1 before the app has opened its own. */
export async function writeVersion1(page: Page, rows: readonly unknown[]): Promise<void> {
  await page.evaluate(
    (written) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("starlike", 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore("history", { keyPath: "id", autoIncrement: true });
        };
        opening.onerror = reject;
        opening.onsuccess = () => {
          const writing = opening.result.transaction("history", "readwrite");
          for (const row of written) writing.objectStore("history").put(row);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = reject;
        };
      }),
    rows,
  );
}

/** What the database holds, as far as it can be told in JSON, a picture as its type and size. */
export async function storedRows(page: Page): Promise<readonly Record<string, unknown>[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("starlike", 1);
        opening.onerror = reject;
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction("history")
            .objectStore("history")
            .getAll() as IDBRequest<Record<string, unknown>[]>;
          reading.onerror = reject;
          reading.onsuccess = () => {
            opening.result.close();
            const text = JSON.stringify(reading.result, (_, value: unknown) =>
              value instanceof Blob ? { type: value.type, size: value.size } : value,
            );
            resolve(JSON.parse(text) as Record<string, unknown>[]);
          };
        };
      }),
  );
}

/** Follows an address of the page's own, without a new document. */
export async function openPage(page: Page, name: "history" | "settings" | ""): Promise<void> {
  await page.evaluate((path) => {
    location.hash = `#/${path}`;
  }, name);
  const heading = { history: "History", settings: "Settings", "": "Which star are you like?" };
  await expect(page.getByRole("heading", { level: 1, name: heading[name] })).toBeVisible();
}

export function historyRows(page: Page): Locator {
  return page.getByRole("list", { name: "Kept results" }).getByRole("heading");
}

/** What the browser has of the app: the truth that the settings page must show. */
export async function browserData(page: Page): Promise<object> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const databases = await indexedDB.databases();
    const registrations = await navigator.serviceWorker.getRegistrations();
    return {
      caches: names.length,
      databases: databases.map(({ name }) => name),
      serviceWorkers: registrations.length,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
    };
  });
}

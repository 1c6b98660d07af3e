/**
 * Whether the person has asked their browser to save data. Only Chromium says
 * it: https://wicg.github.io/savedata/
 */
export function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** Whether this app's files may already lie on the device, so that opening it fetches nothing. */
export async function isKept(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  return (await navigator.serviceWorker.getRegistration()) !== undefined;
}

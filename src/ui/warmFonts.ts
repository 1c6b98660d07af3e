const FAMILIES = ['"Inter Variable"', '"Source Serif 4 Variable"'];

/**
 * Fetches the font files that `text` needs before it is shown: a file fetched
 * for one rare letter would tell the server whose name is on the screen.
 *
 * A font that cannot be had is left to the fallback.
 */
export async function warmFonts(text: string): Promise<void> {
  await Promise.allSettled(FAMILIES.map((family) => document.fonts.load(`1em ${family}`, text)));
}

/** Of each family a weight that each of its files stands for. */
const FACES = ['1em "Inter Variable"', '1em "Source Serif 4"', 'bold 1em "Source Serif 4"'];

/**
 * Fetches the font files that `text` needs before it is shown: a file fetched
 * for one rare letter would tell the server whose name is on the screen.
 *
 * A font that cannot be had is left to the fallback.
 */
export async function warmFonts(text: string): Promise<void> {
  await Promise.allSettled(FACES.map((face) => document.fonts.load(face, text)));
}

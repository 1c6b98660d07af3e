/**
 * A day and the time of day, as the language writes them: "28 Nov 2026, 14:05".
 *
 * @param at milliseconds since 1970, UTC; shown in the device's time zone
 */
export function formatMoment(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

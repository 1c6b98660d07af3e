/**
 * A day and the time of day, as the language writes them: "28 Nov 2026, 14:05".
 *
 * @param at milliseconds since 1970, UTC; shown in the device's time zone
 */
export function formatMoment(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/**
 * A day, as the language writes it: "November 28, 2026".
 *
 * @param date year, month and day as in ISO 8601: "2026-11-28"; the same day everywhere
 */
export function formatDay(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}

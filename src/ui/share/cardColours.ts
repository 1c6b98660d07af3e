/**
 * The colours of a share card: the dark theme's, whichever theme the page is
 * in. A canvas reads no custom properties; a test holds them against tokens.css.
 */
export const CARD_COLOURS = {
  ground: "#0d1020",
  surface: "#181c36",
  line: "#343963",
  text: "#f5efe4",
  textMuted: "#aeabbd",
  accent: "#f3b84c",
  accentStrong: "#ffcb6b",
  veil: "rgb(8 9 18 / 72%)",
  onVeil: "#f5efe4",
  stage: "#05060d",
} as const;

export type CardColour = keyof typeof CARD_COLOURS;

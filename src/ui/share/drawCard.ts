/** Draws a share card: the app's evening look, whichever theme the page is in. */
import { CARD_COLOURS } from "./cardColours.ts";
import type { Box, Caption, CardLayout, PlacedText } from "./cardLayout.ts";
import type { Measure, TextStyle } from "./fitText.ts";

export type CardContext = OffscreenCanvasRenderingContext2D;

/** Undefined where the person is left out: a question mark takes the place. */
export type CardPictures = readonly [first: ImageBitmap | undefined, second: ImageBitmap];

const STAGE_RADIUS = 56;
const FAMILIES = {
  display: '"Source Serif 4", Georgia, serif',
  text: '"Inter Variable", system-ui, sans-serif',
} as const;

/** The fonts must be there already (`warmFonts`). */
export function measureOn(context: CardContext): Measure {
  return (text, style) => {
    context.font = fontOf(style);
    return context.measureText(text).width;
  };
}

/** The whole card. `context` belongs to a canvas of the layout's size. */
export function drawCard(context: CardContext, layout: CardLayout, pictures: CardPictures): void {
  drawSurroundings(context, layout);
  onStage(context, layout.stage, () => {
    for (const [i, half] of layout.halves.entries()) {
      const picture = pictures[i];
      if (picture) drawCovering(context, picture, half);
      else drawQuestion(context, half);
    }
  });
  drawBeam(context, layout.stage);
  drawCaptions(context, layout, pictures);
}

/** Everything but the faces. */
export function drawSurroundings(context: CardContext, layout: CardLayout): void {
  drawGround(context, layout);
  onStage(context, layout.stage, () => {
    fillBox(context, layout.stage, CARD_COLOURS.stage);
  });
  for (const text of layout.texts) drawText(context, text);
}

/** Clips to the stage's round corners while `draw` runs. */
export function onStage(context: CardContext, stage: Box, draw: () => void): void {
  context.save();
  context.beginPath();
  context.roundRect(stage.x, stage.y, stage.width, stage.height, STAGE_RADIUS);
  context.clip();
  draw();
  context.restore();
}

/** The picture as high as the box, cut at the sides: every face has the same scale. */
export function drawCovering(context: CardContext, picture: ImageBitmap, box: Box): void {
  const width = (picture.height * box.width) / box.height;
  const left = (picture.width - width) / 2;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, left, 0, width, picture.height, box.x, box.y, box.width, box.height);
}

export function drawCaptions(
  context: CardContext,
  { captions }: CardLayout,
  pictures: CardPictures,
): void {
  for (const [i, caption] of captions.entries()) if (pictures[i]) drawCaption(context, caption);
}

/** Night blue, a little lighter behind the faces. */
function drawGround(context: CardContext, { width, height, stage }: CardLayout): void {
  context.fillStyle = CARD_COLOURS.ground;
  context.fillRect(0, 0, width, height);
  const middle = stage.y + stage.height / 2;
  const glow = context.createRadialGradient(width / 2, middle, 0, width / 2, middle, width);
  glow.addColorStop(0, CARD_COLOURS.surface);
  glow.addColorStop(0.55, CARD_COLOURS.surface);
  glow.addColorStop(1, CARD_COLOURS.ground);
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
}

/** The place of somebody who is left out, as on the first screen. */
function drawQuestion(context: CardContext, half: Box): void {
  fillBox(context, half, CARD_COLOURS.stage);
  const sizePx = 0.42 * half.height;
  context.font = fontOf({ family: "display", weight: 400, sizePx });
  context.fillStyle = CARD_COLOURS.accent;
  context.textAlign = "center";
  context.fillText("?", half.x + half.width / 2, half.y + half.height / 2 + 0.33 * sizePx);
  context.textAlign = "start";
}

/** A line of light from above the stage to below it, and what it throws on both faces. */
function drawBeam(context: CardContext, { x, y, width, height }: Box): void {
  const middle = x + width / 2;
  const [top, length] = [y - 44, height + 88];
  context.save();
  context.globalCompositeOperation = "lighter";
  const reach = 0.16 * width;
  // A circle drawn flat: a canvas has no elliptic gradients.
  context.translate(middle, y + height / 2);
  context.scale(reach / (length / 2), 1);
  const light = context.createRadialGradient(0, 0, 0, 0, 0, length / 2);
  light.addColorStop(0, withAlpha(CARD_COLOURS.accent, 0.5));
  light.addColorStop(0.4, withAlpha(CARD_COLOURS.accent, 0.16));
  light.addColorStop(1, withAlpha(CARD_COLOURS.accent, 0));
  context.fillStyle = light;
  context.fillRect(-length / 2, -length / 2, length, length);
  context.restore();

  const line = context.createLinearGradient(0, top, 0, top + length);
  line.addColorStop(0, withAlpha(CARD_COLOURS.accentStrong, 0));
  line.addColorStop(0.2, CARD_COLOURS.accentStrong);
  line.addColorStop(0.8, CARD_COLOURS.accentStrong);
  line.addColorStop(1, withAlpha(CARD_COLOURS.accentStrong, 0));
  context.fillStyle = line;
  context.fillRect(middle - 2.5, top, 5, length);
}

function drawCaption(context: CardContext, { pill, text }: Caption): void {
  context.beginPath();
  context.roundRect(pill.x, pill.y, pill.width, pill.height, pill.height / 2);
  context.fillStyle = CARD_COLOURS.veil;
  context.fill();
  drawText(context, text);
}

function drawText(context: CardContext, { text, x, baseline, style, colour }: PlacedText): void {
  context.font = fontOf(style);
  context.fillStyle = CARD_COLOURS[colour];
  context.fillText(text, x, baseline);
}

function fillBox(context: CardContext, { x, y, width, height }: Box, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

function fontOf({ family, weight, sizePx }: TextStyle): string {
  return `${weight} ${sizePx}px ${FAMILIES[family]}`;
}

/** @param hex "#rrggbb" */
function withAlpha(hex: string, alpha: number): string {
  const byte = Math.round(alpha * 255);
  return `${hex}${byte.toString(16).padStart(2, "0")}`;
}

import { assert } from "../../shared/assert.ts";
import type { LoadedMorph } from "../Morph/loadMorph.ts";
import { layoutCard, type Box } from "./cardLayout.ts";
import {
  drawCaptions,
  drawCovering,
  drawSurroundings,
  measureOn,
  onStage,
  type CardContext,
} from "./drawCard.ts";
import type { Card } from "./makeCard.ts";

/** The canvas that is filmed: a card with one face that changes. */
export interface FilmStage {
  readonly canvas: OffscreenCanvas;
  /** Draws the next frame from what `blend` shows now. */
  readonly draw: () => void;
  readonly close: () => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much of both faces stays in the dark behind the one between them. By eye. */
const BACKGROUND_ALPHA = 0.28;
/** Share of the blend's width over which each side fades. By eye. */
const FADE = 0.18;

/** @param scale px of the film in a px of the card */
export function openFilmStage(
  card: Card,
  morph: LoadedMorph,
  blend: OffscreenCanvas,
  size: Size,
  scale: number,
): FilmStage {
  const ground = open2d(size);
  ground.scale(scale, scale);
  const layout = layoutCard(card.words, card.format, measureOn(ground));
  const pictures = [morph.first, morph.second] as const;
  drawSurroundings(ground, layout);
  onStage(ground, layout.stage, () => {
    ground.globalAlpha = BACKGROUND_ALPHA;
    for (const [i, half] of layout.halves.entries()) drawCovering(ground, pictures[i]!, half);
    ground.globalAlpha = 1;
  });

  const faded = open2d(blend);
  const fade = fadeOf(faded, blend.width);
  const frame = open2d(size);
  const box = blendBox(layout.stage, blend);
  return {
    canvas: frame.canvas,
    draw: () => {
      fadeSides(faded, blend, fade);
      frame.setTransform(1, 0, 0, 1, 0, 0);
      frame.drawImage(ground.canvas, 0, 0);
      frame.scale(scale, scale);
      frame.drawImage(faded.canvas, box.x, box.y, box.width, box.height);
      drawCaptions(frame, layout, pictures);
    },
    close: () => {
      for (const context of [ground, faded, frame]) context.canvas.width = 0;
    },
  };
}

function fadeOf(context: CardContext, width: number): CanvasGradient {
  const fade = context.createLinearGradient(0, 0, width, 0);
  fade.addColorStop(0, "transparent");
  fade.addColorStop(FADE, "black");
  fade.addColorStop(1 - FADE, "black");
  fade.addColorStop(1, "transparent");
  return fade;
}

function fadeSides(context: CardContext, picture: OffscreenCanvas, fade: CanvasGradient): void {
  context.globalCompositeOperation = "copy";
  context.drawImage(picture, 0, 0);
  context.globalCompositeOperation = "destination-in";
  context.fillStyle = fade;
  context.fillRect(0, 0, picture.width, picture.height);
}

/** As high as the stage, in its middle. */
function blendBox(stage: Box, blend: Size): Box {
  const width = (stage.height * blend.width) / blend.height;
  return { ...stage, x: stage.x + (stage.width - width) / 2, width };
}

function open2d({ width, height }: Size): CardContext {
  const context = new OffscreenCanvas(width, height).getContext("2d");
  assert(context !== null, "a 2D context");
  return context;
}

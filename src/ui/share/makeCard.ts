import { assert } from "../../shared/assert.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { loadPicture } from "../Morph/loadMorph.ts";
import type { FacePair } from "../Morph/morphFace.ts";
import { warmFonts } from "../warmFonts.ts";
import { CARD_SIZES, layoutCard, type CardFormat, type CardWords } from "./cardLayout.ts";
import { drawCard, measureOn } from "./drawCard.ts";
import { stripMetadata, type PictureType } from "./stripMetadata.ts";

/** What a share card shows. */
export interface Card {
  readonly pair: FacePair;
  readonly words: CardWords;
  readonly format: CardFormat;
  /** Only the second face is drawn. */
  readonly leaveMeOut: boolean;
}

export interface DrawingFailed {
  readonly kind: "drawingFailed";
}

/** High enough that skin shows no blocks; about 150 kB. By eye. */
const JPEG_QUALITY = 0.92;
const ENDINGS: Readonly<Record<PictureType, string>> = { "image/jpeg": "jpg", "image/png": "png" };

/** Draws a card and encodes it, with nothing in the file but the pixels. */
export async function makeCard(
  card: Card,
  type: PictureType,
): Promise<Result<File, DrawingFailed>> {
  await warmFonts(textOf(card.words));
  const { width, height } = CARD_SIZES[card.format];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false });
  const [first, second] = await Promise.all([
    card.leaveMeOut ? undefined : loadPicture(card.pair.first),
    loadPicture(card.pair.second),
  ]);
  try {
    if (!context || !second) return fail({ kind: "drawingFailed" });
    drawCard(context, layoutCard(card.words, card.format, measureOn(context)), [first, second]);
    const blob = await canvas.convertToBlob({ type, quality: JPEG_QUALITY });
    assert(blob.type === type, "an encoder for JPEG and PNG");
    const bytes = stripMetadata(new Uint8Array(await blob.arrayBuffer()), type);
    return ok(new File([bytes], `starlike.${ENDINGS[type]}`, { type }));
  } catch {
    // A phone short of memory gives no canvas of this size, or no bytes.
    return fail({ kind: "drawingFailed" });
  } finally {
    first?.close();
    second?.close();
    canvas.width = 0;
  }
}

/** All of a card's words, for the fonts that they need. */
export function textOf(words: CardWords): string {
  const { title, lead = "", numeral, meaning, captions, wordmark, address } = words;
  return [
    title,
    lead,
    numeral.whole,
    numeral.rest,
    meaning,
    ...captions,
    ...wordmark,
    address,
    "?…",
  ].join("");
}

/** The morph as a video. Holds the encoder library: import it only when a video may be wanted. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoCodec,
} from "mediabunny";

import { assert } from "../../shared/assert.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { loadMorph, type LoadedMorph } from "../Morph/loadMorph.ts";
import { openOwnMorph } from "../Morph/morphDrawing.ts";
import { LOOP_MS, loopShare } from "../Morph/morphPlayer.ts";
import { warmFonts } from "../warmFonts.ts";
import { CARD_SIZES } from "./cardLayout.ts";
import { forgetFilmTime } from "./forgetFilmTime.ts";
import { openFilmStage } from "./filmStage.ts";
import { textOf, type Card } from "./makeCard.ts";

export interface FilmFormat {
  readonly container: "mp4" | "webm";
  readonly codec: VideoCodec;
}

export type FilmError = { readonly kind: "cancelled" } | { readonly kind: "videoFailed" };

const FRAMES_A_SECOND = 24;
/** Two thirds of a card: 720 px across, which every phone's encoder takes. */
const SCALE = 2 / 3;
/** The first that the device can encode. H.264 in MP4 is what messengers play. */
const FORMATS: readonly {
  readonly container: FilmFormat["container"];
  readonly codecs: VideoCodec[];
}[] = [
  { container: "mp4", codecs: ["avc"] },
  { container: "webm", codecs: ["vp9", "vp8"] },
];

/** Undefined where the browser cannot encode video. */
export async function findFilmFormat(): Promise<FilmFormat | undefined> {
  const size = filmSize("story");
  for (const { container, codecs } of FORMATS) {
    const codec = await getFirstEncodableVideoCodec(codecs, size);
    if (codec !== null) return { container, codec };
  }
  return undefined;
}

/**
 * Draws one loop of the morph on the card and encodes it; nothing but the
 * frames goes into the file. Some seconds of work, in small pieces.
 *
 * @param onProgress share of the frames done, in [0, 1]
 */
export async function filmMorph(
  card: Card,
  format: FilmFormat,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Result<File, FilmError>> {
  await warmFonts(textOf(card.words));
  const loaded = await loadMorph(card.pair);
  if (!loaded.ok) return fail({ kind: "videoFailed" });
  try {
    return await encode(card, format, loaded.value, onProgress, signal);
  } catch {
    // An encoder may refuse under way what it said it could do.
    return fail({ kind: "videoFailed" });
  } finally {
    loaded.value.close();
  }
}

async function encode(
  card: Card,
  { container, codec }: FilmFormat,
  morph: LoadedMorph,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Result<File, FilmError>> {
  const blend = openOwnMorph(morph);
  if (!blend) return fail({ kind: "videoFailed" });
  const stage = openFilmStage(card, morph, blend.canvas, filmSize(card.format), SCALE);
  const target = new BufferTarget();
  const output = new Output({
    format: container === "mp4" ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(stage.canvas, { codec, quality: new Quality("high") });
  output.addVideoTrack(source, { frameRate: FRAMES_A_SECOND });
  try {
    await output.start();
    const frameCount = Math.round((LOOP_MS / 1000) * FRAMES_A_SECOND);
    for (let i = 0; i < frameCount; i++) {
      if (signal.aborted) {
        await output.cancel();
        return fail({ kind: "cancelled" });
      }
      blend.drawing.draw(loopShare((i * 1000) / FRAMES_A_SECOND));
      stage.draw();
      await source.add(i / FRAMES_A_SECOND, 1 / FRAMES_A_SECOND);
      onProgress((i + 1) / frameCount);
    }
    await output.finalize();
    assert(target.buffer !== null, "a finished video");
    if (container === "mp4") forgetFilmTime(new Uint8Array(target.buffer));
    return ok(new File([target.buffer], `starlike.${container}`, { type: `video/${container}` }));
  } finally {
    blend.drawing.close();
    stage.close();
  }
}

function filmSize(format: Card["format"]): { readonly width: number; readonly height: number } {
  const { width, height } = CARD_SIZES[format];
  return { width: width * SCALE, height: height * SCALE };
}

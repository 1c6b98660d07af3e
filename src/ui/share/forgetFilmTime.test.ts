import { expect, it } from "vitest";

import { forgetFilmTime } from "./forgetFilmTime.ts";

const TIMES = [1, 2, 3, 4, 5, 6, 7, 8];
const NONE = TIMES.map(() => 0);

it("clears every header's times and nothing else", () => {
  const film = (times: readonly number[]) =>
    Uint8Array.from([
      ...box("ftyp", [9, 9]),
      ...box("mdat", [...box("mvhd", [0, 0, 0, 0, ...TIMES])]),
      ...box("moov", [
        ...box("mvhd", [0, 0, 0, 0, ...times, 77]),
        ...box("trak", [
          ...box("tkhd", [1, 0, 0, 3, ...times, ...times, 77]),
          ...box("mdia", box("mdhd", [0, 0, 0, 0, ...times, 77])),
        ]),
      ]),
    ]);
  const bytes = film(TIMES);
  forgetFilmTime(bytes);
  expect(bytes).toEqual(film(NONE));
});

it("ends at a box that says it has no end", () => {
  const bytes = Uint8Array.from([0, 0, 0, 0, ...letters("mdat"), 1, 2, 3]);
  const before = [...bytes];
  forgetFilmTime(bytes);
  expect([...bytes]).toEqual(before);
});

function box(type: string, content: readonly number[]): readonly number[] {
  return [0, 0, 0, 8 + content.length, ...letters(type), ...content];
}

function letters(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

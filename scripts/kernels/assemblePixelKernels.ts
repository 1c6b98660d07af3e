/** The inner loops of `src/face/resample.ts` and `shrinkToFit.ts` in WebAssembly, a pixel's channels side by side. */
import openWabt from "wabt";

/** The module's bytes; `src/face/pixelKernels.json` holds them, `src/face/pixelKernels.ts` says what the functions do. */
export async function assemblePixelKernels(): Promise<Uint8Array> {
  const wabt = await openWabt();
  const parsed = wabt.parseWat("pixelKernels.wat", KERNELS, { simd: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return Uint8Array.from(buffer);
}

const KERNELS = `(module
  (memory (export "memory") 1)
  ${cut()}
  ${addRow()}
  ${writeRow()})`;

/** Positions are computed in double precision, colours in single. */
function cut(): string {
  return `
  (func (export "cut")
    (param $src i32) (param $width i32) (param $height i32)
    (param $out i32) (param $outWidth i32) (param $firstRow i32) (param $endRow i32) (param $samples i32)
    (param $a f64) (param $b f64) (param $tx f64) (param $ty f64) (param $isBlack i32)
    (local $x i32) (local $y i32) (local $i i32) (local $j i32) (local $at i32) (local $rowBytes i32)
    (local $v f64) (local $step f64)
    (local $along v128) (local $row v128) (local $place v128) (local $pixel v128)
    (local $most v128) (local $stride v128) (local $outsideAbove v128)
    (local $fx v128) (local $fy v128) (local $top v128) (local $down v128)
    (local $left v128) (local $sum v128) (local $share v128)
    (local.set $rowBytes (i32.shl (local.get $width) (i32.const 2)))
    (local.set $step (f64.div (f64.const 1) (f64.convert_i32_s (local.get $samples))))
    (local.set $share (f32x4.splat (f32.demote_f64 (f64.mul (local.get $step) (local.get $step)))))
    (local.set $along (f64x2.replace_lane 1 (f64x2.splat (local.get $a)) (local.get $b)))
    (local.set $most (f64x2.replace_lane 1
      (f64x2.splat (f64.convert_i32_s (i32.sub (local.get $width) (i32.const 1))))
      (f64.convert_i32_s (i32.sub (local.get $height) (i32.const 1)))))
    (local.set $stride (f64x2.mul (local.get $along) (f64x2.splat (local.get $step))))
    (local.set $outsideAbove (f64x2.add (local.get $most) (v128.const f64x2 0.5 0.5)))
    (local.set $y (local.get $firstRow))
    (loop $rows
      (local.set $x (i32.const 0))
      (loop $columns
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $j (i32.const 0))
        (loop $down
          (local.set $v (f64.add (f64.convert_i32_s (local.get $y))
            (f64.mul (f64.add (f64.convert_i32_s (local.get $j)) (f64.const 0.5)) (local.get $step))))
          (local.set $row (f64x2.replace_lane 1
            (f64x2.splat (f64.sub (f64.sub (local.get $tx) (f64.const 0.5)) (f64.mul (local.get $b) (local.get $v))))
            (f64.add (f64.sub (local.get $ty) (f64.const 0.5)) (f64.mul (local.get $a) (local.get $v)))))
          (local.set $row (f64x2.add (local.get $row) (f64x2.mul (local.get $along)
            (f64x2.splat (f64.add (f64.convert_i32_s (local.get $x))
              (f64.mul (f64.const 0.5) (local.get $step)))))))
          (local.set $i (i32.const 0))
          (loop $across
            (local.set $place (local.get $row))
            (local.set $row (f64x2.add (local.get $row) (local.get $stride)))
            (block $isOutside
              (if (local.get $isBlack) (then
                (br_if $isOutside (v128.any_true (v128.or
                  (f64x2.lt (local.get $place) (v128.const f64x2 -0.5 -0.5))
                  (f64x2.gt (local.get $place) (local.get $outsideAbove)))))))
              (local.set $place (f64x2.pmin (local.get $most)
                (f64x2.pmax (v128.const f64x2 0 0) (local.get $place))))
              (local.set $pixel (i32x4.trunc_sat_f64x2_s_zero (local.get $place)))
              (local.set $place (f32x4.demote_f64x2_zero
                (f64x2.sub (local.get $place) (f64x2.convert_low_i32x4_s (local.get $pixel)))))
              (local.set $fx (f32x4.splat (f32x4.extract_lane 0 (local.get $place))))
              (local.set $fy (f32x4.splat (f32x4.extract_lane 1 (local.get $place))))
              (local.set $at (i32.add (local.get $src) (i32.add
                (i32.mul (i32x4.extract_lane 1 (local.get $pixel)) (local.get $rowBytes))
                (i32.shl (i32x4.extract_lane 0 (local.get $pixel)) (i32.const 2)))))
              ;; The pixel and its right neighbour, in both rows; past the last ones the share is zero.
              (local.set $top (i16x8.extend_low_i8x16_u (v128.load64_zero (local.get $at))))
              (local.set $down (i16x8.sub
                (i16x8.extend_low_i8x16_u
                  (v128.load64_zero (i32.add (local.get $at) (local.get $rowBytes))))
                (local.get $top)))
              (local.set $left (f32x4.add
                (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $top)))
                (f32x4.mul (local.get $fy)
                  (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $down))))))
              (local.set $sum (f32x4.add (local.get $sum) (f32x4.add (local.get $left)
                (f32x4.mul (local.get $fx) (f32x4.sub
                  (f32x4.add
                    (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $top)))
                    (f32x4.mul (local.get $fy)
                      (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $down)))))
                  (local.get $left)))))))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $across (i32.lt_s (local.get $i) (local.get $samples))))
          (local.set $j (i32.add (local.get $j) (i32.const 1)))
          (br_if $down (i32.lt_s (local.get $j) (local.get $samples))))
        ;; The fourth number is overwritten by the next pixel.
        (v128.store (local.get $out) (f32x4.mul (local.get $sum) (local.get $share)))
        (local.set $out (i32.add (local.get $out) (i32.const 12)))
        (local.set $x (i32.add (local.get $x) (i32.const 1)))
        (br_if $columns (i32.lt_s (local.get $x) (local.get $outWidth))))
      (local.set $y (i32.add (local.get $y) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $y) (local.get $endRow)))))`;
}

/**
 * In the precision of the plain code: means that end on a half, frequent where
 * sizes have common divisors, are then rounded alike.
 */
function addRow(): string {
  const halves = ["$redGreen", "$blueAlpha"];
  const loadPixel = (index: string) => `
        (local.set $pixel (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
          (v128.load32_zero (i32.add (local.get $src) (i32.shl ${index} (i32.const 2)))))))`;
  const valuesOf = (half: string) =>
    half === "$redGreen"
      ? "(f64x2.convert_low_i32x4_u (local.get $pixel))"
      : `(f64x2.convert_low_i32x4_u (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
          (local.get $pixel) (local.get $pixel)))`;
  const addWhole = halves.map(
    (half) => `
        (local.set ${half} (f64x2.add (local.get ${half}) ${valuesOf(half)}))`,
  );
  const addPart = (share: string) =>
    halves.map(
      (half) => `
        (local.set ${half} (f64x2.add (local.get ${half})
          (f64x2.mul (f64x2.splat ${share}) ${valuesOf(half)})))`,
    );
  const addToSums = halves.map(
    (half, i) => `
      (v128.store64_lane offset=${8 * i} 0 (local.get $sums) (f32x4.demote_f64x2_zero (f64x2.add
        (f64x2.promote_low_f32x4 (v128.load64_zero offset=${8 * i} (local.get $sums)))
        (f64x2.mul (f64x2.splat (local.get $share)) (f64x2.promote_low_f32x4
          (f32x4.demote_f64x2_zero (f64x2.div (local.get ${half}) (f64x2.splat (local.get $step)))))))))`,
  );
  return `
  (func (export "addRow")
    (param $src i32) (param $from i32) (param $to i32) (param $sums i32) (param $share f64)
    (local $x i32) (local $i i32) (local $last i32)
    (local $start f64) (local $end f64) (local $step f64)
    (local $pixel v128) (local $whole v128) (local $redGreen v128) (local $blueAlpha v128)
    (local.set $step (f64.div (f64.convert_i32_s (local.get $from)) (f64.convert_i32_s (local.get $to))))
    (loop $columns
      (local.set $start (f64.mul (f64.convert_i32_s (local.get $x)) (local.get $step)))
      (local.set $end (f64.min (f64.convert_i32_s (local.get $from))
        (f64.add (local.get $start) (local.get $step))))
      (local.set $i (i32.trunc_f64_s (f64.ceil (local.get $start))))
      (local.set $last (i32.trunc_f64_s (f64.floor (local.get $end))))
      (local.set $redGreen (v128.const i32x4 0 0 0 0))
      (local.set $blueAlpha (v128.const i32x4 0 0 0 0))
      (if (f64.gt (f64.convert_i32_s (local.get $i)) (local.get $start)) (then
        ${loadPixel("(i32.sub (local.get $i) (i32.const 1))")}
        ${addPart("(f64.sub (f64.convert_i32_s (local.get $i)) (local.get $start))").join("")}))
      (local.set $whole (v128.const i32x4 0 0 0 0))
      (block $noFourLeft (loop $fours
        (br_if $noFourLeft (i32.gt_s (i32.add (local.get $i) (i32.const 4)) (local.get $last)))
        (local.set $pixel (v128.load (i32.add (local.get $src) (i32.shl (local.get $i) (i32.const 2)))))
        (local.set $pixel (i16x8.add
          (i16x8.extend_low_i8x16_u (local.get $pixel)) (i16x8.extend_high_i8x16_u (local.get $pixel))))
        (local.set $whole (i32x4.add (local.get $whole) (i32x4.add
          (i32x4.extend_low_i16x8_u (local.get $pixel)) (i32x4.extend_high_i16x8_u (local.get $pixel)))))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br $fours)))
      (block $noneLeft (loop $ones
        (br_if $noneLeft (i32.ge_s (local.get $i) (local.get $last)))
        ${loadPixel("(local.get $i)")}
        (local.set $whole (i32x4.add (local.get $whole) (local.get $pixel)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $ones)))
      (local.set $pixel (local.get $whole))
      ${addWhole.join("")}
      (if (f64.gt (local.get $end) (f64.convert_i32_s (local.get $last))) (then
        ${loadPixel("(local.get $last)")}
        ${addPart("(f64.sub (local.get $end) (f64.convert_i32_s (local.get $last)))").join("")}))
      ${addToSums.join("")}
      (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
      (local.set $x (i32.add (local.get $x) (i32.const 1)))
      (br_if $columns (i32.lt_s (local.get $x) (local.get $to)))))`;
}

function writeRow(): string {
  return `
  (func (export "writeRow") (param $sums i32) (param $width i32) (param $out i32)
    (local $x i32) (local $pixel v128)
    (loop $columns
      (local.set $pixel (i32x4.trunc_sat_f32x4_s (f32x4.nearest (v128.load (local.get $sums)))))
      (v128.store (local.get $sums) (v128.const i32x4 0 0 0 0))
      (local.set $pixel (i16x8.narrow_i32x4_s (local.get $pixel) (local.get $pixel)))
      (v128.store32_lane 0 (local.get $out)
        (i8x16.narrow_i16x8_u (local.get $pixel) (local.get $pixel)))
      (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $x (i32.add (local.get $x) (i32.const 1)))
      (br_if $columns (i32.lt_s (local.get $x) (local.get $width)))))`;
}

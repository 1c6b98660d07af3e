/** The inner loops of training in WebAssembly, two double-precision numbers to an instruction. */
import openWabt from "wabt";

/** Columns that the kernels work on at once; every matrix's width is padded to a multiple. */
export const STRIP = 8;

/** Rows that `multiply` works on at once; the count of its rows is a multiple. */
export const TILE_ROWS = 2;

/**
 * Compiles the kernels. They work on the shared memory `panels.memory`; a
 * matrix is row-major, in float64, its address in bytes.
 *
 * - `multiply(out, a, b, rows, strips, depth)`: out [rows, 8 · strips] += a [rows, depth] · b,
 *   where b [depth, 8 · strips] is stored strip by strip, each [depth, 8].
 * - `addBiases(logits, biases, rows, strips, maxima)`: adds to each row its bias, and writes each
 *   column's largest value.
 * - `toResiduals(logits, rows, strips, maxima, scales, totals, rowSums)`: replaces logits by
 *   scale · softmax of the column, writes each column's Σ exp(logit − maximum), and adds to
 *   `rowSums` what each row then sums to.
 *
 * Measured on one core of an AMD EPYC at 2.6 GHz, Node 20: `multiply` 11 G
 * multiply-adds a second, five times the plain `addProduct`. Other tiles and
 * unrolled loops are slower (docs/training.md).
 */
export async function compilePanelKernels(): Promise<WebAssembly.Module> {
  const wabt = await openWabt();
  const parsed = wabt.parseWat("panelKernels.wat", KERNELS, { simd: true, threads: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return WebAssembly.compile(Uint8Array.from(buffer));
}

/** The four vectors of a strip, by number. */
const VECTORS = [0, 1, 2, 3];
const ROWS = [0, 1];
const STRIP_BYTES = 8 * STRIP;

/** Rounds to a whole number when it is added, whose lowest bits it then carries: 1.5 · 2^52. */
const ROUNDER = 1.5 * 2 ** 52;
/** ln 2, first with so few bits that its products with whole numbers up to 2^10 are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** e^-600 is nothing beside 1, and no product of it is subnormal, which would be slow. */
const SMALLEST_EXPONENT = -600;
/** 1/12!, …, 1/0!: for |x| ≤ ½ ln 2 the error is below 2e-16. */
const TAYLOR = taylorCoefficients(12);

const KERNELS = `(module
  (import "panels" "memory" (memory 1 65536 shared))
  ${multiply()}
  ${addBiases()}
  ${toResiduals()})`;

function multiply(): string {
  const sums = ROWS.flatMap((row) => VECTORS.map((v) => `$s${row}${v}`));
  return `
  (func (export "multiply")
    (param $out i32) (param $a i32) (param $b i32) (param $rows i32) (param $strips i32) (param $depth i32)
    (local $bAt i32) (local $outAt i32) (local $strip i32) (local $p i32)
    (local $a0 i32) (local $a1 i32) (local $aStride i32) (local $outStride i32)
    (local $x v128) ${declare([...VECTORS.map((v) => `$b${v}`), ...sums])}
    (local.set $aStride (i32.mul (local.get $depth) (i32.const 8)))
    (local.set $outStride (i32.mul (local.get $strips) (i32.const ${STRIP_BYTES})))
    (loop $nextRows
      (local.set $bAt (local.get $b))
      (local.set $outAt (local.get $out))
      (local.set $strip (local.get $strips))
      (loop $nextStrip
        (local.set $a0 (local.get $a))
        (local.set $a1 (i32.add (local.get $a) (local.get $aStride)))
        ${sums.map((sum) => `(local.set ${sum} (v128.const f64x2 0 0))`).join("\n        ")}
        (local.set $p (local.get $depth))
        (loop $nextTerm
          ${each((v) => `(local.set $b${v} (v128.load offset=${16 * v} (local.get $bAt)))`)}
          ${ROWS.map(addTerm).join("\n")}
          ${advance("$bAt", STRIP_BYTES)}
          (br_if $nextTerm ${countDown("$p", 1)}))
        ${each((v) => addAt("$outAt", v, `$s0${v}`))}
        (local.set $a0 (i32.add (local.get $outAt) (local.get $outStride)))
        ${each((v) => addAt("$a0", v, `$s1${v}`))}
        ${advance("$outAt", STRIP_BYTES)}
        (br_if $nextStrip ${countDown("$strip", 1)}))
      (local.set $a (i32.add (local.get $a) (i32.mul (local.get $aStride) (i32.const ${TILE_ROWS}))))
      (local.set $out (i32.add (local.get $out) (i32.mul (local.get $outStride) (i32.const ${TILE_ROWS}))))
      (br_if $nextRows ${countDown("$rows", TILE_ROWS)})))`;
}

function addTerm(row: number): string {
  return `(local.set $x (v128.load64_splat (local.get $a${row})))
          ${each(
            (v) =>
              `(local.set $s${row}${v} (f64x2.add (local.get $s${row}${v}) (f64x2.mul (local.get $x) (local.get $b${v}))))`,
          )}
          ${advance(`$a${row}`, 8)}`;
}

function addBiases(): string {
  return `
  (func (export "addBiases")
    (param $logits i32) (param $biases i32) (param $rows i32) (param $strips i32) (param $maxima i32)
    (local $at i32) (local $biasAt i32) (local $row i32) (local $stride i32)
    (local $bias v128) ${declare(VECTORS.flatMap((v) => [`$m${v}`, `$x${v}`]))}
    (local.set $stride (i32.mul (local.get $strips) (i32.const ${STRIP_BYTES})))
    (loop $nextStrip
      ${each((v) => `(local.set $m${v} (v128.const f64x2 -inf -inf))`)}
      (local.set $at (local.get $logits))
      (local.set $biasAt (local.get $biases))
      (local.set $row (local.get $rows))
      (loop $nextRow
        (local.set $bias (v128.load64_splat (local.get $biasAt)))
        ${each(
          (
            v,
          ) => `(local.set $x${v} (f64x2.add (v128.load offset=${16 * v} (local.get $at)) (local.get $bias)))
        (v128.store offset=${16 * v} (local.get $at) (local.get $x${v}))
        (local.set $m${v} (f64x2.pmax (local.get $m${v}) (local.get $x${v})))`,
        )}
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        ${advance("$biasAt", 8)}
        (br_if $nextRow ${countDown("$row", 1)}))
      ${each((v) => `(v128.store offset=${16 * v} (local.get $maxima) (local.get $m${v}))`)}
      ${advance("$logits", STRIP_BYTES)}
      ${advance("$maxima", STRIP_BYTES)}
      (br_if $nextStrip ${countDown("$strips", 1)})))`;
}

function toResiduals(): string {
  const names = ["m", "t", "x", "n"].flatMap((name) => VECTORS.map((v) => `$${name}${v}`));
  const constants = TAYLOR.map((_, i) => `$c${i}`);
  return `
  (func (export "toResiduals")
    (param $logits i32) (param $rows i32) (param $strips i32) (param $maxima i32)
    (param $scales i32) (param $totals i32) (param $rowSums i32)
    (local $at i32) (local $sumAt i32) (local $row i32) (local $stride i32)
    (local $rounder v128) (local $perLn2 v128) (local $ln2High v128) (local $ln2Low v128) (local $least v128)
    ${declare([...names, ...constants])}
    (local.set $stride (i32.mul (local.get $strips) (i32.const ${STRIP_BYTES})))
    ${setConstant("$rounder", ROUNDER)} ${setConstant("$perLn2", Math.LOG2E)}
    ${setConstant("$ln2High", LN2_HIGH)} ${setConstant("$ln2Low", LN2_LOW)}
    ${setConstant("$least", SMALLEST_EXPONENT)}
    ${TAYLOR.map((value, i) => setConstant(`$c${i}`, value)).join(" ")}
    (loop $nextStrip
      ${each(
        (v) => `(local.set $m${v} (v128.load offset=${16 * v} (local.get $maxima)))
      (local.set $t${v} (v128.const f64x2 0 0))`,
      )}
      (local.set $at (local.get $logits))
      (local.set $row (local.get $rows))
      (loop $nextRow
        ${each(exponential)}
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (br_if $nextRow ${countDown("$row", 1)}))
      ${each(
        (v) => `(v128.store offset=${16 * v} (local.get $totals) (local.get $t${v}))
      (local.set $m${v} (f64x2.div (v128.load offset=${16 * v} (local.get $scales)) (local.get $t${v})))`,
      )}
      (local.set $at (local.get $logits))
      (local.set $sumAt (local.get $rowSums))
      (local.set $row (local.get $rows))
      (loop $nextScaled
        ${each(
          (
            v,
          ) => `(local.set $x${v} (f64x2.mul (v128.load offset=${16 * v} (local.get $at)) (local.get $m${v})))
        (v128.store offset=${16 * v} (local.get $at) (local.get $x${v}))`,
        )}
        (local.set $x0 (f64x2.add (f64x2.add (local.get $x0) (local.get $x1)) (f64x2.add (local.get $x2) (local.get $x3))))
        (f64.store (local.get $sumAt) (f64.add (f64.load (local.get $sumAt))
          (f64.add (f64x2.extract_lane 0 (local.get $x0)) (f64x2.extract_lane 1 (local.get $x0)))))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        ${advance("$sumAt", 8)}
        (br_if $nextScaled ${countDown("$row", 1)}))
      ${["$logits", "$maxima", "$scales", "$totals"].map((pointer) => advance(pointer, STRIP_BYTES)).join(" ")}
      (br_if $nextStrip ${countDown("$strips", 1)})))`;
}

/**
 * Replaces vector v at $at by e^(itself − $m), and adds it to $t: e^x = 2^n · e^(x − n ln 2), the
 * power of two added to the exponent's bits.
 *
 * Source: Muller, Elementary Functions (2016), the additive range reduction of Cody & Waite.
 */
function exponential(v: number): string {
  const [x, n] = [`$x${v}`, `$n${v}`];
  const horner = TAYLOR.slice(1).reduce(
    (sum, _, i) => `(f64x2.add (f64x2.mul ${sum} (local.get ${x})) (local.get $c${i + 1}))`,
    "(local.get $c0)",
  );
  return `(local.set ${x} (f64x2.pmax (f64x2.sub (v128.load offset=${16 * v} (local.get $at)) (local.get $m${v})) (local.get $least)))
        (local.set ${n} (f64x2.add (f64x2.mul (local.get ${x}) (local.get $perLn2)) (local.get $rounder)))
        (local.set ${x} (f64x2.sub
          (f64x2.sub (local.get ${x}) (f64x2.mul (f64x2.sub (local.get ${n}) (local.get $rounder)) (local.get $ln2High)))
          (f64x2.mul (f64x2.sub (local.get ${n}) (local.get $rounder)) (local.get $ln2Low))))
        (local.set ${x} (i64x2.add ${horner} (i64x2.shl (local.get ${n}) (i32.const 52))))
        (v128.store offset=${16 * v} (local.get $at) (local.get ${x}))
        (local.set $t${v} (f64x2.add (local.get $t${v}) (local.get ${x})))`;
}

function taylorCoefficients(degree: number): readonly number[] {
  const coefficients = [1];
  for (let i = 1; i <= degree; i++) coefficients.unshift(coefficients[0]! / i);
  return coefficients;
}

function each(text: (vector: number) => string): string {
  return VECTORS.map(text).join("\n        ");
}

function declare(vectors: readonly string[]): string {
  return vectors.map((name) => `(local ${name} v128)`).join(" ");
}

function setConstant(name: string, value: number): string {
  return `(local.set ${name} (v128.const f64x2 ${value} ${value}))`;
}

function advance(pointer: string, bytes: number): string {
  return `(local.set ${pointer} (i32.add (local.get ${pointer}) (i32.const ${bytes})))`;
}

function countDown(counter: string, by: number): string {
  return `(local.tee ${counter} (i32.sub (local.get ${counter}) (i32.const ${by})))`;
}

function addAt(pointer: string, vector: number, sum: string): string {
  const at = `offset=${16 * vector} (local.get ${pointer})`;
  return `(v128.store ${at} (f64x2.add (v128.load ${at}) (local.get ${sum})))`;
}

import "uplot/dist/uPlot.min.css";

import uPlot from "uplot";

import type { LikenessCurves } from "../../app/answer/evidenceCurves.ts";

/**
 * Two hills of distances, the nearest at the right, and a beam where the pair
 * stands. Follows its parent's size and the page's theme.
 *
 * @param marked the pair's distance
 * @returns what takes the plot away again
 */
export function drawLikenessPlot(
  parent: HTMLElement,
  { distances, strangers, samePerson }: LikenessCurves,
  marked: number,
): () => void {
  const data: uPlot.AlignedData = [
    Float64Array.from(distances),
    Float64Array.from(strangers),
    Float64Array.from(samePerson),
  ];
  const plot = new uPlot(optionsFor(parent, marked), data, parent);
  const sizes = new ResizeObserver(() => {
    plot.setSize(sizeOf(parent));
  });
  sizes.observe(parent);
  const stopFollowing = onThemeChange(() => {
    plot.redraw(false, true);
  });
  return () => {
    sizes.disconnect();
    stopFollowing();
    plot.destroy();
  };
}

/** Colours are functions: they are asked for anew at each redraw. */
function optionsFor(parent: HTMLElement, marked: number): uPlot.Options {
  const token = (name: string) => getComputedStyle(parent).getPropertyValue(name).trim();
  const hill = (name: string): uPlot.Series => ({
    stroke: () => token(name),
    fill: () => `color-mix(in srgb, ${token(name)} 22%, transparent)`,
    width: 1.75,
    points: { show: false },
  });
  return {
    ...sizeOf(parent),
    padding: [14, 12, 0, 12],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, dir: -1, range: (_, from, to) => [from, to] },
      y: { range: (_, __, highest) => [0, highest * 1.04] },
    },
    axes: [distanceAxis(token), { show: false }],
    series: [{}, hill("--color-text-muted"), hill("--color-accent-text")],
    hooks: {
      draw: [
        (plot) => {
          drawBeam(plot, marked, token("--color-second"));
        },
      ],
    },
  };
}

function distanceAxis(token: (name: string) => string): uPlot.Axis {
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
  return {
    stroke: () => token("--color-text-muted"),
    font: `12px ${token("--font-text")}`,
    size: 28,
    gap: 4,
    space: 48,
    grid: { show: false },
    border: { show: true, stroke: () => token("--color-line"), width: 1 },
    ticks: { stroke: () => token("--color-line"), width: 1, size: 4 },
    values: (_, splits) => splits.map((value) => format.format(value)),
  };
}

function drawBeam(plot: uPlot, marked: number, colour: string): void {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(marked, "x", true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top + bbox.height);
  ctx.lineTo(x, bbox.top);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x, bbox.top, 5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}

/** By the system or by the attribute of the page. */
function onThemeChange(redraw: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: light)");
  system.addEventListener("change", redraw);
  const attribute = new MutationObserver(redraw);
  attribute.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", redraw);
    attribute.disconnect();
  };
}

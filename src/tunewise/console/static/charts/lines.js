// Line charts by uPlot, in the page's colours.

import { html, useEffect, useLayoutEffect, useRef } from "../lib.js";
import { color } from "../states.js";
import { FONT, useThemeCount, useWidth } from "./canvas.js";
import { clock, num } from "../format.js";

const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600];

export const timeAxis = { values: (plot, splits) => splits.map((at) => clock(at)), space: 70, incrs: SECONDS };

/** Axes in the page's colours. */
export function axes(...each) {
  return each.map((axis) => ({ stroke: () => color("--muted"), font: FONT, grid: { stroke: () => color("--grid"), width: 1 }, ticks: { stroke: () => color("--grid"), width: 1, size: 4 }, size: axis.side === undefined && axis.values !== timeAxis.values ? 56 : 32, ...axis }));
}

/** A chart: options and data of uPlot without its size. It is made anew when `options` changes. */
export function Lines({ height, options, data, label, onReady }) {
  const box = useRef(null), plot = useRef(null);
  const width = useWidth(box), theme = useThemeCount();
  useLayoutEffect(() => {
    if (!width) return undefined;
    const made = new globalThis.uPlot({ ...options, width, height }, data, box.current);
    plot.current = made;
    onReady?.(made);
    return () => { made.destroy(); plot.current = null; };
  }, [width > 0, height, options, theme]);
  useEffect(() => { if (plot.current && width) plot.current.setSize({ width, height }); }, [width, height]);
  useEffect(() => { if (plot.current) plot.current.setData(data, plot.current.tunewiseFull !== false); }, [data]);
  return html`<div class="plot" ref=${box} style=${{ minHeight: `${height}px` }} role="img" aria-label=${label}></div>`;
}

/** Where a line should lie that is drawn up to a share of outliers: the range of most of the values. */
export function robustRange(values, share = 0.98) {
  const finite = Float64Array.from(values).filter(Number.isFinite).sort();
  if (!finite.length) return [0, 1];
  const low = finite[0], high = finite[finite.length - 1];
  const [from, to] = [finite[Math.floor((1 - share) * (finite.length - 1))], finite[Math.floor(share * (finite.length - 1))]];
  return [from === to ? low : from, from === to ? high : to];
}

export const pad = ([low, high], part = 0.05) => (low === high ? [low - (Math.abs(low) || 1) * 0.1, high + (Math.abs(high) || 1) * 0.1] : [low - part * (high - low), high + part * (high - low)]);

export const readable = (plot, item) => (item === null || item === undefined ? "–" : num(item));

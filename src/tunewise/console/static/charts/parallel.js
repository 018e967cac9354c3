// Parallel coordinates of all trials on a canvas: a line per trial through its hyperparameters to its metric.

import { html, useEffect, useMemo, useRef, useState } from "../lib.js";
import { color } from "../states.js";
import { Canvas, FONT, inside, useLayer } from "./canvas.js";
import { rangeOf, sharesOf } from "./scale.js";
import { ramp } from "./ramp.js";

const TOP = 34, BOTTOM = 50, SIDE = 58, HEIGHT = 396;
const MISSING = -0.11; // where a line goes that lacks a hyperparameter
const BINS = 24; // of colours; lines of one colour are drawn at once

/** The trials of each colour, the best last; and those that aren't chosen. */
function bins(experiment, metric) {
  const groups = Array.from({ length: BINS }, () => []), off = [];
  const values = experiment.trials.best;
  for (let id = 0; id < experiment.size; id++) {
    if (!experiment.isChosen(id)) { off.push(id); continue; }
    const share = metric.to(values[id]);
    if (share === null) { off.push(id); continue; }
    const good = experiment.setup.mode === "max" ? share : 1 - share;
    groups[Math.min(BINS - 1, Math.floor(good * BINS))].push(id);
  }
  return { groups, off };
}

export function Parallel({ experiment, trial, axes, scales, onBrush }) {
  const drag = useRef(null);
  const [pending, setPending] = useState(null);
  const layer = useLayer();
  const metric = scales["@best"];
  const columns = useMemo(() => axes.map((name) => experiment.column(name)), [axes, experiment, experiment.pace]);
  const lacking = useMemo(() => axes.map((name, axis) => !name.startsWith("@") && Boolean(columns[axis]?.includes(null))), [columns]);
  const sorted = useMemo(() => bins(experiment, metric), [experiment.chosen, experiment.pace, metric]);
  const place = (width) => (axis) => (axes.length < 2 ? width / 2 : SIDE + (axis * (width - 2 * SIDE)) / (axes.length - 1));
  const y = (share) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);

  const shareOf = (axis, id) => scales[axes[axis]].to(columns[axis]?.[id]) ?? (axes[axis].startsWith("@") ? null : MISSING);
  const trace = (ctx, id, x) => {
    let open = false;
    for (let axis = 0; axis < axes.length; axis++) {
      const share = shareOf(axis, id);
      if (share === null || Number.isNaN(share)) { open = false; continue; }
      if (open) ctx.lineTo(x[axis], y(share));
      else ctx.moveTo(x[axis], y(share));
      open = true;
    }
  };
  const strokeAll = (ctx, ids, x, style, alpha, width) => {
    if (!ids.length) return;
    ctx.strokeStyle = style;
    ctx.globalAlpha = alpha;
    ctx.lineWidth = width;
    for (let from = 0; from < ids.length; from += 500) { // long paths are slow
      ctx.beginPath();
      for (const id of ids.slice(from, from + 500)) trace(ctx, id, x);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  };
  const draw = (ctx, width) => {
    const x = axes.map((_, axis) => place(width)(axis));
    const alpha = Math.max(0.05, Math.min(0.8, 250 / (experiment.size + 1)));
    layer(ctx, [sorted, axes, scales], (picture) => {
      const colors = ramp(BINS);
      strokeAll(picture, sorted.off, x, color("--grid"), experiment.chosen ? 0.35 : 0.6, 1);
      sorted.groups.forEach((ids, bin) => strokeAll(picture, ids, x, colors[bin], bin > BINS - 4 ? Math.min(0.9, 2.5 * alpha) : alpha, 1));
    });
    if (experiment.hovered !== null) strokeAll(ctx, [experiment.hovered], x, color("--text"), 0.8, 2);
    if (trial !== null) strokeAll(ctx, [trial], x, color("--text"), 1, 2.5);
    axes.forEach((name, axis) => drawAxis(ctx, x[axis], name, axis));
  };
  const drawAxis = (ctx, x, name, axis) => {
    const scale = scales[name];
    ctx.font = FONT;
    ctx.fillStyle = color("--axis");
    ctx.fillRect(x - 0.5, TOP, 1, HEIGHT - TOP - BOTTOM);
    ctx.textBaseline = "middle";
    const right = axis === axes.length - 1 && axes.length > 1;
    for (const [at, text] of scale.ticks(5)) {
      const height = y(scale.to(at));
      label(ctx, text, right ? x + 6 : x - 6, height, right ? "left" : "right");
      ctx.fillStyle = color("--axis");
      ctx.fillRect(x - 3, height - 0.5, 6, 1);
    }
    if (lacking[axis]) label(ctx, "missing", x - 6, y(MISSING), "right");
    const range = pending?.name === name ? pending.range : experiment.brushes[name];
    if (range) {
      const [from, to] = sharesOf(scale, range);
      ctx.fillStyle = color("--accent");
      ctx.globalAlpha = 0.3;
      ctx.fillRect(x - 7, y(to) - 2, 14, y(from) - y(to) + 4);
      ctx.globalAlpha = 1;
      ctx.strokeStyle = color("--accent");
      ctx.lineWidth = 1;
      ctx.strokeRect(x - 7, y(to) - 2, 14, y(from) - y(to) + 4);
    }
  };
  const label = (ctx, text, x, at, align) => {
    const short = text.length > 11 ? `${text.slice(0, 10)}…` : text;
    ctx.textAlign = align;
    ctx.lineWidth = 4;
    ctx.strokeStyle = color("--card");
    ctx.strokeText(short, x, at);
    ctx.fillStyle = color("--muted");
    ctx.fillText(short, x, at);
  };

  const axisAt = (spot, width) => {
    const found = axes.map((_, axis) => Math.abs(place(width)(axis) - spot.x));
    const least = Math.min(...found);
    return least < 24 ? found.indexOf(least) : null;
  };
  const shareAt = (spot) => Math.min(1, Math.max(0, 1 - (spot.y - TOP) / (HEIGHT - TOP - BOTTOM)));
  const nearest = (spot, width) => {
    const x = axes.map((_, axis) => place(width)(axis));
    const axis = Math.max(0, x.findIndex((at) => at > spot.x) - 1);
    if (axis + 1 >= x.length) return null;
    const part = (spot.x - x[axis]) / (x[axis + 1] - x[axis]);
    let found = null, least = 8;
    for (let id = 0; id < experiment.size; id++) {
      if (!experiment.isChosen(id)) continue;
      const a = shareOf(axis, id), b = shareOf(axis + 1, id);
      if (a === null || b === null) continue;
      const away = Math.abs(y(a + part * (b - a)) - spot.y);
      if (away < least) { least = away; found = id; }
    }
    return found;
  };
  const events = {
    onPointerDown: (event) => {
      const spot = inside(event), axis = axisAt(spot, event.currentTarget.clientWidth);
      if (axis === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { name: axes[axis], from: shareAt(spot), moved: false };
    },
    onPointerMove: (event) => {
      const spot = inside(event), width = event.currentTarget.clientWidth;
      if (drag.current) {
        drag.current.moved = true;
        const to = shareAt(spot), { name, from } = drag.current;
        setPending({ name, range: rangeOf(scales[name], Math.min(from, to), Math.max(from, to)) });
        return;
      }
      event.currentTarget.style.cursor = axisAt(spot, width) === null ? "pointer" : "ns-resize";
      experiment.hover(axisAt(spot, width) === null ? nearest(spot, width) : null);
    },
    onPointerUp: (event) => {
      if (drag.current) {
        const { name, moved } = drag.current;
        drag.current = null;
        onBrush(name, moved && pending ? pending.range : null);
        setPending(null);
      } else if (experiment.hovered !== null) {
        onBrush(null, null, experiment.hovered);
      }
    },
    onPointerLeave: () => experiment.hover(null),
  };
  return html`<${Canvas} height=${HEIGHT} draw=${draw} deps=${[sorted, axes, scales, experiment.hovered, trial, pending, experiment.brushes]}
    label=${`Parallel coordinates of ${experiment.size} trials over ${axes.join(", ")}. The table of trials has their numbers.`} ...${events} />`;
}

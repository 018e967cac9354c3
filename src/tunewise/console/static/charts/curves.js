// Learning curves of all trials: drawn by hand on uPlot's canvas, as there may be ten thousand of them.

import { html, useEffect, useMemo, useRef, useState, Card, Empty, State } from "../lib.js";
import { color, stateOf } from "../states.js";
import { useLayer } from "./canvas.js";
import { Lines, axes, pad, robustRange, timeAxis } from "./lines.js";
import { adjust } from "../address.js";
import { clock, num } from "../format.js";

const MOST = 3000; // curves in full colour; more are drawn in grey
const NEAR = 24; // pixels

/** The trials to draw, those that matter last. */
function order(experiment) {
  const ids = [];
  for (let id = 0; id < experiment.size; id++) if (experiment.curve(id).length) ids.push(id);
  const weight = (id) => (experiment.head.best && id === experiment.head.best.trial_id ? 2 : experiment.status(id) === "running" ? 1 : 0);
  return ids.sort((a, b) => weight(a) - weight(b));
}

function path(plot, curve, over) {
  const at = over === "time" ? curve.times : curve.levels;
  const line = new Path2D();
  for (let i = 0; i < curve.length; i++) {
    const x = plot.valToPos(at[i], "x", true), y = plot.valToPos(curve.values[i], "y", true);
    if (i) line.lineTo(x, y);
    else line.moveTo(x, y);
  }
  if (curve.length === 1) {
    const x = plot.valToPos(at[0], "x", true), y = plot.valToPos(curve.values[0], "y", true);
    line.lineTo(x + 2, y);
  }
  return line;
}

/** Draws everything on uPlot's canvas. */
function draw(plot, { experiment, trial, over, ids, layer }) {
  const { ctx, bbox, scales } = plot;
  const scale = devicePixelRatio || 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const range = [scales.x.min, scales.x.max, scales.y.min, scales.y.max, bbox.left, bbox.width, bbox.height];
  layer(ctx, [ids, over, experiment.chosen, ...range], (picture) => drawAll(picture, plot, experiment, over, ids));
  for (const id of [experiment.hovered, trial]) {
    if (id === null || !experiment.curve(id).length) continue;
    stroke(ctx, path(plot, experiment.curve(id), over), color("--text"), 2.2 * scale, 1);
    pauses(plot, experiment, id, over, scale);
  }
  ctx.restore();
}

function drawAll(ctx, plot, experiment, over, ids) {
  const scale = devicePixelRatio || 1;
  ctx.lineJoin = "round";
  const groups = new Map();
  const many = ids.length > MOST;
  for (const id of ids) {
    const on = experiment.isChosen(id);
    const state = experiment.status(id);
    const key = !on ? "off" : many && state !== "running" && state !== "failed" ? "many" : state;
    if (!groups.has(key)) groups.set(key, new Path2D());
    groups.get(key).addPath(path(plot, experiment.curve(id), over));
  }
  const strokes = [["off", "--grid", 0.5], ["many", "--gray", 0.18]];
  for (const [key, name, alpha] of strokes) if (groups.has(key)) stroke(ctx, groups.get(key), color(name), scale, alpha);
  for (const [key, line] of groups) if (key !== "off" && key !== "many") stroke(ctx, line, color(stateOf(key).color), scale * 1.1, ids.length > 300 ? 0.45 : 0.75);
}

function stroke(ctx, line, style, width, alpha) {
  ctx.strokeStyle = style;
  ctx.lineWidth = width;
  ctx.globalAlpha = alpha;
  ctx.stroke(line);
  ctx.globalAlpha = 1;
}

/** Marks where the jobs of a trial ended and the next ones went on: ‖ and ▶. */
function pauses(plot, experiment, id, over, scale) {
  const curve = experiment.curve(id), { jobs, trials } = experiment;
  const at = over === "time" ? curve.times : curve.levels;
  for (let run = 1; run < trials.jobs[id]; run++) {
    const row = experiment.jobRows.get(id * 4096 + run);
    const first = row === undefined ? -1 : jobs.first[row];
    for (const [index, shape] of [[first - 1, "pause"], [first, "resume"]]) {
      if (index < 0 || index >= curve.length) continue;
      const x = plot.valToPos(at[index], "x", true), y = plot.valToPos(curve.values[index], "y", true);
      plot.ctx.fillStyle = color(shape === "pause" ? "--purple" : "--blue");
      plot.ctx.beginPath();
      if (shape === "pause") plot.ctx.rect(x - 4 * scale, y - 4 * scale, 8 * scale, 8 * scale);
      else { plot.ctx.moveTo(x - 4 * scale, y - 5 * scale); plot.ctx.lineTo(x + 6 * scale, y); plot.ctx.lineTo(x - 4 * scale, y + 5 * scale); }
      plot.ctx.fill();
    }
  }
}

/** The report that is nearest to a place on the chart, if one is near. */
function nearest(plot, experiment, over, left, top) {
  let found = null, least = NEAR * NEAR;
  for (let id = 0; id < experiment.size; id++) {
    if (!experiment.isChosen(id)) continue;
    const curve = experiment.curve(id), at = over === "time" ? curve.times : curve.levels;
    for (let i = 0; i < curve.length; i++) {
      const dx = plot.valToPos(at[i], "x") - left;
      if (dx > NEAR || dx < -NEAR) continue;
      const dy = plot.valToPos(curve.values[i], "y") - top;
      if (dx * dx + dy * dy < least) { least = dx * dx + dy * dy; found = { id, index: i }; }
    }
  }
  return found;
}

export function LearningCurves({ experiment, trial }) {
  const [over, setOver] = useState("level");
  const [near, setNear] = useState(null);
  const plotted = useRef(null), shown = useRef({});
  useEffect(() => { if (!experiment.curves) experiment.loadCurves(); }, [experiment]);
  const { setup, curves } = experiment;
  const layer = useLayer();
  const ids = useMemo(() => (curves ? order(experiment) : []), [curves, experiment.pace]);
  shown.current = { experiment, trial, over, ids, layer };
  const ranges = useMemo(() => {
    let last = 1, time = 1;
    const values = [];
    for (const id of ids) {
      const curve = experiment.curve(id);
      last = Math.max(last, curve.levels[curve.length - 1]);
      time = Math.max(time, curve.times[curve.length - 1]);
      const step = Math.max(1, Math.floor(curve.length / 8));
      for (let i = curve.length - 1; i >= 0; i -= step) values.push(curve.values[i]);
    }
    const [low, high] = robustRange(values, 0.95);
    let best = setup.mode === "max" ? Math.max : Math.min;
    const ends = experiment.head.best ? experiment.head.best.value : low;
    return { x: over === "time" ? [0, time] : [1, Math.max(2, last)], y: pad([Math.min(low, best(low, ends)), Math.max(high, best(high, ends))]) };
  }, [ids, over]);
  const data = useMemo(() => [ranges.x, ranges.y], [ranges]);
  const options = useMemo(() => ({
    legend: { show: false },
    cursor: { drag: { x: true, y: true, uni: 20 }, points: { show: false } },
    scales: { x: { time: false }, y: {} },
    axes: axes(over === "time" ? timeAxis : { space: 60, size: 32, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4, 1e5, 1e6] }, { size: 56 }),
    series: [{}, { show: true, stroke: "transparent", points: { show: false }, paths: () => null }],
    hooks: {
      draw: [(plot) => draw(plot, shown.current)],
      setCursor: [(plot) => {
        const { left, top } = plot.cursor;
        const found = left >= 0 ? nearest(plot, experiment, over, left, top) : null;
        setNear(found && { ...found, left, top });
        experiment.hover(found ? found.id : null);
      }],
    },
  }), [experiment, over]);
  useEffect(() => { plotted.current?.redraw(false); }, [experiment.hovered, experiment.chosen, trial, ids]);
  const ready = (plot) => {
    plotted.current = plot;
    plot.over.addEventListener("click", () => {
      const { left, top } = plot.cursor;
      const found = nearest(plot, experiment, shown.current.over, left, top);
      if (found) adjust({ trial: found.id }, true);
    });
  };
  const choose = html`<div class="choices" role="group"
    aria-label="Over what">${[["level", setup.levelName], ["time", "time"]].map(([name, word]) => html`<button key=${name} class="chip"
    aria-pressed=${over === name} onClick=${() => setOver(name)}>${word}</button>`)}</div>`;
  return html`<${Card} title="Learning curves" aside=${choose}>
    ${!curves ? html`<${Empty}>Loading the curves …<//>` : !ids.length ? html`<${Empty}>No trial has reported ${setup.metric} yet.<//>` : html`
    <div class="withtip">
      <${Lines} height=${250} options=${options} data=${data} onReady=${ready}
        label=${`Learning curves of ${ids.length} trials. The table of trials has their numbers.`} />
      ${near && html`<${Tip} experiment=${experiment} near=${near} />`}
    </div>
    <p class="hint">Drag to zoom, double-click to zoom out, click a curve for its trial. ${ids.length > MOST ? "Running and failed trials are coloured, the others grey." : "Squares are pauses, triangles resumes."}</p>`}
  <//>`;
}

function Tip({ experiment, near }) {
  const curve = experiment.curve(near.id), { setup } = experiment;
  return html`<div class="tip" style=${{ left: `${near.left + 70}px`, top: `${near.top}px` }}>
    <strong>trial ${near.id}</strong> <${State} name=${experiment.status(near.id)} /><br />
    ${setup.metric} ${num(curve.values[near.index])} at ${setup.levelName} ${curve.levels[near.index]}<br />
      <span class="muted">${clock(curve.times[near.index])}</span></div>`;
}

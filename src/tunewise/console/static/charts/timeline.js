// The timeline of workers: which job ran where and when, queued, starting, training, halting, and what was idle.

import { html, useEffect, useMemo, useRef, useState, Card, Empty } from "../lib.js";
import { color, stateOf } from "../states.js";
import { Canvas, FONT, inside, timeTicks, useLayer } from "./canvas.js";
import { adjust } from "../address.js";
import { clock, duration } from "../format.js";

const LANE = 16, GAP = 3, TOP = 6, BOTTOM = 24, LEFT = 30;
const LANES = 48; // shown at most
const SHADES = ["--rung0", "--rung1", "--rung2", "--rung3", "--rung4", "--rung5"];

/** Puts jobs into lanes: each takes the first that is free. The same jobs always lie in the same lanes. */
export function lanesOf(jobs, now) {
  const rows = Array.from(jobs.trial, (_, row) => row).sort((a, b) => jobs.started[a] - jobs.started[b] || a - b);
  const free = [], lane = new Int32Array(rows.length);
  for (const row of rows) {
    let at = free.findIndex((until) => until <= jobs.started[row] + 1e-9);
    if (at < 0) at = free.push(0) - 1;
    free[at] = jobs.ended[row] === null ? Infinity : jobs.ended[row];
    lane[row] = at;
  }
  return { lane, rows, lanes: free.length };
}

/** How far jobs go, from short to long: their limits in order. */
function rungsOf(jobs) {
  return [...new Set(jobs.until)].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}

export function Timeline({ experiment, trial }) {
  const { jobs, head } = experiment;
  const [view, setView] = useState(null); // [from, to] in seconds; null for all
  const [near, setNear] = useState(null);
  const drag = useRef(null);
  const layer = useLayer();
  const plan = useMemo(() => ({ ...lanesOf(jobs, head.now), rungs: rungsOf(jobs) }), [jobs, experiment.pace]);
  const whole = [0, Math.max(1, experiment.head.now)];
  const [from, to] = view || whole;
  const lanes = Math.min(LANES, Math.max(plan.lanes, Math.min(head.workers, LANES)));
  const height = TOP + lanes * (LANE + GAP) + BOTTOM;
  const x = (time, width) => LEFT + ((time - from) / (to - from)) * (width - LEFT - 8);
  const clockStep = Math.max(1, (to - from) / 1000, experiment.size / 2000); // seconds: a pixel, or as `pace`
  const deps = [plan, from, view ? to : null, experiment.chosen, experiment.curves, Math.floor(experiment.head.now / clockStep)];

  const draw = (ctx, width) => {
    layer(ctx, deps, (picture) => drawAll(picture, width));
    for (const row of plan.rows) if (plan.lane[row] < lanes && (jobs.trial[row] === trial || jobs.trial[row] === experiment.hovered)) outline(ctx, row, width);
  };
  const drawAll = (ctx, width) => {
    const now = experiment.head.now;
    ctx.font = FONT;
    ctx.textBaseline = "middle";
    for (let lane = 0; lane < lanes; lane++) {
      const y = TOP + lane * (LANE + GAP);
      ctx.fillStyle = color("--lane");
      ctx.fillRect(LEFT, y, width - LEFT - 8, LANE);
      ctx.fillStyle = color("--muted");
      ctx.textAlign = "right";
      ctx.fillText(String(lane + 1), LEFT - 6, y + LANE / 2);
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(LEFT, 0, width - LEFT - 8, height);
    ctx.clip();
    kept(ctx, width);
    for (const row of plan.rows) if (plan.lane[row] < lanes) job(ctx, row, now, width);
    ctx.restore();
    ctx.fillStyle = color("--muted");
    ctx.textAlign = "center";
    for (const at of timeTicks(from, to, Math.max(3, width / 110))) {
      const place = x(at, width);
      ctx.fillRect(place, TOP + lanes * (LANE + GAP), 1, 4);
      ctx.fillText(clock(at), Math.min(width - 24, Math.max(LEFT + 20, place)), height - 9);
    }
  };

  /** Instances that are kept between two jobs of a lane. */
  const kept = (ctx, width) => {
    const keep = experiment.setup.keepAlive;
    if (!keep) return;
    const last = new Map();
    ctx.fillStyle = color("--yellow");
    ctx.globalAlpha = 0.45;
    for (const row of plan.rows) {
      const before = last.get(plan.lane[row]);
      if (before !== undefined && jobs.started[row] - before <= keep) ctx.fillRect(x(before, width), TOP + plan.lane[row] * (LANE + GAP) + 6, x(jobs.started[row], width) - x(before, width), 4);
      last.set(plan.lane[row], jobs.ended[row] ?? Infinity);
    }
    ctx.globalAlpha = 1;
  };

  const job = (ctx, row, now, width) => {
    const started = jobs.started[row], began = jobs.began[row], ended = jobs.ended[row] ?? now;
    if (ended < from || started > to) return;
    const y = TOP + plan.lane[row] * (LANE + GAP), id = jobs.trial[row];
    const a = x(started, width), b = Math.max(x(ended, width), a + 1);
    ctx.globalAlpha = experiment.isChosen(id) ? 1 : 0.18;
    const start = began === null ? ended : Math.max(began, started);
    if (x(start, width) - a > 0.5) { // queued
      ctx.fillStyle = color("--gray");
      ctx.fillRect(a, y + 5, x(start, width) - a, LANE - 10);
    }
    if (began !== null) {
      const place = plan.rungs.indexOf(jobs.until[row]);
      const shade = SHADES[plan.rungs.length < 2 ? 3 : Math.round((place * (SHADES.length - 1)) / (plan.rungs.length - 1))];
      ctx.fillStyle = color(jobs.failure[row] ? "--red" : shade);
      const halted = jobs.halted[row];
      const trained = halted === null ? ended : Math.min(Math.max(halted, start), ended);
      const s = x(start, width), t = x(trained, width);
      ctx.fillRect(s, y, Math.max(t - s - 0.5, 1), LANE);
      const starting = x(startOf(experiment, row, began) ?? start, width);
      if (starting - s > 1) { // from its beginning to its first level
        ctx.fillStyle = color("--starting");
        ctx.fillRect(s, y, Math.min(starting, t) - s, LANE);
      }
      if (b - t > 0.5) {
        ctx.fillStyle = color("--orange");
        ctx.fillRect(t, y + 3, b - t, LANE - 6);
      }
      if (b - s > 26) {
        ctx.fillStyle = color(starting - s > 12 || (!jobs.failure[row] && place <= 1 && plan.rungs.length > 2) ? "--text" : "--onbar");
        ctx.textAlign = "left";
        ctx.fillText(String(id), Math.max(s, LEFT) + 3, y + LANE / 2 + 0.5);
      }
    }
    ctx.globalAlpha = 1;
  };
  const outline = (ctx, row, width) => {
    const a = Math.max(LEFT, x(jobs.started[row], width)), b = Math.min(width - 8, x(jobs.ended[row] ?? experiment.head.now, width));
    if (b < LEFT || a > width - 8) return;
    ctx.strokeStyle = color("--text");
    ctx.lineWidth = 2;
    ctx.strokeRect(a + 1, TOP + plan.lane[row] * (LANE + GAP) + 0.5, Math.max(b - a - 2, 1), LANE - 1);
  };

  const at = (event) => {
    const place = inside(event), width = event.currentTarget.clientWidth;
    const time = from + ((place.x - LEFT) / (width - LEFT - 8)) * (to - from);
    return { ...place, time, lane: Math.floor((place.y - TOP) / (LANE + GAP)), slack: (2 * (to - from)) / width };
  };
  const under = ({ time, lane, slack }) => plan.rows.find((row) => plan.lane[row] === lane && jobs.started[row] - slack <= time && (jobs.ended[row] ?? experiment.head.now) + slack >= time);
  const events = {
    onPointerDown: (event) => { drag.current = { x: event.clientX, view: [from, to], moved: false }; event.currentTarget.setPointerCapture(event.pointerId); },
    onPointerMove: (event) => {
      const spot = at(event);
      if (drag.current && Math.abs(event.clientX - drag.current.x) > 3) {
        drag.current.moved = true;
        const [a, b] = drag.current.view;
        const shift = ((drag.current.x - event.clientX) / event.currentTarget.clientWidth) * (b - a);
        setView(limited([a + shift, b + shift], whole));
        return;
      }
      const row = under(spot);
      setNear(row === undefined ? null : { row, x: spot.x, y: spot.y });
      experiment.hover(row === undefined ? null : jobs.trial[row]);
    },
    onPointerUp: (event) => {
      const moved = drag.current?.moved;
      drag.current = null;
      if (moved) return;
      const row = under(at(event));
      if (row !== undefined) adjust({ trial: jobs.trial[row] }, true);
    },
    onPointerLeave: () => { setNear(null); experiment.hover(null); },
  };
  const zoom = (factor) => setView(limited([(from + to) / 2 - ((to - from) * factor) / 2, (from + to) / 2 + ((to - from) * factor) / 2], whole));
  const aside = html`<div class="choices"><button class="quiet" aria-label="Zoom in" onClick=${() => zoom(0.5)}>+</button>
    <button class="quiet" aria-label="Zoom out" onClick=${() => zoom(2)}>−</button>
    <button class="quiet" onClick=${() => setView([Math.max(0, whole[1] - Math.max(60, whole[1] / 20)), whole[1]])}>latest</button>
    <button class="quiet" disabled=${!view} onClick=${() => setView(null)}>all</button></div>`;
  if (!jobs.trial.length) return html`<${Card} title="Workers" wide><${Empty}>No job has been started yet.<//><//>`;
  return html`<${Card} title="Workers" aside=${aside} wide>
    <div class="withtip">
      <${Canvas} height=${height} draw=${draw}
        label=${`Timeline of ${lanes} workers and ${jobs.trial.length} jobs. The decisions tell the same in words.`}
        deps=${[...deps, trial, experiment.hovered]} ...${events} />
      ${near && html`<${Tip} experiment=${experiment} near=${near} />`}
    </div>
    <${Legend} experiment=${experiment} rungs=${plan.rungs} />
    ${plan.lanes > LANES && html`<p class="hint">${plan.lanes - LANES} more workers aren't shown.</p>`}
  <//>`;
}

/** When a job's first level began, estimated from the time that its further ones took; null if that is unknown. */
function startOf(experiment, row, began) {
  const { jobs, trials } = experiment, id = jobs.trial[row], curve = experiment.curve(id);
  const next = experiment.jobRows.get(id * 4096 + jobs.run[row] + 1);
  const first = jobs.first[row], last = (next === undefined ? curve.length : jobs.first[next]) - 1;
  if (last <= first || trials.id[id] === undefined) return null;
  const level = (curve.times[last] - curve.times[first]) / (curve.levels[last] - curve.levels[first]);
  const levels = curve.levels[first] - (first > 0 ? curve.levels[first - 1] : 0);
  const start = curve.times[first] - level * levels;
  return start > began ? start : null;
}

function limited([a, b], [low, high]) {
  const span = Math.min(Math.max(b - a, (high - low) / 5000, 0.5), high - low);
  const from = Math.min(Math.max(low, a), high - span);
  return span >= high - low ? null : [from, from + span];
}

function Legend({ experiment, rungs }) {
  const { levelName, maxResource } = experiment.setup;
  const swatch = (name) => html`<span class="swatch" style=${{ background: `var(${name})` }}></span>`;
  const shown = rungs.length > 7 ? [rungs[0], rungs[rungs.length - 1]] : rungs;
  return html`<p class="legend">
    <span>${swatch("--gray")}queued</span><span>${swatch("--starting")}starting</span>
    ${shown.map((until) => { const place = rungs.indexOf(until); return html`<span
      key=${String(until)}>${swatch(SHADES[rungs.length < 2 ? 3 : Math.round((place * (SHADES.length - 1)) / (rungs.length - 1))])}trains to ${until === null ? (maxResource === null ? "its end" : `${levelName} ${maxResource}`) : `${levelName} ${until}`}</span>`; })}
    <span>${swatch("--orange")}halting</span><span>${swatch("--red")}job failed</span><span>${swatch("--lane")}idle</span>
    ${experiment.setup.keepAlive > 0 && html`<span>${swatch("--yellow")}retained</span>`}
    <span class="hint">drag to move, click a job for its trial</span></p>`;
}

function Tip({ experiment, near }) {
  const { jobs, setup } = experiment, { row } = near;
  const until = jobs.until[row], began = jobs.began[row], ended = jobs.ended[row] ?? experiment.head.now;
  return html`<div class="tip" style=${{ left: `${near.x + 12}px`, top: `${near.y + 8}px` }}>
    <strong>trial ${jobs.trial[row]}</strong>, job ${jobs.run[row]}${until === null ? "" : `, to ${setup.levelName} ${until}`}<br />
    ${began === null ? `queued for ${duration(ended - jobs.started[row])}` : `${duration(ended - began)} from ${clock(began)} on`}
    ${began !== null && began - jobs.started[row] > 1 ? html`<br />queued for ${duration(began - jobs.started[row])} before` : ""}
    ${jobs.target[row] ? html`<br />then ${jobs.target[row]}` : ""}${jobs.failure[row] ? html`<br />
      <span class="warn">failed: ${jobs.failure[row]}</span>` : ""}</div>`;
}

// A slice per hyperparameter: its values against the metric of each trial.

import { html, useMemo } from "../lib.js";
import { color, stateOf } from "../states.js";
import { Canvas, FONT, inside, useLayer } from "./canvas.js";
import { adjust } from "../address.js";

const HEIGHT = 170, LEFT = 44, BOTTOM = 22, TOP = 8, RIGHT = 8;

export function Slice({ experiment, name, scale, metric, trial }) {
  const layer = useLayer();
  const column = useMemo(() => experiment.column(name), [experiment, name, experiment.pace]);
  const values = experiment.trials.best;
  const spread = (id) => (scale.kind === "texts" ? (((id * 0.618034) % 1) - 0.5) * (0.6 / scale.texts.length) : 0);
  const x = (id, width) => { const share = scale.to(column?.[id]); return share === null ? null : LEFT + 8 + Math.min(1, Math.max(0, share + spread(id))) * (width - LEFT - RIGHT - 16); };
  const y = (id) => { const share = metric.to(values[id]); return share === null ? null : TOP + (1 - share) * (HEIGHT - TOP - BOTTOM); };
  const draw = (ctx, width) => {
    layer(ctx, [column, scale, metric, experiment.chosen, experiment.pace], (picture) => drawAll(picture, width));
    for (const id of [experiment.head.best?.trial_id, experiment.hovered, trial]) if (id !== null && id !== undefined) ring(ctx, id, width);
  };
  const drawAll = (ctx, width) => {
    ctx.font = FONT;
    ctx.textBaseline = "middle";
    for (const [at, text] of metric.ticks(4)) {
      const height = TOP + (1 - metric.to(at)) * (HEIGHT - TOP - BOTTOM);
      ctx.fillStyle = color("--grid");
      ctx.fillRect(LEFT, height, width - LEFT - RIGHT, 1);
      ctx.fillStyle = color("--muted");
      ctx.textAlign = "right";
      ctx.fillText(text, LEFT - 5, height);
    }
    ctx.textAlign = "center";
    const marks = scale.ticks(4), most = Math.max(2, Math.floor(width / 60));
    marks.filter((_, i) => i % Math.ceil(marks.length / most) === 0).forEach(([at, text]) => {
      ctx.fillStyle = color("--muted");
      ctx.fillText(text.length > 9 ? `${text.slice(0, 8)}…` : text, Math.min(width - 20, LEFT + 8 + scale.to(at) * (width - LEFT - RIGHT - 16)), HEIGHT - 9);
    });
    const size = experiment.size > 2000 ? 1.2 : 2.2, alpha = experiment.size > 2000 ? 0.35 : 0.65;
    for (const chosen of [false, true]) {
      ctx.globalAlpha = chosen ? alpha : 0.25;
      for (let id = 0; id < experiment.size; id++) {
        if (experiment.isChosen(id) !== chosen) continue;
        dot(ctx, id, width, size, chosen ? color2(experiment, id) : color("--grid"));
      }
    }
    ctx.globalAlpha = 1;
  };
  const cached = {};
  const color2 = (each, id) => { const state = each.status(id); return (cached[state] = cached[state] || color(state === "paused" || state === "stopped" ? "--blue" : stateOf(state).color)); };
  const dot = (ctx, id, width, size, style) => {
    const at = [x(id, width), y(id)];
    if (at[0] === null || at[1] === null) return;
    ctx.fillStyle = style;
    ctx.fillRect(at[0] - size, at[1] - size, 2 * size, 2 * size);
  };
  const ring = (ctx, id, width) => {
    const at = [x(id, width), y(id)];
    if (at[0] === null || at[1] === null) return;
    ctx.strokeStyle = color(id === experiment.head.best?.trial_id ? "--green" : "--text");
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(at[0], at[1], 5, 0, 7);
    ctx.stroke();
  };
  const nearest = (event) => {
    const spot = inside(event), width = event.currentTarget.clientWidth;
    let found = null, least = 100;
    for (let id = 0; id < experiment.size; id++) {
      if (!experiment.isChosen(id)) continue;
      const dx = (x(id, width) ?? -99) - spot.x;
      if (dx > 10 || dx < -10) continue;
      const dy = (y(id) ?? -99) - spot.y, away = dx * dx + dy * dy;
      if (away < least) { least = away; found = id; }
    }
    return found;
  };
  return html`<figure class="slice"><figcaption>${name}${scale.kind === "log" ? html` <span class="muted">log</span>` : ""}</figcaption>
    <${Canvas} height=${HEIGHT} draw=${draw} deps=${[column, scale, metric, experiment.chosen, experiment.hovered, trial, experiment.pace]}
      label=${`${experiment.setup.metric} of each trial over ${name}`}
      onPointerMove=${(event) => experiment.hover(nearest(event))} onPointerLeave=${() => experiment.hover(null)}
      onClick=${(event) => { const id = nearest(event); if (id !== null) adjust({ trial: id }, true); }} /></figure>`;
}

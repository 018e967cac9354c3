// What the hyperparameters do to the metric: parallel coordinates and slices, with the choice kept in the address.

import { html, useEffect, useMemo, Card, Empty } from "../lib.js";
import { adjust } from "../address.js";
import { brushFrom, brushText, scaleOf } from "../charts/scale.js";
import { Parallel } from "../charts/parallel.js";
import { Slice } from "../charts/slices.js";
import { count } from "../format.js";
import { Importance } from "./importance.js";

/** Axes, logarithms and brushes as the address has them. */
function chosenIn(experiment, query) {
  const names = experiment.setup.space.map((each) => each.name);
  const known = new Set([...names, "@level"]);
  const axes = (query.axes ? query.axes.split(",") : names.slice(0, 10)).filter((name) => known.has(name));
  const logs = new Set(query.log !== undefined ? query.log.split(",") : experiment.setup.space.filter((each) => each.log).map((each) => each.name));
  const brushes = {};
  for (const part of (query.brush || "").split(";").filter(Boolean)) {
    const at = part.indexOf(":");
    brushes[part.slice(0, at)] = brushFrom(part.slice(at + 1));
  }
  return { names, axes, logs, brushes };
}

export function Parameters({ experiment, query, trial }) {
  const key = `${query.axes} ${query.log} ${query.brush}`;
  const { names, axes, logs, brushes } = useMemo(() => chosenIn(experiment, query), [experiment.setup, key]);
  useEffect(() => { experiment.setBrushes(brushes); }, [experiment, brushes]);
  useEffect(() => () => experiment.setBrushes({}), [experiment]);
  const scales = useMemo(() => Object.fromEntries(["@best", "@level", ...names].map((name) => [name, scaleOf(experiment, name, logs.has(name))])), [experiment, experiment.pace, logs]);
  const shown = useMemo(() => [...axes, "@best"], [axes]);
  if (!experiment.incumbents.length) return html`<${Empty}>No trial has reported ${experiment.setup.metric} yet.<//>`;
  const onBrush = (name, range, clicked) => {
    if (clicked !== undefined) return adjust({ trial: clicked }, true);
    const next = { ...brushes };
    if (range === null) delete next[name];
    else next[name] = range;
    return adjust({ brush: Object.entries(next).map(([axis, each]) => `${axis}:${brushText(each)}`).join(";") || null });
  };
  const many = experiment.chosen ? experiment.chosen.reduce((sum, each) => sum + each, 0) : experiment.size;
  const clear = html`<span class="muted">${experiment.chosen ? `${count(many, "trial")} of ${experiment.size.toLocaleString("en-US")} chosen` : count(many, "trial")}</span>
    ${Object.keys(brushes).length > 0 && html`<button class="quiet" onClick=${() => adjust({ brush: null })}>clear the choice</button>`}`;
  const putFirst = (name) => adjust({ axes: [name, ...axes.filter((each) => each !== name)].join(",") });
  return html`<${Importance} experiment=${experiment} onChoose=${putFirst} />
    <${Card} title="Parallel coordinates" aside=${clear} wide>
      <${AxisNames} experiment=${experiment} names=${names} axes=${axes} logs=${logs} scales=${scales} />
      <${Parallel} experiment=${experiment} trial=${trial} axes=${shown} scales=${scales} onBrush=${onBrush} />
      <p class="hint">Drag along an axis to choose trials, click it to choose all again; click a line for its trial. Darker blue (light theme) or yellow (dark theme) is better. Trials without a value are grey.</p>
    <//>
    <${Card} title="Slices" aside=${html`<span class="muted">${experiment.setup.metric} of each trial; the best has a green ring</span>`} wide>
      <div class="slices">${axes.filter((name) => name !== "@level").map((name) => html`<${Slice} key=${name} experiment=${experiment} name=${name} scale=${scales[name]} metric=${scales["@best"]} trial=${trial} />`)}</div>
    <//>`;
}

/** The names of the axes, in their order: each can be moved, taken away, and made logarithmic. */
function AxisNames({ experiment, names, axes, logs, scales }) {
  const keep = (next) => adjust({ axes: next.join(",") });
  const move = (name, step) => {
    const at = axes.indexOf(name), to = at + step;
    if (to < 0 || to >= axes.length) return;
    const next = [...axes];
    [next[at], next[to]] = [next[to], next[at]];
    keep(next);
  };
  const flip = (name) => {
    const next = new Set(logs);
    next.has(name) ? next.delete(name) : next.add(name);
    adjust({ log: [...next].join(",") || "none" });
  };
  const shown = (name) => (name === "@level" ? experiment.setup.levelName : name);
  const left = [...names, "@level"].filter((name) => !axes.includes(name));
  return html`<div class="axisnames" role="group" aria-label="Axes">
    ${axes.map((name, i) => html`<span key=${name} class="axis">
      <button class="quiet" disabled=${i === 0} aria-label=${`Move ${shown(name)} to the left`} onClick=${() => move(name, -1)}>‹</button>
      <span class="axisname" title=${shown(name)}>${shown(name)}</span>
      ${scales[name].canLog && html`<button class="quiet" aria-pressed=${logs.has(name)} aria-label=${`Logarithmic axis for ${shown(name)}`} onClick=${() => flip(name)}>log</button>`}
      <button class="quiet" aria-label=${`Take ${shown(name)} away`} onClick=${() => keep(axes.filter((each) => each !== name))}>×</button>
      <button class="quiet" disabled=${i === axes.length - 1} aria-label=${`Move ${shown(name)} to the right`} onClick=${() => move(name, 1)}>›</button></span>`)}
    <span class="axis fixed"><span class="axisname">${experiment.setup.metric}</span></span>
    ${left.length > 0 && html`<select aria-label="Add an axis" onChange=${(event) => { if (event.target.value) keep([...axes, event.target.value]); event.target.value = ""; }}><option value="">add an axis</option>${left.map((name) => html`<option key=${name} value=${name}>${shown(name)}</option>`)}</select>`}
  </div>`;
}

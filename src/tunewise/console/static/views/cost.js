// What the experiment cost, and what for.

import { html, useState, useLoaded, Card, Empty, Problem, State } from "../lib.js";
import { ask } from "../api.js";
import { adjust } from "../address.js";
import { duration, money, num, percent } from "../format.js";

const PARTS = {
  "start-up": ["--orange", "from a job's beginning to its first level, as estimated"],
  training: ["--blue", "levels that were reported for the first time"],
  lost: ["--red", "after a job's last report, levels trained again, jobs without a new level"],
  idle: ["--yellow", "workers without a job, or instances that were kept, where these are paid for"],
};
const SHOWN = 20;

export function Cost({ experiment }) {
  const [asked, again] = useState(0);
  const { data, error, loading } = useLoaded(() => ask("/api/experiment/cost", { name: experiment.name }), `${experiment.name} ${asked}`);
  if (error) return html`<${Problem} text=${error} />`;
  if (!data) return html`<${Empty}>Adding up the costs …<//>`;
  const total = data.total[1] || 0;
  const share = (amount) => (total > 0 ? percent(amount / total) : "–");
  const trials = data.trials.map((parts, id) => ({ id, parts, sum: parts[0] + parts[1] + parts[2] })).sort((a, b) => b.sum - a.sum).slice(0, SHOWN);
  return html`<div class="grid">
    <${Card} title="Spent on" aside=${html`<button class="quiet" disabled=${loading}
      onClick=${() => again(asked + 1)}>${loading ? "adding up …" : "add up again"}</button>`}>
      <div class="stack" role="img" aria-label="Cost by kind">${Object.entries(data.parts).map(([name, [, amount]]) => html`<span
        key=${name} title=${`${name}: ${share(amount)}`} style=${{ flexGrow: Math.max(0, amount), background: `var(${PARTS[name][0]})` }}>
        </span>`)}</div>
      <div class="tablebox"><table><thead><tr><th scope="col">Kind</th><th scope="col" class="right">Worker-time</th>
        <th scope="col" class="right">Cost</th><th scope="col" class="right">Share</th></tr></thead>
      <tbody>${Object.entries(data.parts).map(([name, [seconds, amount]]) => html`<tr key=${name}><th scope="row">
        <span class="swatch" style=${{ background: `var(${PARTS[name][0]})` }}>
        </span>${name}<div class="muted small wrap">${PARTS[name][1]}</div></th><td class="right">${duration(seconds)}</td>
        <td class="right">${money(amount, data.priced)}</td><td class="right">${share(amount)}</td></tr>`)}
        <tr class="sum"><th scope="row">all</th><td class="right">${duration(data.total[0])}</td>
          <td class="right">${money(total, data.priced)}</td><td class="right"></td></tr></tbody></table></div>
      <dl class="fields">
        ${data.untilBest !== null && html`<dt>until the best was found</dt><dd>${money(data.untilBest, data.priced)}, ${share(data.untilBest)} of all</dd>`}
        <dt>waiting in queues</dt><dd>${duration(data.queued)}, which costs nothing</dd>
        ${data.priced && html`<dt>a worker-hour</dt><dd>${num(data.price)}</dd>`}
        ${data.outlook && html`<dt>outlook</dt><dd>${data.outlook}</dd>`}
      </dl>
    <//>
    <${Card} title="The most expensive trials">
      <div class="tablebox"><table><thead><tr><th scope="col">Trial</th><th scope="col">State</th>
        <th scope="col" class="right">Start-up</th><th scope="col" class="right">Training</th><th scope="col" class="right">Lost</th>
        <th scope="col" class="right">Cost</th></tr></thead>
      <tbody>${trials.map(({ id, parts, sum }) => html`<tr key=${id}><th scope="row">
        <a href="#" onClick=${(event) => { event.preventDefault(); adjust({ trial: id }, true); }}>${id}</a></th><td>
        <${State} name=${experiment.status(id)} /></td>${parts.map((part, i) => html`<td key=${i}
        class="right">${money(part, true)}</td>`)}<td class="right">${money(sum, true)}</td></tr>`)}</tbody></table></div>
    <//>
  </div>`;
}

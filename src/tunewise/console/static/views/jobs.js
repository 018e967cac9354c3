// The jobs as their engine shows them.

import { html, useState, useLoaded, Card, Empty, Problem } from "../lib.js";
import { ask } from "../api.js";
import { duration, fullMoment, moment, num } from "../format.js";
import { PoolTimeline } from "../charts/pools.js";

const cell = (column, item) => {
  if (item === null || item === "" || item === undefined) return html`<span class="muted">–</span>`;
  if (column.unit === "seconds") return duration(item);
  if (column.unit === "money") return num(item, 4);
  if (column.unit === "moment") return html`<time title=${fullMoment(item)}>${moment(item)}</time>`;
  return String(item);
};

/** The rows as plain objects by heading. */
const named = (data) => data.jobs.map((job) => ({ ...Object.fromEntries(data.columns.map((column, i) => [column.heading, job.cells[i]])), successor: job.successor }));

export const Jobs = ({ experiment }) => html`<${JobsOf} name=${experiment.name} />`;

/** Those of an experiment or, with the kind of its back end, of all experiments of a study. */
export function JobsOf({ name, kind }) {
  const [asked, again] = useState(0);
  const { data, error, loading } = useLoaded(() => ask("/api/experiment/jobs", { name, ...(kind ? { kind } : {}) }), `${name} ${asked}`);
  if (error) return html`<${Problem} text=${error} />`;
  if (!data) return html`<${Empty}>Asking the engine for its jobs …<//>`;
  const refresh = html`<button class="quiet" disabled=${loading} onClick=${() => again(asked + 1)}>${loading ? "asking …" : "ask again"}</button>`;
  const numbers = new Set(["seconds", "money"]);
  const totals = data.columns.map((column, i) => (numbers.has(column.unit) ? data.jobs.reduce((sum, job) => sum + (job.cells[i] || 0), 0) : null));
  return html`<div>
    ${data.columns.some((column) => column.heading === "warm pool") && data.jobs.length > 0 && html`<${Card} title="Warm pools" wide>
      <${PoolTimeline} jobs=${named(data)} /><//>`}
    <${Card} title="Jobs" aside=${refresh} wide>
      ${data.error ? html`<${Empty}>${data.error}<//>` : data.jobs.length === 0 ? html`<${Empty}>There are no jobs.<//>` : html`
      <div class="tablebox"><table class="list"><thead><tr>${data.columns.map((column) => html`<th key=${column.heading} scope="col"
        class=${numbers.has(column.unit) ? "right" : ""}>${column.heading}</th>`)}<th scope="col">why</th></tr></thead>
      <tbody>${data.jobs.map((job, row) => html`<tr key=${row}>${job.cells.map((item, i) => html`<td key=${i}
        class=${numbers.has(data.columns[i].unit) ? "right" : ""}>${cell(data.columns[i], item)}${data.columns[i].heading === "warm pool" && job.successor ? html`<div class="muted small">by ${job.successor}</div>` : ""}</td>`)}<td class="wrap">${job.why}</td></tr>`)}</tbody>
      <tfoot><tr>${totals.map((sum, i) => html`<td key=${i}
        class=${i && "right"}>${i === 0 ? html`<strong>all</strong>` : sum === null ? "" : cell(data.columns[i], sum)}</td>`)}<td></td></tr></tfoot>
        </table></div>`}
      ${data.more && html`<p class="muted">There are more; these are the newest.</p>`}
      ${[...new Set(data.jobs.map((job) => job.remark).filter(Boolean))].map((remark) => html`<p class="muted" key=${remark}>${remark}</p>`)}
    <//>
  </div>`;
}

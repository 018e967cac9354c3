// Which hyperparameters matter: a bar for each, with its interval.

import { html, useLoaded, Card, Empty, Problem, Words } from "../lib.js";
import { ask } from "../api.js";

const MORE = 1.2; // times as many trials, and it is weighed again

/** onChoose: called with the name that is clicked. */
export function Importance({ experiment, onChoose }) {
  const step = Math.floor(Math.log(Math.max(1, experiment.size)) / Math.log(MORE));
  const over = experiment.head.standing === "running" ? "" : experiment.head.standing;
  const { data, error } = useLoaded(() => ask("/api/experiment/importance", { name: experiment.name }), `${experiment.name} ${step} ${over}`);
  return html`<${Card} title="Importance" aside=${html`<span class="muted">what sets the best apart from all trials; lines are 80 % intervals</span>`} wide>
    ${error && html`<${Problem} text=${error} />`}
    ${!data && !error && html`<${Empty}>Weighing …<//>`}
    ${data && html`<ul class="weights" aria-label="Importance of hyperparameters">${data.rows.map((row) => html`<${Weight} key=${row.name} row=${row} onChoose=${onChoose} />`)}</ul>
      <p class="hint"><${Words} text=${data.compared} />${data.rows.length > 0 && " Click a name to put it first."}</p>`}
  <//>`;
}

function Weight({ row, onChoose }) {
  const width = (share) => `${(100 * share).toFixed(1)}%`;
  const about = row.lies ? `${row.text}; the middle of the best: ${row.lies}` : row.text;
  return html`<li title=${about}>
    <button class="quiet" aria-label=${`Put ${row.name} first`} onClick=${() => onChoose(row.name)}>${row.name}</button>
    <span class="weight" aria-hidden="true"><span class=${row.matters ? "fill" : "fill hollow"} style=${{ width: width(row.share) }}></span>
      <span class="whisker" style=${{ left: width(row.low), width: width(row.high - row.low) }}></span></span>
    <span>${row.text}<span class="muted">${row.lies && ` · the best: ${row.lies}`}</span></span></li>`;
}

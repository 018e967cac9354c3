// What was decided and what happened, in words, as it comes.

import { html, useEffect, useMemo, useState, Card, Empty } from "../lib.js";
import { ask } from "../api.js";
import { adjust } from "../address.js";
import { clock, count } from "../format.js";

const SYMBOLS = { start: "▶", resume: "↻", halt: "‖", failure: "✕", note: "!", opened: "●", finish: "■", request: "»", refused: "⊘", best: "★" };
const KINDS = { start: "starts", resume: "resumes", halt: "pauses and stops", failure: "failures", note: "notes", opened: "tuners", finish: "ends", request: "requests", refused: "refusals", best: "new bests" };
const SHOWN = 300;

/** All that is told, with new bests among it, the newest first. */
function all(experiment, earlier) {
  const told = earlier ? earlier.concat(experiment.told.slice(earlier.tail)) : experiment.told;
  const bests = experiment.incumbents.map(([time, , best, trial, level]) =>
    [time, "best", trial, `best ${experiment.setup.metric} ${best.toPrecision(5)}: trial ${trial} at ${experiment.setup.levelName} ${level}`]);
  const from = told.length ? told[0][0] : 0;
  return told.concat(bests.filter((item) => item[0] >= from || !experiment.toldBefore)).sort((a, b) => b[0] - a[0]);
}

export function Told({ item }) {
  const [time, kind, trial, text] = item;
  return html`<li class=${`told ${kind}`}><time>${clock(time)}</time><span class="symbol" title=${KINDS[kind]}
    aria-label=${KINDS[kind]}>${SYMBOLS[kind] || "•"}</span>
    <span>${trial === null ? text : html`<a href="#" onClick=${(event) => { event.preventDefault(); adjust({ trial }, true); }}>${text}</a>`}</span></li>`;
}

/** The latest few. */
export function LatestDecisions({ experiment, most = 12 }) {
  const items = useMemo(() => all({ ...experiment, told: experiment.told.slice(-3 * most), incumbents: experiment.incumbents, setup: experiment.setup, toldBefore: 1 }).slice(0, most), [experiment.told, experiment.incumbents]);
  if (!items.length) return html`<${Empty}>Nothing has been decided yet.<//>`;
  return html`<ol class="tolds" aria-live="off">${items.map((item, i) => html`<${Told} key=${i} item=${item} />`)}</ol>`;
}

export function Decisions({ experiment, query }) {
  const [earlier, setEarlier] = useState(null);
  const [most, setMost] = useState(SHOWN);
  useEffect(() => { setMost(SHOWN); }, [query.kind, query.words]);
  const load = () => {
    const tail = experiment.told.length;
    ask("/api/experiment/told", { name: experiment.name }).then((found) => setEarlier(Object.assign(found, { tail })));
  };
  const items = useMemo(() => {
    const wanted = (query.words || "").toLowerCase();
    return all(experiment, earlier).filter((item) => (!query.kind || item[1] === query.kind) && (!wanted || item[3].toLowerCase().includes(wanted)));
  }, [experiment.told, experiment.incumbents, earlier, query.kind, query.words]);
  const kinds = useMemo(() => [...new Set(all(experiment, earlier).map((item) => item[1]))], [experiment.told, earlier]);
  return html`<${Card} title="Decisions and events" aside=${html`<span class="muted">${count(items.length, "line")}, the newest first</span>`} wide>
    <div class="filters">
      <input type="search" placeholder="Filter by words" aria-label="Filter decisions by words" value=${query.words || ""}
        onInput=${(event) => adjust({ words: event.target.value })} />
      <div class="choices" role="group" aria-label="Filter by kind">${kinds.map((kind) => html`<button key=${kind} class="chip"
        aria-pressed=${query.kind === kind} onClick=${() => adjust({ kind: query.kind === kind ? null : kind })}>
        <span aria-hidden="true">${SYMBOLS[kind]}</span> ${KINDS[kind] || kind}</button>`)}</div>
    </div>
    ${items.length ? html`<ol class="tolds">${items.slice(0, most).map((item, i) => html`<${Told} key=${i}
      item=${item} />`)}</ol>` : html`<${Empty}>Nothing fits.<//>`}
    ${items.length > most && html`<button onClick=${() => setMost(most + 1000)}>Show more</button>`}
    ${experiment.toldBefore > 0 && !earlier && html`<button
      onClick=${load}>${`Load the ${experiment.toldBefore.toLocaleString("en-US")} earlier ones`}</button>`}
  <//>`;
}

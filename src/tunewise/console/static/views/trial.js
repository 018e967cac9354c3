// The panel of one trial: its configuration beside the best one, its jobs, decisions, output, and how to repeat it.

import { html, useEffect, useLoaded, useRef, useState, Copyable, Empty, Problem, State } from "../lib.js";
import { ask, isReport, listen } from "../api.js";
import { adjust } from "../address.js";
import { clock, duration, money, num, value } from "../format.js";
import { Told } from "./decisions.js";
import { TrialActions } from "./steering.js";

export function TrialPanel({ experiment, trial, about }) {
  const status = experiment.status(trial);
  const jobs = experiment.trials.jobs[trial];
  const { data, error } = useLoaded(() => ask("/api/experiment/trial", { name: experiment.name, trial }), `${trial} ${status} ${jobs}`);
  const panel = useRef(null);
  useEffect(() => {
    const close = (event) => { if (event.key === "Escape" && !document.querySelector("dialog[open]")) adjust({ trial: null }); };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, []);
  const { trials, setup, head } = experiment;
  const isBest = head.best && head.best.trial_id === trial;
  return html`<aside class="panel" ref=${panel} aria-label=${`Trial ${trial}`}>
    <header><h2>Trial ${trial}</h2><${State} name=${status} />${isBest && html`<span class="star"
      title="the best">★ best</span>`}${trials.held[trial] && html`<span class="tag"
      title="A person keeps it from going on.">held</span>`}<span class="grow"></span>
      <button class="quiet" disabled=${trial === 0} aria-label="The trial before" onClick=${() => adjust({ trial: trial - 1 })}>‹</button>
      <button class="quiet" disabled=${trial >= experiment.size - 1} aria-label="The next trial" onClick=${() => adjust({ trial: trial + 1 })}>›</button>
      <button class="quiet" aria-label="Close the panel" onClick=${() => adjust({ trial: null })}>×</button></header>
    ${!about.readOnly && !isReport && html`<${TrialActions} experiment=${experiment} trial=${trial} config=${data && data.config} />`}
    <dl class="fields">
      <dt>best ${setup.metric}</dt><dd>${num(trials.best[trial])}</dd><dt>last</dt><dd>${num(trials.last[trial])}</dd>
      <dt>${setup.levelName}</dt><dd>${trials.level[trial]}${setup.maxResource ? ` of ${setup.maxResource}` : ""}</dd>
      <dt>time</dt><dd>${duration(trials.spent[trial])} in ${jobs} ${jobs === 1 ? "job" : "jobs"}, ${money(trials.money[trial], head.priced)}</dd>
      ${data && data.why && html`<dt>why</dt><dd>${data.why}</dd>`}
    </dl>
    <${Configuration} experiment=${experiment} trial=${trial} />
    ${error && html`<${Problem} text=${error} />`}
    ${data && html`<${Detail} experiment=${experiment} trial=${trial} data=${data} />`}
  </aside>`;
}

/** The configuration, with what the best one has where they differ. */
function Configuration({ experiment, trial }) {
  const { head, setup } = experiment;
  const best = head.best && head.best.trial_id !== trial ? experiment.config(head.best.trial_id) : null;
  const config = experiment.config(trial);
  return html`<h3>Configuration</h3><table class="config"><thead><tr><th scope="col">Hyperparameter</th>
    <th scope="col" class="right">This trial</th>${best && html`<th scope="col" class="right">Best (${head.best.trial_id})</th>`}</tr>
    </thead>
    <tbody>${setup.space.map(({ name }) => {
      const differs = best && String(best[name]) !== String(config[name]);
      return html`<tr key=${name} class=${differs ? "differs" : ""}><th scope="row">${name}</th>
        <td class="right" title=${String(config[name])}>${value(config[name])}</td>${best && html`<td
        class="right">${differs ? html`${value(best[name])}${ratio(best[name], config[name])}` : html`<span
        class="muted">same</span>`}</td>`}</tr>`;
    })}</tbody></table>`;
}

function ratio(best, own) {
  if (typeof best !== "number" || typeof own !== "number" || best === 0 || own === 0 || (best < 0) !== (own < 0)) return "";
  const times = best / own;
  return html` <span class="muted small">${times >= 1 ? `×${num(times, 3)}` : `÷${num(1 / times, 3)}`}</span>`;
}

function Detail({ experiment, trial, data }) {
  return html`
    ${data.failure && html`<h3>Failure <span class="muted">${data.failure.kind}</span></h3><pre class="log" tabindex="0">${data.failure.message}</pre>`}
    <h3>Jobs</h3>
    <ol class="jobs">${data.jobs.map((job) => html`<li key=${job.run}><span
      class="muted">job ${job.run}</span> ${job.text}${job.place && html`<div class="muted small">${job.place}</div>`}</li>`)}</ol>
    <h3>Decisions</h3>
    ${data.told.length || data.notes.length ? html`<ol
      class="tolds">${data.told.concat(data.notes).sort((a, b) => a[0] - b[0]).map((item, i) => html`<${Told} key=${i}
      item=${[item[0], item[1], null, item[3]]} />`)}</ol>` : html`<${Empty}>None is known.<//>`}
    ${!isReport && experiment.setup.backend !== "simulated" && html`<${Log} experiment=${experiment} trial=${trial} jobs=${data.jobs.length} />`}
    ${data.command && html`<h3>To train it again</h3><${Copyable} text=${data.command} />`}
    ${!isReport && html`<h3>Files</h3><${Copyable} text=${data.folder} />${data.checkpoint && html`<${Copyable} text=${data.checkpoint} />`}`}`;
}

const KEPT = 400_000; // characters

/** What a job prints, as it comes; stays at the end unless one scrolls up. */
function Log({ experiment, trial, jobs }) {
  const [run, setRun] = useState(jobs - 1);
  const [stderr, setStderr] = useState(false);
  const [text, setText] = useState("");
  const [note, setNote] = useState("");
  const box = useRef(null), follows = useRef(true);
  useEffect(() => { setRun(jobs - 1); }, [jobs]);
  useEffect(() => {
    setText("");
    setNote("reading …");
    follows.current = true;
    return listen("/api/experiment/log", { name: experiment.name, trial, run, stderr: stderr ? 1 : 0 }, {
      log: (piece) => {
        setText((before) => ((piece.first ? "" : before) + piece.text).slice(-KEPT));
        setNote(piece.empty || (piece.over ? "the job is over" : "following"));
      },
      lost: setNote,
      problem: ({ error }) => setNote(error),
    });
  }, [experiment, trial, run, stderr]);
  useEffect(() => { if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight; }, [text]);
  return html`<h3>Output <span class="muted small" role="status">${note}</span></h3>
    <div class="choices">
      ${jobs > 1 && html`<select aria-label="Which job" value=${run}
        onChange=${(event) => setRun(Number(event.target.value))}>${Array.from({ length: jobs }, (_, i) => html`<option key=${i}
        value=${i}>job ${i}</option>`)}</select>`}
      <button class="chip" aria-pressed=${!stderr} onClick=${() => setStderr(false)}>output</button>
        <button class="chip" aria-pressed=${stderr} onClick=${() => setStderr(true)}>errors</button></div>
    <pre class="log" ref=${box} tabindex="0" aria-label="Output of the job"
      onScroll=${(event) => { const at = event.currentTarget; follows.current = at.scrollTop + at.clientHeight > at.scrollHeight - 20; }}>${text}</pre>`;
}

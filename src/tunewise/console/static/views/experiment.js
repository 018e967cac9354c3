// One experiment: its head, its tabs, and the panel of the chosen trial.

import { html, useEffect, useMemo, useState, useChanges, Bar, Counts, Empty, Guarded, Problem, State } from "../lib.js";
import { Experiment } from "../store.js";
import { adjust } from "../address.js";
import { clock, count, duration, fullMoment, moment, money, num, percent } from "../format.js";
import { isReport } from "../api.js";
import { Overview } from "./overview.js";
import { Parameters } from "./parameters.js";
import { TrialTable } from "./trials.js";
import { TrialPanel } from "./trial.js";
import { Decisions } from "./decisions.js";
import { Jobs } from "./jobs.js";
import { Cost } from "./cost.js";
import { Setup } from "./setup.js";
import { Actions } from "./steering.js";

const TABS = { overview: "Overview", parameters: "Parameters", trials: "Trials", decisions: "Decisions", jobs: "Jobs", cost: "Cost", setup: "Setup" };
const VIEWS = { overview: Overview, parameters: Parameters, trials: TrialTable, decisions: Decisions, jobs: Jobs, cost: Cost, setup: Setup };

export function ExperimentView({ name, query, about }) {
  const experiment = useMemo(() => new Experiment(name), [name]);
  useEffect(() => { experiment.open(); return () => experiment.close(); }, [experiment]);
  useChanges(experiment);
  useEffect(() => { experiment.setStatusFilter(query.states ? query.states.split(",") : null); }, [experiment, query.states]);
  if (!experiment.begun) {
    return experiment.error ? html`<${Problem} text=${experiment.error} />` : html`<${Empty}>Reading ${name} …<//>`;
  }
  const tab = VIEWS[query.tab] ? query.tab : "overview";
  const trial = experiment.ready && /^\d+$/.test(query.trial || "") && Number(query.trial) < experiment.size ? Number(query.trial) : null;
  const View = VIEWS[tab];
  return html`<div class=${trial === null ? "page" : "page with-panel"}>
    <${Head} experiment=${experiment} about=${about} />
    <${Tabs} tab=${tab} experiment=${experiment} />
    <div role="tabpanel" id="tabpanel"
      aria-labelledby=${`tab-${tab}`}>${!experiment.ready ? html`<${Empty}>Loading the trials …<//>` : html`<${Guarded} at=${tab}>
      <${View} experiment=${experiment} query=${query} trial=${trial} about=${about} /><//>`}</div>
    ${trial !== null && html`<${Guarded} at=${trial}><${TrialPanel} key=${trial} experiment=${experiment} trial=${trial} about=${about} /><//>`}
  </div>`;
}

function Tabs({ tab, experiment }) {
  const hidden = isReport ? new Set(["jobs"]) : experiment.setup.backend === "simulated" ? new Set(["jobs"]) : new Set();
  const names = Object.keys(TABS).filter((name) => !hidden.has(name));
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = names[(names.indexOf(tab) + step + names.length) % names.length];
    adjust({ tab: next === "overview" ? null : next });
    document.getElementById(`tab-${next}`).focus();
  };
  return html`<div class="tabs" role="tablist" aria-label="Views of the experiment" onKeyDown=${move}>
    ${names.map((name) => html`<button key=${name} id=${`tab-${name}`} role="tab" aria-selected=${tab === name} aria-controls="tabpanel"
      tabindex=${tab === name ? 0 : -1}
      onClick=${() => adjust({ tab: name === "overview" ? null : name }, true)}>${TABS[name]}${name === "trials" ? html` <span
        class="muted">${experiment.size.toLocaleString("en-US")}</span>` : ""}</button>`)}
  </div>`;
}

function Head({ experiment, about }) {
  const { head, setup } = experiment;
  const [, tick] = useState(0);
  const running = head.standing === "running";
  useEffect(() => {
    if (!running || isReport) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  const parts = experiment.name.split("/");
  return html`<section class="head" aria-label="The experiment at a glance">
    <div class="titleline">
      <h1>${parts[parts.length - 1]}</h1>
      <${State} name=${head.standing} />
      <span class="muted">${setup.method} on ${setup.place}, ${count(head.workers, "worker")} · created <time datetime=${setup.created}
        title=${fullMoment(setup.created)}>${moment(setup.created)}</time></span>
      <span class="grow"></span>
      ${!about.readOnly && !isReport && experiment.ready && html`<${Actions} experiment=${experiment} />`}
    </div>
    ${experiment.lost && html`<${Problem} text=${experiment.lost} />`}
    ${experiment.error && html`<${Problem} text=${experiment.error} />`}
    ${head.flaw && html`<${Problem} text=${`Shown is what could be read. ${head.flaw}`} />`}
    ${!head.whole && html`<${Reading} head=${head} />`}
    ${experiment.thinned && html`<p class="muted">${experiment.thinned}</p>`}
    <div class="tiles">
      <${BestTile} experiment=${experiment} />
      <${BudgetTile} experiment=${experiment} />
      <${WorkersTile} experiment=${experiment} />
      <div class="tile"><h3>Trials</h3><p
        class="figure">${experiment.size.toLocaleString("en-US")} <small>${count(head.reports, "report")}</small></p>
        <${Counts} counts=${head.counts} />
        ${head.held.length > 0 && html`<p
          class="muted">held: ${head.held.slice(0, 8).join(", ")}${head.held.length > 8 ? " …" : ""}</p>`}${head.wanted.length > 0 && html`<p class="muted">tried next: ${head.wanted.join("; ")}</p>`}</div>
    </div>
  </section>`;
}

function Reading({ head }) {
  const share = head.size ? head.read / head.size : 0;
  return html`<div class="reading" role="status"><div class="track"><div class="fill" style=${{ width: `${100 * share}%` }}></div></div>
    <span class="muted">reading the journal: ${percent(share)} of ${(head.size / 1e6).toFixed(0)} MB; what is shown may be incomplete</span></div>`;
}

function BestTile({ experiment }) {
  const { head, setup } = experiment;
  const best = head.best;
  if (!best) return html`<div class="tile"><h3>Best ${setup.metric}</h3><p class="figure">–</p><p class="muted">No trial has reported it yet.</p></div>`;
  return html`<div class="tile"><h3>Best ${setup.metric}, ${setup.mode === "min" ? "smaller is better" : "larger is better"}</h3>
    <p class="figure">${num(best.value)}</p>
    <p class="muted"><a href="#" onClick=${(event) => { event.preventDefault(); adjust({ trial: best.trial_id }, true); }}>trial ${best.trial_id}</a> at ${setup.levelName} ${best.level}</p></div>`;
}

function BudgetTile({ experiment }) {
  const { head } = experiment;
  const now = experiment.now();
  const ends = head.endsIn === null ? null : Math.max(0, head.endsIn - (now - head.now));
  return html`<div class="tile"><h3>Budget</h3>
    <p class="figure" title=${clock(now)}>${duration(now)} <small>${money(head.cost, head.priced)}${head.priced ? " spent" : ""}</small></p>
    ${head.budgets.map((use) => html`<${Bar} key=${use.limit} share=${use.share} text=${use.text} label=${use.label} />`)}
    ${head.standing === "running"
      ? html`<p class="muted">${ends === null ? "No limit that time leads to" : html`ends in about ${duration(ends)}, <time>${moment(Date.now() / 1000 + ends)}</time>`}</p>`
      : html`<p class="muted">${head.detail || { abandoned: "its tuner is gone; resuming takes its jobs over" }[head.standing] || ""}</p>`}
  </div>`;
}

function WorkersTile({ experiment }) {
  const { head } = experiment;
  const busy = head.running;
  return html`<div class="tile"><h3>Workers</h3>
    <p class="figure">${head.standing === "running" ? busy : 0} <small>of ${head.workers} busy${head.queued ? `, ${count(head.queued, "job")} queued` : ""}</small></p>
    <div class="slots" aria-hidden="true">${Array.from({ length: Math.min(64, head.workers) }, (_, i) =>
      html`<span key=${i} class=${head.standing !== "running" ? "" : i < busy ? "busy" : i < busy + head.queued ? "waiting" : ""}></span>`)}</div>
    ${head.whyQueued && html`<p class="muted">${head.whyQueued}</p>`}
    ${head.standing === "running" && head.spending > 0 && html`<p class="muted">${money(3600 * head.spending, head.priced)} an hour</p>`}
  </div>`;
}

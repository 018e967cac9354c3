// What a person can ask the tuner for. It answers in the journal: a request is taken up, or refused with a reason.

import { html, useEffect, useMemo, useRef, useState, Words } from "../lib.js";
import { post } from "../api.js";
import { duration, value } from "../format.js";

const PATIENCE = 15000; // milliseconds for which a page waits for the tuner's answer

/** Sends a request and waits for what the tuner makes of it; returns a sentence. */
async function request(experiment, body) {
  const ran = experiment.head.standing === "running";
  const { id } = await post("/api/experiment/request", { name: experiment.name }, body);
  if (!ran) return "No tuner runs: the request waits for the next one.";
  return new Promise((resolve, reject) => {
    const done = (settle, text) => { clearTimeout(timer); stop(); settle(text); };
    const look = () => {
      const answer = experiment.answers.get(id);
      if (answer) answer[1] ? done(reject, new Error(`Refused: ${answer[0]}`)) : done(resolve, answer[0]);
      else if (experiment.head.standing !== "running") done(resolve, "The tuner has ended.");
    };
    const stop = experiment.subscribe(look);
    const timer = setTimeout(() => done(resolve, "The tuner hasn't answered yet; the decisions will tell."), PATIENCE);
    look();
  });
}

/** A dialog with fields and two buttons. It stays until the answer is there, and says it. */
function Dialog({ title, children, act, verb, danger, onClose }) {
  const box = useRef(null), form = useRef(null);
  const [said, say] = useState(null);
  const [waits, setWaits] = useState(false);
  useEffect(() => { box.current.showModal(); }, []);
  const submit = async (event) => {
    event.preventDefault();
    setWaits(true);
    say(null);
    try {
      say({ text: await act(Object.fromEntries(new FormData(form.current))), fine: true });
    } catch (error) {
      say({ text: error.message });
    }
    setWaits(false);
  };
  return html`<dialog ref=${box} aria-label=${title} onClose=${onClose}>
    <form ref=${form} onSubmit=${submit} novalidate>
      <h2>${title}</h2>
      ${said && html`<p class=${said.fine ? "answer" : "problem"} role="status"><${Words} text=${said.text} /></p>`}
      ${!said?.fine && children}
      <div class="actions">
        <button type="button" onClick=${() => box.current.close()}>${said?.fine ? "Close" : "Cancel"}</button>
        ${!said?.fine && html`<button class=${danger ? "danger" : "primary"} disabled=${waits}>${waits ? "asking …" : verb}</button>`}
      </div>
    </form></dialog>`;
}

const LIMITS = { max_wallclock_time: ["Time in seconds", (item) => duration(item)], max_cost: ["Cost"], max_num_trials_started: ["Trials started"], max_num_trials_completed: ["Trials completed"], max_num_trials_finished: ["Trials finished"], max_num_evaluations: ["Reports"], target: ["Target"], max_num_trials_without_improvement: ["Trials without improvement"], max_time_without_improvement: ["Seconds without improvement", (item) => duration(item)], min_gain: ["Least gain an hour"], worth: ["Worth of a gain of 1"] };

/** The limits of a form that differ from today's. */
function limitsIn(fields, experiment) {
  const limits = {};
  for (const name of Object.keys(LIMITS)) {
    const text = (fields[name] || "").trim();
    if (text === "" && name in experiment.head.limits) throw new Error(`${LIMITS[name][0]}: a limit can be raised, not removed.`);
    if (text === "") continue;
    const number = Number(text);
    if (!Number.isFinite(number)) throw new Error(`${LIMITS[name][0]}: ${text} isn't a number.`);
    if (number !== experiment.head.limits[name]) limits[name] = number;
  }
  return limits;
}

function workersIn(fields, experiment) {
  const workers = Number(fields.workers);
  if (!Number.isInteger(workers) || workers < 1) throw new Error("Workers: give a whole number of at least 1.");
  return workers === experiment.head.workers ? null : workers;
}

function Terms({ experiment }) {
  const { head } = experiment;
  const shown = Object.keys(LIMITS).filter((name) => name in head.limits || ["max_wallclock_time", "max_num_trials_started", "max_cost"].includes(name));
  return html`<label>Workers <input name="workers" inputmode="numeric" defaultValue=${head.workers} /></label>
    ${shown.map((name) => html`<label key=${name}>${LIMITS[name][0]} <input name=${name} inputmode="decimal" placeholder="no limit"
      defaultValue=${head.limits[name] ?? ""} title=${name in head.limits && LIMITS[name][1] ? LIMITS[name][1](head.limits[name]) : ""} />
      </label>`)}
    <p class="hint">Limits count from the experiment's beginning, over all resumptions.</p>`;
}

const DIALOGS = {
  suspend: (experiment, onClose) => html`<${Dialog} title=${`Suspend ${experiment.name}?`} verb="Suspend" danger onClose=${onClose}
    act=${() => request(experiment, { request: "suspend", why: "a person asked in the console" })}>
    <p>Its ${experiment.head.running} running jobs are told to save and end, and its tuner leaves. Nothing is lost but what came after the last checkpoints; it can be resumed.</p><//>`,
  resume: (experiment, onClose) => html`<${Dialog} title=${`Resume ${experiment.name}`} verb="Resume" onClose=${onClose} act=${async (fields) => {
    await post("/api/experiment/resume", { name: experiment.name }, { workers: workersIn(fields, experiment), limits: limitsIn(fields, experiment) });
    return "A tuner has started. It goes on when this console ends.";
  }}><p>It was ${experiment.head.standing}${experiment.head.detail ? `: ${experiment.head.detail}` : ""}. With a limit that is used up it would end again at once.</p><${Terms} experiment=${experiment} /><//>`,
  change: (experiment, onClose) => html`<${Dialog} title="Change workers and limits" verb="Change" onClose=${onClose}
    act=${(fields) => request(experiment, { request: "change", workers: workersIn(fields, experiment), limits: limitsIn(fields, experiment) })}><${Terms} experiment=${experiment} /><//>`,
  note: (experiment, onClose, trial) => html`<${Dialog} title=${trial === null ? "Add a note" : `Add a note on trial ${trial}`} verb="Add"
    onClose=${onClose} act=${(fields) => request(experiment, { request: "remark", text: fields.text, trial_id: trial })}>
    <label>Note <input name="text" maxlength="2000" autofocus /></label><p class="hint">It is kept in the journal and shown among the decisions.</p><//>`,
  try: (experiment, onClose, trial) => html`<${Dialog} title="Try a configuration next" verb="Try it" onClose=${onClose}
    act=${(fields) => request(experiment, { request: "try_next", config: configIn(fields, experiment) })}>
    <${ConfigFields} experiment=${experiment}
      config=${trial !== null ? experiment.config(trial) : experiment.head.best ? experiment.config(experiment.head.best.trial_id) : {}} />
      <//>`,
  pause: (experiment, onClose, trial) => html`<${Dialog} title=${`Pause trial ${trial}?`} verb="Pause" onClose=${onClose}
    act=${() => request(experiment, { request: "pause_trial", trial_id: trial })}>
    <p>A job of it saves and ends, and the trial is held until a person resumes it, whatever the method says.</p><//>`,
  go: (experiment, onClose, trial) => html`<${Dialog} title=${`Resume trial ${trial}?`} verb="Resume" onClose=${onClose}
    act=${() => request(experiment, { request: "resume_trial", trial_id: trial })}>
    <p>It goes on from its checkpoint as soon as a worker is free.</p><//>`,
  end: (experiment, onClose, trial) => html`<${Dialog} title=${`End trial ${trial} for good?`} verb="End it" danger onClose=${onClose}
    act=${() => request(experiment, { request: "end_trial", trial_id: trial })}>
    <p>It can't be resumed afterwards, and its checkpoint may be deleted.</p><//>`,
};

function ConfigFields({ experiment, config }) {
  return experiment.setup.space.map(({ name, text, choices, conditional }) => html`<label key=${name}
    title=${text}>${name}${conditional && html` <span class="muted small">${text.slice(text.indexOf(" if ") + 1)}</span>`}
    ${choices ? html`<select name=${`param:${name}`} value=${config[name] === undefined || config[name] === null ? "" : JSON.stringify(config[name])}>
        <option value="">–</option>${choices.map((item) => html`<option key=${String(item)} value=${JSON.stringify(item)}>${value(item)}</option>`)}</select>`
      : html`<input name=${`param:${name}`} inputmode="decimal" defaultValue=${config[name] ?? ""} />`}</label>`);
}

function configIn(fields, experiment) {
  const config = {};
  for (const { name, choices } of experiment.setup.space) {
    const text = (fields[`param:${name}`] || "").trim();
    if (text === "") continue;
    if (choices) { config[name] = JSON.parse(text); continue; }
    if (!Number.isFinite(Number(text))) throw new Error(`${name}: ${text} isn't a number.`);
    config[name] = Number(text);
  }
  return config;
}

function Buttons({ experiment, trial = null, buttons }) {
  const [open, set] = useState(null);
  // made once: what is typed in mustn't change because the experiment goes on
  const dialog = useMemo(() => open && DIALOGS[open](experiment, () => set(null), trial), [open]);
  return html`<div class="actions">${buttons.map(([key, word, danger]) => html`<button key=${key} class=${danger ? "danger" : ""}
    onClick=${() => set(key)}>${word}</button>`)}
    ${dialog}</div>`;
}

export function Actions({ experiment }) {
  const running = experiment.head.standing === "running";
  const buttons = running
    ? [["note", "Note"], ["try", "Try a configuration"], ["change", "Budget and workers"], ["suspend", "Suspend", true]]
    : [["resume", "Resume"]];
  return html`<${Buttons} experiment=${experiment} buttons=${buttons} />`;
}

export function TrialActions({ experiment, trial }) {
  if (experiment.head.standing !== "running") return null;
  const status = experiment.status(trial);
  const buttons = [["note", "Note"], ["try", "Try like this"]];
  const held = experiment.trials.held[trial];
  if (!held && ["running", "queued", "paused", "suspended"].includes(status)) buttons.push(["pause", status === "paused" ? "Hold" : "Pause"]);
  if (held || status === "paused") buttons.push(["go", "Resume"]);
  if (!["completed", "stopped", "failed"].includes(status)) buttons.push(["end", "End", true]);
  return html`<${Buttons} experiment=${experiment} trial=${trial} buttons=${buttons} />`;
}

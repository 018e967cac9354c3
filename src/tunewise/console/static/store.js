// An experiment in the browser: columns of trials and jobs, curves, and what is chosen; kept up to date by events.

import { ask, askBytes, listen } from "./api.js";

/** Curves in typed arrays that grow by doubling. */
class Curve {
  constructor(levels, values, times) {
    this.levels = levels;
    this.values = values;
    this.times = times;
    this.length = levels.length;
  }

  add(level, value, time) {
    if (this.length === this.levels.length) {
      const room = Math.max(8, 2 * this.length);
      for (const [name, type] of [["levels", Int32Array], ["values", Float64Array], ["times", Float64Array]]) {
        const grown = new type(room);
        grown.set(this[name]);
        this[name] = grown;
      }
    }
    this.levels[this.length] = level;
    this.values[this.length] = value;
    this.times[this.length++] = time;
  }
}

const NO_CURVE = new Curve(new Int32Array(0), new Float64Array(0), new Float64Array(0));

/** Reads what /api/experiment/curves sends. */
export function curvesFrom(buffer) {
  const view = new DataView(buffer);
  const trials = view.getUint32(4, true), reports = view.getUint32(8, true);
  const values = new Float64Array(buffer, 16, reports);
  const times = new Float64Array(buffer, 16 + 8 * reports, reports);
  const levels = new Int32Array(buffer, 16 + 16 * reports, reports);
  const counts = new Uint32Array(buffer, 16 + 20 * reports, trials);
  const curves = [];
  for (let trial = 0, at = 0; trial < trials; at += counts[trial++]) {
    const end = at + counts[trial];
    curves.push(new Curve(levels.subarray(at, end), values.subarray(at, end), times.subarray(at, end)));
  }
  return curves;
}

const jobKey = (trial, run) => trial * 4096 + run;

export class Experiment {
  constructor(name) {
    this.name = name;
    this.version = 0; // of the trials, jobs and curves
    this.pace = 0; // the version that charts of all trials show, which follows later the more trials there are
    this.stamps = []; // by trial: the version that changed it last
    this.error = "";
    this.lost = ""; // why nothing new comes
    this.begun = false; // the top of the page is known
    this.ready = false;
    this.curves = null;
    this.hovered = null;
    this.chosen = null; // Uint8Array by trial, or null for all: what is brushed and filtered
    this.brushes = {};
    this.statusFilter = null;
    this.answers = new Map(); // to requests, by id: the tuner's sentence, and whether it refused
    this._listeners = new Set();
    this._end = () => {};
    this._asked = 0;
    this._late = []; // points that came while the curves were loaded
    this._pacedAt = -Infinity;
    this._pacer = 0;
  }

  subscribe(listener) {
    this._listeners.add(listener);
    return () => this._listeners.delete(listener);
  }

  tell() {
    for (const listener of this._listeners) listener();
  }

  async open() {
    const asked = ++this._asked;
    this._end();
    try {
      if (!this.ready) { // the top of the page, before what may be megabytes
        const { setup, statuses, head, whole } = await ask("/api/experiment/beginning", { name: this.name });
        if (asked !== this._asked) return;
        Object.assign(this, { setup, statuses, begun: true });
        this.takeHead({ whole, ...head });
      }
      const data = await ask("/api/experiment", { name: this.name });
      if (asked !== this._asked) return;
      this.take(data);
      this._end = listen("/api/experiment/live", { name: this.name, from: data.cursor }, {
        changes: (changes) => this.apply(changes),
        status: (head) => this.takeHead(head),
        reload: () => this.open(),
        lost: (why) => { this.lost = why; this.tell(); },
        found: () => { this.lost = ""; this.tell(); },
      });
      if (this.curves || this.wantsCurves) this.loadCurves();
    } catch (error) {
      if (asked !== this._asked) return;
      this.error = error.message;
      this.tell();
      setTimeout(() => asked === this._asked && this.open(), 3000);
    }
  }

  close() {
    this._asked++;
    this._end();
  }

  take(data) {
    this.error = "";
    this.setup = data.setup;
    this.statuses = data.statuses;
    this.trials = data.trials;
    this.params = data.params;
    this.jobs = data.jobs;
    this.incumbents = data.incumbents;
    this.told = data.told;
    this.toldBefore = data.toldBefore;
    this.thinned = data.thinned || "";
    this.stamps = this.trials.id.map(() => this.version + 1);
    this.jobRows = new Map();
    for (let row = 0; row < this.jobs.trial.length; row++) {
      this.jobRows.set(jobKey(this.jobs.trial[row], this.jobs.run[row]), row);
    }
    this.ready = true;
    this.head = null;
    this.takeHead({ whole: data.whole, ...data.head });
    this.changed();
  }

  takeHead(head) {
    if (!head.whole && this.head) { // what is shown is of an earlier moment: only the progress is news
      Object.assign(this.head, { read: head.read, size: head.size, flaw: head.flaw });
      this.tell();
      return;
    }
    this.head = head;
    this.headAt = performance.now() / 1000;
    this.tell();
  }

  /** The experiment's clock now: it goes on between two messages while it runs. */
  now() {
    const running = this.head.standing === "running" && this.head.running + this.head.queued > 0;
    return this.head.now + (running && this.setup.backend !== "simulated" ? Math.min(performance.now() / 1000 - this.headAt, 5) : 0);
  }

  get size() {
    return this.ready ? this.trials.id.length : Object.values(this.head.counts).reduce((sum, many) => sum + many, 0);
  }

  apply(changes) {
    const { trials, jobs } = this;
    const columns = Object.keys(trials), jobColumns = Object.keys(jobs);
    for (const row of changes.trials) {
      columns.forEach((name, place) => { trials[name][row[0]] = row[place]; });
      this.stamps[row[0]] = this.version + 1;
      const config = changes.params[row[0]];
      if (config) for (const name of Object.keys(this.params)) this.params[name][row[0]] = config[name] ?? null;
    }
    for (const row of changes.jobs) {
      const key = jobKey(row[0], row[1]);
      let at = this.jobRows.get(key);
      if (at === undefined) this.jobRows.set(key, (at = jobs.trial.length));
      jobColumns.forEach((name, place) => { jobs[name][at] = row[place]; });
    }
    if (this._loading) this._late.push(...changes.points);
    else if (this.curves) this.addPoints(changes.points);
    for (const [id, answer] of changes.answers) this.answers.set(id, answer);
    this.incumbents = this.incumbents.concat(changes.incumbents);
    this.told = this.told.concat(changes.told);
    this.takeHead({ whole: true, ...changes.head });
    this.changed();
  }

  changed() {
    this.version++;
    this.refilter();
    this.keepPace();
    this.tell();
  }

  /** Ten thousand trials are drawn anew every five seconds, a hundred twenty times a second. */
  keepPace() {
    const wait = this._pacedAt + this.size / 2 - performance.now();
    if (wait <= 0) {
      this._pacedAt = performance.now();
      this.pace = this.version;
    } else if (!this._pacer) {
      this._pacer = setTimeout(() => { this._pacer = 0; this.keepPace(); this.tell(); }, wait);
    }
  }

  addPoints(points) {
    for (const [trial, index, level, value, time] of points) {
      while (this.curves.length <= trial) this.curves.push(new Curve(new Int32Array(0), new Float64Array(0), new Float64Array(0)));
      const curve = this.curves[trial];
      if (index === curve.length) curve.add(level, value, time);
      else if (index > curve.length) return this.loadCurves();
    }
  }

  async loadCurves() {
    this.wantsCurves = this._loading = true;
    const asked = this._asked;
    clearTimeout(this._curvesAgain);
    try {
      const buffer = await askBytes("/api/experiment/curves", { name: this.name });
      if (asked !== this._asked) return;
      this.curves = curvesFrom(buffer);
      this.error = "";
      this._loading = false;
      this.addPoints(this._late.splice(0));
      this.version++;
      this.pace = this.version;
    } catch (error) {
      if (asked !== this._asked) return;
      this.error = error.message;
      this._curvesAgain = setTimeout(() => asked === this._asked && this.loadCurves(), 3000);
    }
    this.tell();
  }

  curve(trial) {
    return (this.curves && this.curves[trial]) || NO_CURVE;
  }

  status(trial) {
    return this.statuses[this.trials.status[trial]];
  }

  config(trial) {
    const config = {};
    for (const name of Object.keys(this.params)) config[name] = this.params[name][trial];
    return config;
  }

  /** A column of numbers or texts: a hyperparameter, or by a name such as @best one of the trial's own. */
  column(name) {
    if (name === "@status") return Array.from(this.trials.status, (place) => this.statuses[place]);
    return name.startsWith("@") ? this.trials[name.slice(1)] : this.params[name];
  }

  // ---- what is chosen -------------------------------------------------------------------------------

  setBrushes(brushes) {
    if (!Object.keys(brushes).length && !Object.keys(this.brushes).length) return;
    this.brushes = brushes;
    this.refilter();
    this.tell();
  }

  setStatusFilter(names) {
    this.statusFilter = names && names.length ? new Set(names) : null;
    this.refilter();
    this.tell();
  }

  refilter() {
    const brushes = Object.entries(this.brushes);
    if (!brushes.length && !this.statusFilter) {
      this.chosen = null;
      return;
    }
    const chosen = new Uint8Array(this.size).fill(1);
    for (const [name, range] of brushes) {
      const column = this.column(name);
      if (!column) continue;
      for (let i = 0; i < chosen.length; i++) {
        const item = column[i];
        if (item === null || item === undefined || !inRange(item, range)) chosen[i] = 0;
      }
    }
    if (this.statusFilter) {
      for (let i = 0; i < chosen.length; i++) if (!this.statusFilter.has(this.status(i))) chosen[i] = 0;
    }
    this.chosen = chosen;
  }

  isChosen(trial) {
    return this.chosen === null || this.chosen[trial] === 1;
  }

  hover(trial) {
    if (this.hovered === trial) return;
    this.hovered = trial;
    this.tell();
  }
}

function inRange(item, range) {
  return Array.isArray(range.among) ? range.among.includes(String(item)) : item >= range.low && item <= range.high;
}

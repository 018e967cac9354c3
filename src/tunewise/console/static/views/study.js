// A study: what its experiments found, compared, and where each of them stands.

import { html, useEffect, useMemo, useState, useLoaded, Card, Empty, Problem, State } from "../lib.js";
import { ask, isReport } from "../api.js";
import { adjust, experimentLink } from "../address.js";
import { SERIES, color } from "../states.js";
import { JobsOf } from "./jobs.js";
import { Lines, axes, pad, readable, robustRange, timeAxis } from "../charts/lines.js";
import { clock, count, duration, money, num, percent } from "../format.js";

const EVERY = 3000; // milliseconds between two looks while it runs

export function StudyView({ name, query }) {
  const [asked, again] = useState(0);
  const { data, error } = useLoaded(() => ask("/api/study", { name, ...(query.claim ? { claim: query.claim } : {}) }), `${name} ${asked} ${query.claim}`);
  const unfinished = data && data.cells.some((cell) => cell.state !== "finished" && cell.state !== "failed");
  useEffect(() => {
    if (isReport || !unfinished) return undefined;
    const timer = setTimeout(() => again(asked + 1), EVERY);
    return () => clearTimeout(timer);
  }, [data, asked]);
  if (!data) return error ? html`<${Problem} text=${error} />` : html`<${Empty}>Reading ${name} …<//>`;
  const done = data.cells.filter((cell) => cell.state === "finished" || cell.state === "failed").length;
  return html`<div class="page">
    <div class="titleline"><h1>${name}</h1><${State}
      name=${data.running ? "running" : done === data.cells.length ? "finished" : "suspended"}
      word=${data.running ? "running" : done === data.cells.length ? "finished" : "not finished"} />
      <span class="muted">${done} of ${count(data.cells.length, "experiment")} ended · ${data.backend}</span></div>
    <div class="track thick" role="img" aria-label=${`${done} of ${data.cells.length} ended`}>
      <div class="fill" style=${{ width: `${(100 * done) / data.cells.length}%` }}></div></div>
    ${error && html`<${Problem} text=${error} />`}
    ${data.benchmarks.length === 0 && html`<${Empty}>No experiment has ended yet: the comparison appears with the first.<//>`}
    ${data.benchmarks.map((one) => html`<${Benchmark} key=${one.name} one=${one} query=${query} odd=${data.oddClaim} />`)}
    ${data.ranks.length > 0 && html`<${Ranks} ranks=${data.ranks} />`}
    <${Cells} data=${data} tag=${name} />
    ${!isReport && data.backend !== "simulated" && html`<${StudyJobs} data=${data} tag=${name} />`}
  </div>`;
}

const armName = ([method, workers]) => `${method} · ${workers}`;

/** A colour for each method, a dash for each number of workers. */
function looks(arms) {
  const methods = [...new Set(arms.map(([method]) => method))], workers = [...new Set(arms.map(([, many]) => many))].sort((a, b) => a - b);
  return ([method, many]) => ({ name: SERIES[methods.indexOf(method) % SERIES.length], dash: [[], [8, 4], [3, 3], [10, 3, 2, 3]][workers.indexOf(many) % 4] });
}

function Benchmark({ one, query, odd }) {
  const [axis, setAxis] = useState("wallclock");
  const look = useMemo(() => looks(one.curves.map((curve) => curve.arm)), [one]);
  const choose = html`<div class="choices" role="group"
    aria-label="Over what">${[["wallclock", "time"], ["worker_hours", "worker-hours"]].map(([name, word]) => html`<button key=${name}
    class="chip" aria-pressed=${axis === name} onClick=${() => setAxis(name)}>${word}</button>`)}</div>`;
  return html`<h2 class="part">${one.name}</h2><div class="grid">
    <${Card} title=${`${one.metric} over ${axis === "wallclock" ? "time" : "worker-hours"}`} aside=${choose} wide>
      <${Curves} one=${one} axis=${axis} look=${look} /><//>
    <${Card} title="At the end, and until the target"><${Ends} one=${one} look=${look} /><//>
    <${Card} title="Claims"><${Claims} one=${one} query=${query} odd=${odd} /><//>
  </div>`;
}

function Curves({ one, axis, look }) {
  const { data, options } = useMemo(() => {
    const shown = one.curves.filter((curve) => curve[axis][0].length);
    const tables = shown.map((curve) => [curve[axis][0], curve[axis][1], curve[axis][2], curve[axis][3]]);
    const joined = tables.length ? globalThis.uPlot.join(tables) : [[0]];
    const series = [{ label: axis === "wallclock" ? "time" : "worker-hours", value: (plot, item) => (item === null ? "–" : axis === "wallclock" ? clock(item) : num(item, 4)) }];
    const bands = [];
    shown.forEach(({ arm }, i) => {
      const { name, dash } = look(arm), at = 3 * i + 1;
      series.push({ label: armName(arm), stroke: () => color(name), width: 2, dash, spanGaps: true, value: readable, points: { show: false } });
      for (const end of ["low", "high"]) series.push({ label: `${armName(arm)} ${end}`, stroke: "transparent", spanGaps: true, points: { show: false }, class: "bandend" });
      bands.push({ series: [at + 2, at + 1], fill: () => `color-mix(in srgb, ${color(name)} 16%, transparent)` });
    });
    const ends = shown.flatMap((curve) => curve[axis][1]);
    const [low, high] = robustRange(ends, 0.92);
    const all = [Math.min(...ends), Math.max(...ends)];
    return {
      data: joined,
      options: {
        scales: { x: { time: false }, y: { range: pad(one.mode === "max" ? [low, all[1]] : [all[0], high]) } },
        axes: axes(axis === "wallclock" ? timeAxis : { space: 60, size: 32 }, { size: 56 }), series, bands, legend: { live: true },
      },
    };
  }, [one, axis]);
  return html`<${Lines} height=${320} options=${options} data=${data}
    label=${`Mean ${one.metric} of each method with its 90 % band. The table below has the ends.`} />
    <p class="hint">Lines are means over seeds, bands their 90 % bootstrap intervals; a colour is a method, a dash a number of workers. Click a name to hide its line.</p>`;
}

function Ends({ one, look }) {
  const best = (one.mode === "max" ? Math.max : Math.min)(...one.ends.map((end) => end.mean));
  return html`<div class="tablebox"><table><thead><tr><th scope="col">Method · workers</th><th scope="col" class="right">Seeds</th>
    <th scope="col" class="right">${one.metric}</th><th scope="col" class="right">Took</th><th scope="col" class="right">Cost</th>
    <th scope="col" class="right">To ${num(one.target, 4)}</th><th scope="col" class="right">Cost until then</th></tr></thead>
    <tbody>${one.ends.map((end, i) => { const reach = one.reaches[i]; return html`<tr key=${armName(end.arm)}><th scope="row">
      <span class="swatch" style=${{ background: `var(${look(end.arm).name})` }}></span>${armName(end.arm)}</th>
      <td class="right">${end.seeds}</td>
      <td class="right" title=${`${num(end.low)} to ${num(end.high)} (90 %)`}>${num(end.mean)}${end.mean === best ? html`<span
        class="star"> ★</span>` : ""}<div class="muted small">${num(end.low, 4)} – ${num(end.high, 4)}</div></td>
      <td class="right">${duration(end.wallclock)}</td><td class="right">${money(end.money, one.priced)}</td>
      <td class="right">${reach.wallclock === null ? html`<span
        class="muted">${reach.reached} of ${reach.seeds}</span>` : duration(reach.wallclock)}</td>
        <td class="right">${reach.money === null ? "–" : money(reach.money, one.priced)}</td></tr>`; })}</tbody></table></div>
    ${one.missing.length > 0 && html`<p
      class="muted">Not all seeds have ended: ${one.missing.map(([arm, seeds]) => `${arm} lacks ${seeds.join(", ")}`).join("; ")}.</p>`}`;
}

function Claims({ one, query, odd }) {
  const [text, setText] = useState(query.claim || "");
  return html`<form class="filters" onSubmit=${(event) => { event.preventDefault(); adjust({ claim: text }); }}>
      <input aria-label="A claim to test" placeholder="A@4 < B@8: A with 4 workers ends better" value=${text}
        onInput=${(event) => setText(event.target.value)} /><button>Test</button></form>
    ${odd && html`<${Problem} text=${odd} />`}
    ${one.claims.length === 0 ? html`<${Empty}>No claim fits the methods of this study: pose one above.<//>` : html`<ul
      class="claims">${one.claims.map((claim) => html`<li key=${claim.text}><${State} name=${claim.holds ? "completed" : "failed"}
      word=${claim.holds ? "holds" : "doesn't hold"} /> ${claim.text}
      <div class="bar"><div class="track"><div class="fill" style=${{ width: `${100 * claim.share}%` }}></div></div>
        <span class="muted">${percent(claim.share)} of bootstrap samples, ${count(claim.seeds, "seed")}</span></div></li>`)}</ul>`}`;
}

function Ranks({ ranks }) {
  const [which, setWhich] = useState(0);
  const table = ranks[Math.min(which, ranks.length - 1)];
  const { data, options } = useMemo(() => {
    const series = [{ label: "share of the time", value: (plot, item) => (item === null ? "–" : percent(item)) }], bands = [], columns = [table.fractions];
    table.methods.forEach((method, i) => {
      const name = SERIES[i % SERIES.length];
      columns.push(table.mean[i], table.low[i], table.high[i]);
      series.push({ label: method, stroke: () => color(name), width: 2, value: readable, points: { show: false } });
      for (const end of ["low", "high"]) series.push({ label: `${method} ${end}`, stroke: "transparent", points: { show: false }, class: "bandend" });
      bands.push({ series: [3 * i + 3, 3 * i + 2], fill: () => `color-mix(in srgb, ${color(name)} 16%, transparent)` });
    });
    return { data: columns, options: { scales: { x: { time: false }, y: { dir: -1 } }, axes: axes({ space: 60, size: 32, values: (plot, splits) => splits.map(percent) }, { size: 40 }), series, bands } };
  }, [table]);
  const choose = html`<div class="choices" role="group" aria-label="How many workers">${ranks.map((each, i) => html`<button
    key=${each.workers} class="chip" aria-pressed=${i === which}
    onClick=${() => setWhich(i)}>${count(each.workers, "worker")}</button>`)}</div>`;
  return html`<${Card} title="Mean ranks, 1 is the best" aside=${choose} wide>
    <${Lines} height=${240} options=${options} data=${data} label=${`Mean ranks of ${table.methods.join(", ")}`} />
    <p class="hint">Over ${count(table.cases, "pair")} of benchmark and seed that all methods have.</p><//>`;
}

const WORDS = { planned: "planned", running: "running", suspended: "not running", finished: "finished", failed: "failed" };

function Cells({ data, tag }) {
  const [log, setLog] = useState(null);
  const arms = useMemo(() => {
    const rows = new Map();
    for (const cell of data.cells) {
      const key = `${cell.benchmark}\n${cell.method}\n${cell.workers}`;
      if (!rows.has(key)) rows.set(key, []);
      rows.get(key).push(cell);
    }
    return [...rows.values()];
  }, [data]);
  return html`<${Card} title="Experiments" wide>
    <div class="tablebox"><table><thead><tr><th scope="col">Benchmark</th><th scope="col">Method</th>
      <th scope="col" class="right">Workers</th><th scope="col">Seeds</th></tr></thead>
    <tbody>${arms.map((cells) => html`<tr key=${cells[0].name}><td>${cells[0].benchmark}</td><th scope="row">${cells[0].method}</th>
      <td class="right">${cells[0].workers}</td>
      <td><div class="cells">${cells.sort((a, b) => a.seed - b.seed).map((cell) => html`<span key=${cell.name} class="cell">
        ${cell.begun && !isReport ? html`<a href=${experimentLink(cell.experiment)}
          title=${`${cell.name}: ${cell.detail || WORDS[cell.state]}`}><${State} name=${cell.state}
          word=${`${cell.seed}: ${cell.best === undefined || cell.best === null ? WORDS[cell.state] : num(cell.best, 4)}`} />
          </a>` : html`<${State} name=${cell.state} word=${`${cell.seed}: ${WORDS[cell.state]}`} />`}
        ${cell.log && !isReport && html`<button class="quiet small" aria-label=${`Output of ${cell.name}`}
          onClick=${() => setLog(log === cell.name ? null : cell.name)}>log</button>`}</span>`)}</div></td></tr>`)}</tbody></table></div>
    ${log && html`<${CellLog} key=${log} tag=${tag} cell=${log} />`}
  <//>`;
}

/** Asking an engine about hundreds of jobs takes a while, so only on demand. */
function StudyJobs({ data, tag }) {
  const [wanted, want] = useState(false);
  return wanted ? html`<${JobsOf} name=${tag} kind=${data.backend} />` : html`<p><button onClick=${() => want(true)}>Jobs of all experiments</button></p>`;
}

function CellLog({ tag, cell }) {
  const { data, error } = useLoaded(() => ask("/api/study/log", { name: tag, cell }), cell);
  return html`<h3>${cell}</h3>${error ? html`<${Problem} text=${error} />` : html`<pre class="log"
    tabindex="0">${data ? data.text || "It printed nothing." : "reading …"}</pre>`}`;
}

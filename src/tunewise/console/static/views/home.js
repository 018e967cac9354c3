// The list of all experiments and studies.

import { html, useEffect, useMemo, useState, Counts, Empty, Heading, Problem, Spark, State } from "../lib.js";
import { ask, listen } from "../api.js";
import { adjust, experimentLink, studyLink } from "../address.js";
import { clock, count, duration, fullMoment, moment, money, num, percent } from "../format.js";

const STANDINGS = ["running", "finished", "suspended", "failed", "abandoned", "damaged"];
const SHOWN = 200; // rows, until more are asked for

/** The list, live. */
function useList() {
  const [found, set] = useState({ list: null, error: "", lost: "" });
  useEffect(() => {
    ask("/api/list").then((list) => set((f) => ({ ...f, list })), (error) => set((f) => ({ ...f, error: error.message })));
    return listen("/api/list/live", {}, {
      list: (news) => set((f) => ({ list: merged(news.whole ? null : f.list, news), error: "", lost: "" })),
      lost: (lost) => set((f) => ({ ...f, lost })),
      found: () => set((f) => ({ ...f, lost: "" })),
    });
  }, []);
  return found;
}

/** The list with the rows that have changed. */
function merged(list, { changed, gone, whole, ...rest }) {
  const rows = new Map((list ? list.experiments : []).map((row) => [row.name, row]));
  for (const row of changed) rows.set(row.name, row);
  for (const name of gone) rows.delete(name);
  return { ...rest, experiments: [...rows.values()] };
}

const KEYS = {
  name: (row) => row.name.toLowerCase(), method: (row) => row.method || "", standing: (row) => STANDINGS.indexOf(row.standing),
  trials: (row) => row.trials ?? -1, best: (row) => row.best ?? Infinity, share: (row) => row.share ?? -1,
  now: (row) => row.now ?? -1, cost: (row) => row.cost ?? -1, created: (row) => row.created || "", workers: (row) => row.workers || row.planned || 0,
};

function sorted(rows, sort) {
  const key = KEYS[sort.key] || KEYS.created;
  const way = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return way * (x < y ? -1 : x > y ? 1 : 0);
  });
}

export function Home({ query, about }) {
  const { list, error, lost } = useList();
  const [sort, setSort] = useState({ key: "created", down: true });
  const [most, setMost] = useState(SHOWN);
  const words = (query.q || "").toLowerCase().split(/\s+/).filter(Boolean);
  const rows = useMemo(() => {
    if (!list) return [];
    const fits = (row) =>
      (query.study ? row.study === query.study : query.all === "1" || !row.study || words.length > 0) &&
      (!query.state || row.standing === query.state) &&
      words.every((word) => `${row.name} ${row.method} ${row.backend} ${row.metric}`.toLowerCase().includes(word));
    return sorted(list.experiments.filter(fits), sort);
  }, [list, sort, query.q, query.state, query.study, query.all]);
  if (!list) return error || lost ? html`<${Problem} text=${lost || error} />` : html`<${Empty}>Reading the experiments …<//>`;
  const standings = STANDINGS.filter((name) => list.experiments.some((row) => row.standing === name));
  const running = list.experiments.filter((row) => row.standing === "running").length;
  return html`<div class="page">
    <div class="titleline">
      <h1>Experiments</h1>
      <span class="muted">${count(list.experiments.length, "experiment")}, ${running ? `${running} running` : "none running"} <span
        class="narrow-hide">in ${about.home}</span></span>
    </div>
    ${lost && html`<${Problem} text=${lost} />`}
    ${list.studies.length > 0 && html`<${Studies} studies=${list.studies} />`}
    <div class="filters" role="search">
      <input type="search" placeholder="Filter by name, method, engine, metric" aria-label="Filter the experiments" value=${query.q || ""}
        onInput=${(event) => adjust({ q: event.target.value })} />
      <div class="choices" role="group" aria-label="Filter by state">
        ${standings.map((name) => html`<button key=${name} class="chip" aria-pressed=${query.state === name}
          onClick=${() => adjust({ state: query.state === name ? null : name })}><${State} name=${name} /></button>`)}
      </div>
      ${list.studies.length > 0 && html`<label class="check"><input type="checkbox" checked=${query.all === "1"}
        onChange=${(event) => adjust({ all: event.target.checked ? "1" : null })} /> those of studies, too</label>`}
    </div>
    ${rows.length === 0
      ? html`<${Empty}>${list.experiments.length ? "No experiment fits this filter." : html`There are no experiments in ${about.home}: <code>tunewise run</code> makes one.`}<//>`
      : html`<${Table} rows=${rows.slice(0, most)} sort=${sort} onSort=${setSort} />`}
    ${rows.length > most && html`<button onClick=${() => setMost(most + 500)}>${`Show ${Math.min(500, rows.length - most)} more of ${rows.length}`}</button>`}
  </div>`;
}

function Studies({ studies }) {
  return html`<section aria-label="Studies" class="studies">
    ${studies.map((study) => html`<a key=${study.tag} class="card study" href=${studyLink(study.tag)}>
      <strong>${study.tag}</strong>
      ${study.flaw ? html`<${State} name="damaged" word=${study.flaw} />` : html`
        <${State} name=${study.running ? "running" : study.ended === study.cells ? "finished" : "suspended"}
          word=${study.running ? "running" : study.ended === study.cells ? "finished" : "not finished"} />
        <span class="muted">${study.methods.join(", ")}</span>
        <div class="track"><div class="fill" style=${{ width: `${(100 * study.ended) / study.cells}%` }}></div></div>
        <span class="muted">${study.ended} of ${count(study.cells, "experiment")} ended · ${study.backend}</span>`}
    </a>`)}
  </section>`;
}

function Table({ rows, sort, onSort }) {
  const heading = (id, text, right, title) => html`<${Heading} id=${id} sort=${sort} onSort=${onSort} right=${right} title=${title}>${text}<//>`;
  return html`<div class="tablebox"><table class="list">
    <caption class="hidden">Experiments with their state, progress, best value, workers and cost</caption>
    <thead><tr>
      ${heading("name", "Name")}${heading("standing", "State")}${heading("method", "Method")}${heading("share", "Progress")}
      ${heading("trials", "Trials", true)}${heading("best", "Best", true)}<th scope="col">So far</th>
      ${heading("workers", "Workers", true)}${heading("now", "Time", true)}${heading("cost", "Cost", true)}${heading("created", "Created", true)}
    </tr></thead>
    <tbody>${rows.map((row) => html`<${Row} key=${row.name} row=${row} />`)}</tbody>
  </table></div>`;
}

function Row({ row }) {
  if (row.standing === "damaged") {
    return html`<tr><th scope="row">${row.name}</th><td><${State} name="damaged" /></td><td colspan="9" class="wrap">${row.flaw}</td></tr>`;
  }
  return html`<tr>
    <th scope="row"><a href=${experimentLink(row.name)}>${row.name}</a>${row.flaw && html`<span title=${row.flaw} class="warn"> ! damaged</span>`}</th>
    <td><${State} name=${row.standing} /></td>
    <td>${row.method} <span class="muted">${row.backend}</span></td>
    <td class="progress">${row.share === null || row.share === undefined ? html`<span class="muted">–</span>` : html`<div class="track"
      role="img" aria-label=${`${row.used}`} title=${row.used}><div class="fill" style=${{ width: `${100 * row.share}%` }}></div></div>
      <span class="muted">${percent(row.share)}</span>`}</td>
    <td class="right">${row.trials === undefined ? "…" : row.trials.toLocaleString("en-US")}<${Counts} counts=${row.counts} compact=${true} /></td>
    <td class="right" title=${row.metric}>${num(row.best)}<br /><span class="muted small">${row.metric}</span></td>
    <td>${row.spark && html`<${Spark} times=${row.spark[0]} values=${row.spark[1]} mode=${row.mode} />`}</td>
    <td class="right">${row.standing === "running" ? `${row.running ?? "…"} of ` : ""}${row.workers || row.planned}</td>
    <td class="right" title=${row.now === undefined ? "" : clock(row.now)}>${duration(row.now)}</td>
    <td class="right">${money(row.cost, row.priced)}</td>
    <td class="right" title=${fullMoment(row.created)}>${moment(row.created)}</td>
  </tr>`;
}

// The table of all trials: only the rows in sight are made, so that ten thousand scroll smoothly.

import { html, useEffect, useMemo, useRef, useState, Card, Component, Empty, Heading, State } from "../lib.js";
import { adjust } from "../address.js";
import { count, duration, money, num, value } from "../format.js";

const ROW = 30; // pixels
const WIDTHS = [70, 116, 128, 92, 76, 84, 82, 62]; // pixels of the columns: finding them out for each frame is slow
const WIDTH = 112; // of a hyperparameter's column
const SPARE = 8; // rows beyond the edges

/** The trials that fit, sorted. The filter has words, and comparisons such as lr<0.01. */
function fitting(experiment, text, sort) {
  const { tests, words } = parsed(experiment, text);
  const ids = [];
  for (let id = 0; id < experiment.size; id++) {
    if (!experiment.isChosen(id) || !tests.every((test) => test(id))) continue;
    if (words.length && !words.every((word) => wordsOf(experiment, id).includes(word))) continue;
    ids.push(id);
  }
  const column = experiment.column(sort.key) || experiment.trials.id;
  const best = experiment.setup.mode === "max" && (sort.key === "@best" || sort.key === "@last") ? -1 : 1;
  const way = (sort.down ? -1 : 1) * best;
  return ids.sort((a, b) => {
    const [x, y] = [column[a], column[b]];
    if (x === null || x === undefined) return y === null || y === undefined ? a - b : 1;
    if (y === null || y === undefined) return -1;
    return (x < y ? -1 : x > y ? 1 : 0) * way || a - b;
  });
}

const wordsOf = (experiment, id) => `${id} ${experiment.status(id)} ${Object.values(experiment.config(id)).join(" ")}`.toLowerCase();

/** A column as people name it. */
function columnNamed(experiment, name) {
  const { metric, levelName } = experiment.setup;
  return experiment.column(name) || experiment.column(name === metric ? "@best" : name === levelName ? "@level" : `@${name}`);
}

function parsed(experiment, text) {
  const tests = [], words = [];
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const [, name, sign, given] = part.match(/^([^<>=]+)(<=|>=|<|>|=)(.+)$/) || [];
    const column = name && columnNamed(experiment, name);
    if (!column) { words.push(part.toLowerCase()); continue; }
    const bound = Number(given);
    tests.push((id) => {
      const item = column[id];
      if (item === null || item === undefined) return false;
      if (sign === "=") return String(item) === given || item === bound;
      return sign === "<" ? item < bound : sign === ">" ? item > bound : sign === "<=" ? item <= bound : item >= bound;
    });
  }
  return { tests, words };
}

export function TrialTable({ experiment, query, trial }) {
  const { setup } = experiment;
  const sort = { key: query.sort || "@best", down: query.down === "1" };
  const [top, setTop] = useState(0);
  const box = useRef(null);
  const ids = useMemo(() => fitting(experiment, query.filter || "", sort), [experiment, experiment.pace, experiment.chosen, query.filter, sort.key, sort.down]);
  const states = experiment.statuses.filter((name) => experiment.head.counts[name]);
  const chosen = new Set(query.states ? query.states.split(",") : []);
  const toggle = (name) => { chosen.has(name) ? chosen.delete(name) : chosen.add(name); adjust({ states: [...chosen].join(",") || null }); };
  const bestId = experiment.head.best?.trial_id;
  const height = Math.min(620, Math.max(6, ids.length + 2) * ROW);
  const first = Math.max(0, Math.floor(top / ROW) - SPARE), last = Math.min(ids.length, Math.ceil((top + height) / ROW) + SPARE);
  const onSort = (next) => adjust({ sort: next.key === "@best" ? null : next.key, down: next.down ? "1" : null });
  const heading = (id, text, right) => html`<${Heading} key=${id} id=${id} sort=${sort} onSort=${onSort} right=${right}>${text}<//>`;
  const names = useMemo(() => setup.space.map((each) => each.name), [setup]);
  const keys = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (!step || event.target.tagName === "INPUT") return;
    event.preventDefault();
    const at = Math.min(ids.length - 1, Math.max(0, ids.indexOf(trial) + step));
    if (ids[at] === undefined) return;
    adjust({ trial: ids[at] });
    const wanted = at * ROW;
    if (wanted < box.current.scrollTop || wanted > box.current.scrollTop + height - 3 * ROW) box.current.scrollTop = wanted - height / 3;
  };
  useEffect(() => { if (box.current) box.current.scrollTop = 0; }, [sort.key, sort.down, query.filter]);
  return html`<${Card} title="Trials" aside=${html`<span
    class="muted">${ids.length === experiment.size ? count(ids.length, "trial") : `${ids.length.toLocaleString("en-US")} of ${experiment.size.toLocaleString("en-US")}`}</span>`} wide>
    <div class="filters">
      <input type="search" aria-label="Filter the trials"
        placeholder=${`Words, or ${(setup.space.find((each) => !each.choices) || { name: setup.metric }).name}<0.01`}
        value=${query.filter || ""} onInput=${(event) => adjust({ filter: event.target.value })} />
      <div class="choices" role="group" aria-label="Filter by state">${states.map((name) => html`<button key=${name} class="chip"
        aria-pressed=${chosen.has(name)} onClick=${() => toggle(name)}><${State} name=${name}
        word=${`${name} ${experiment.head.counts[name].toLocaleString("en-US")}`} /></button>`)}</div>
    </div>
    ${ids.length === 0 ? html`<${Empty}>${experiment.size ? "No trial fits." : "No trial has been started yet."}<//>` : html`
    <div class="tablebox virtual" ref=${box} style=${{ height: `${height}px` }} tabindex="0"
      onScroll=${(event) => setTop(event.currentTarget.scrollTop)} onKeyDown=${keys} aria-label="Trials. Arrow keys choose one.">
      <table class="list" aria-rowcount=${ids.length} style=${{ width: `${[...WIDTHS, ...names.map(() => WIDTH)].reduce((sum, each) => sum + each)}px` }}>
        <colgroup>${[...WIDTHS, ...names.map(() => WIDTH)].map((width, i) => html`<col key=${i} style=${{ width: `${width}px` }} />`)}</colgroup>
        <thead><tr>${heading("@id", "Trial", true)}${heading("@status", "State")}${heading("@best", `Best ${setup.metric}`, true)}${heading("@last", "Last", true)}${heading("@level", setup.levelName, true)}${heading("@spent", "Time", true)}${heading("@money", "Cost", true)}${heading("@jobs", "Jobs", true)}${names.map((name) => heading(name, name, true))}</tr></thead>
        <tbody>
          ${first > 0 && html`<tr class="spacer" style=${{ height: `${first * ROW}px` }}><td></td></tr>`}
          ${ids.slice(first, last).map((id) => html`<${Row} key=${id} experiment=${experiment} id=${id} names=${names}
            selected=${id === trial} stamp=${experiment.stamps[id]} best=${bestId === id} />`)}
          ${last < ids.length && html`<tr class="spacer" style=${{ height: `${(ids.length - last) * ROW}px` }}><td></td></tr>`}
        </tbody>
      </table>
    </div>`}
  <//>`;
}

/** A row; made again only if its trial may have changed, so that scrolling makes new rows alone. */
class Row extends Component {
  shouldComponentUpdate(next) {
    return ["id", "selected", "stamp", "best", "names"].some((key) => next[key] !== this.props[key]);
  }

  render({ experiment, id, names, selected, best }) {
    const { trials, params } = experiment;
    return html`<tr class=${selected ? "selected" : ""} aria-selected=${selected} onClick=${() => adjust({ trial: id }, !selected)}
      onPointerEnter=${() => experiment.hover(id)} onPointerLeave=${() => experiment.hover(null)}>
      <th scope="row" class="right"><a href="#" onClick=${(event) => event.preventDefault()}>${id}</a>${best ? html`<span class="star"
        title="the best"> ★</span>` : ""}</th>
      <td><${State} name=${experiment.status(id)} /></td>
      <td class="right">${num(trials.best[id])}</td><td class="right">${num(trials.last[id])}</td><td class="right">${trials.level[id]}</td>
      <td class="right">${duration(trials.spent[id])}</td><td class="right">${money(trials.money[id], true)}</td><td class="right">${trials.jobs[id]}</td>
      ${names.map((name) => html`<td key=${name} class="right">${value(params[name][id])}</td>`)}</tr>`;
  }
}

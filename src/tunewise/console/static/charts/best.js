// The best value so far, over time or over reports.

import { html, useMemo, useState, Card, Empty } from "../lib.js";
import { color } from "../states.js";
import { Lines, axes, pad, readable, robustRange, timeAxis } from "./lines.js";
import { clock, num } from "../format.js";

export function BestSoFar({ experiment }) {
  const [over, setOver] = useState("time");
  const { incumbents, setup } = experiment;
  const end = over === "time" ? Math.round(experiment.head.now) : experiment.head.reports;
  const data = useMemo(() => {
    const at = incumbents.map((each) => each[over === "time" ? 0 : 1]);
    const values = incumbents.map((each) => each[2]);
    if (at.length && end > at[at.length - 1]) { at.push(end); values.push(values[values.length - 1]); }
    return [at, values];
  }, [incumbents, over, end]);
  const options = useMemo(() => ({
    legend: { show: true, live: true },
    cursor: { y: false, points: { size: 7 } },
    scales: {
      x: { time: false },
      y: { range: (plot, low, high) => {
        const [from, to] = robustRange(plot.data[1], 0.9);
        return pad(setup.mode === "max" ? [from, high ?? 1] : [low ?? 0, to]);
      } },
    },
    axes: axes(over === "time" ? timeAxis : { space: 60, size: 32 }, { size: 56 }),
    series: [
      { label: over === "time" ? "time" : "reports", value: (plot, item) => (item === null ? "–" : over === "time" ? clock(item) : num(item)) },
      { label: `best ${setup.metric}`, stroke: () => color("--blue"), width: 2, paths: globalThis.uPlot.paths.stepped({ align: 1 }), points: { show: true, size: 4, filter: (plot) => (plot.data[0].length < 60 ? null : []) }, value: readable },
    ],
  }), [over, setup]);
  const choose = html`<div class="choices" role="group" aria-label="Over what">${["time", "reports"].map((name) => html`<button key=${name}
    class="chip" aria-pressed=${over === name} onClick=${() => setOver(name)}>${name}</button>`)}</div>`;
  return html`<${Card} title=${`Best ${setup.metric} so far`} aside=${choose}>
    ${data[0].length ? html`<${Lines} height=${250} options=${options} data=${data}
      label=${`The best ${setup.metric} over ${over}: now ${num(data[1][data[1].length - 1])}`} />` : html`<${Empty}>No trial has reported ${setup.metric} yet.<//>`}
  <//>`;
}

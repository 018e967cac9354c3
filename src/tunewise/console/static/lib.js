// Preact's names in one place, and the small components that all views share.

import { Component, html, render, useEffect, useLayoutEffect, useMemo, useRef, useState } from "./vendor/htm-preact.js";
import { stateOf } from "./states.js";
import { percent } from "./format.js";

export { Component, html, render, useEffect, useLayoutEffect, useMemo, useRef, useState };

/** Renders again whenever `source` says that it has changed; at most once a frame. */
export function useChanges(source) {
  const [, tick] = useState(0);
  useEffect(() => {
    let frame = 0;
    const stop = source.subscribe(() => {
      frame = frame || requestAnimationFrame(() => { frame = 0; tick((n) => n + 1); });
    });
    return () => { stop(); cancelAnimationFrame(frame); };
  }, [source]);
}

/** What a promise brings: {data, error, loading}. `key` says when to ask again. */
export function useLoaded(load, key) {
  const [found, set] = useState({ loading: true });
  useEffect(() => {
    let current = true;
    set((before) => ({ ...before, loading: true }));
    load().then(
      (data) => current && set({ data, loading: false }),
      (error) => current && set((before) => ({ data: before.data, error: error.message, loading: false })),
    );
    return () => { current = false; };
  }, [key]);
  return found;
}

export function State({ name, word }) {
  const { symbol, color } = stateOf(name);
  return html`<span class="state" style=${{ "--tone": `var(${color})` }}>
    <span class="symbol" aria-hidden="true">${symbol}</span>${word ?? name}
  </span>`;
}

/** The number of trials in each state, as a bar and in words. */
export function Counts({ counts, compact }) {
  const names = Object.keys(counts || {});
  const total = names.reduce((sum, name) => sum + counts[name], 0);
  if (!total) return null;
  const label = names.map((name) => `${counts[name]} ${name}`).join(", ");
  return html`<div class="counts">
    <div class="countbar" role="img" aria-label=${label}>
      ${names.map((name) => html`<span key=${name} title=${`${counts[name]} ${name}`}
        style=${{ flexGrow: counts[name], background: `var(${stateOf(name).color})` }}></span>`)}
    </div>
    ${!compact && html`<div class="legend">${names.map((name) => html`<${State} key=${name} name=${name}
      word=${`${counts[name].toLocaleString("en-US")} ${name}`} />`)}</div>`}
  </div>`;
}

export function Bar({ share, text, label }) {
  return html`<div class="bar" role="img" aria-label=${`${label}: ${text}, ${percent(share)}`}>
    <div class="track"><div class="fill" style=${{ width: `${100 * Math.min(1, share)}%` }}></div></div>
    <span class="muted">${text}</span>
  </div>`;
}

export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;

/** A sentence; what stands between backticks is code. */
export const Words = ({ text }) => String(text).split("`").map((part, i) => (i % 2 ? html`<code key=${i}>${part}</code>` : part));

export const Problem = ({ text }) => html`<p class="problem" role="alert"><${Words} text=${text} /></p>`;

/** Shows a sentence in place of a part of the page that fails; the rest goes on. Another `at` tries again. */
export class Guarded extends Component {
  componentDidCatch(error) {
    console.error(error);
    this.setState({ error, at: this.props.at });
  }

  render({ at, children }, { error, at: failedAt }) {
    if (error && at === failedAt) return html`<${Problem} text=${`This part of the page failed (${error.message}): reload the page, and please report it.`} />`;
    return children;
  }
}


export function Card({ title, aside, children, wide, label }) {
  return html`<section class=${wide ? "card wide" : "card"} aria-label=${label || title}>
    ${title && html`<header><h2>${title}</h2>${aside}</header>`}${children}
  </section>`;
}

/** A text that can be copied. */
export function Copyable({ text }) {
  const [done, set] = useState(false);
  const copy = () => {
    const say = () => { set(true); setTimeout(() => set(false), 1500); };
    (navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()).then(say, () => {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      say();
    });
  };
  return html`<div class="copyable"><code>${text}</code>
    <button class="quiet" onClick=${copy} aria-label="Copy this command">${done ? "copied" : "copy"}</button></div>`;
}

/** A small curve of the best value so far. */
export function Spark({ times, values, mode, label }) {
  if (!times || times.length < 2) return html`<span class="muted">–</span>`;
  const [w, h] = [96, 22];
  const sorted = [...values].sort((a, b) => a - b);
  const most = Math.floor(0.9 * (sorted.length - 1)); // the worst tenth is cut off: the first values may be far out
  const [low, high] = mode === "max" ? [sorted[sorted.length - 1 - most], sorted[sorted.length - 1]] : [sorted[0], sorted[most]];
  const x = (t) => 1 + ((w - 2) * (t - times[0])) / (times[times.length - 1] - times[0] || 1);
  const y = (v) => h - 2 - ((h - 4) * (Math.min(Math.max(v, low), Math.max(high, low)) - low)) / (high - low || 1);
  let path = `M${x(times[0]).toFixed(1)} ${y(values[0]).toFixed(1)}`;
  for (let i = 1; i < times.length; i++) path += `H${x(times[i]).toFixed(1)}V${y(values[i]).toFixed(1)}`;
  return html`<svg class="spark" width=${w} height=${h} viewBox=${`0 0 ${w} ${h}`} role="img"
    aria-label=${label || `best ${mode === "max" ? "rising" : "falling"} from ${values[0]} to ${values[values.length - 1]}`}>
    <path d=${path} /></svg>`;
}

/** Columns sorted by a click on their heading; says so to screen readers. */
export function Heading({ id, sort, onSort, right, children, title }) {
  const active = sort.key === id;
  return html`<th scope="col" class=${right ? "right" : ""} title=${title} aria-sort=${active ? (sort.down ? "descending" : "ascending") : "none"}>
    <button class="sort" onClick=${() => onSort({ key: id, down: active ? !sort.down : false })}>
      ${children}<span aria-hidden="true">${active ? (sort.down ? " ↓" : " ↑") : ""}</span></button></th>`;
}

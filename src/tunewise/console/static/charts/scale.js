// Scales of axes: a value to a place from 0 to 1 and back. Numbers are linear or logarithmic, texts stand in a row.

import { logTicks, ticks } from "./canvas.js";
import { num } from "../format.js";

/** The scale of an axis. log: whether numbers are; only if all are positive. */
export function scaleOf(experiment, name, log) {
  const column = experiment.column(name);
  const declared = experiment.setup.space.find((each) => each.name === name);
  const texts = declared && declared.choices && !declared.choices.every((each) => typeof each === "number");
  if (texts || (column && column.some((item) => typeof item === "string"))) return inARow(declared?.choices || [...new Set(column)], name);
  let low = Infinity, high = -Infinity;
  for (const item of column || []) {
    if (typeof item !== "number") continue;
    if (item < low) low = item;
    if (item > high) high = item;
  }
  if (declared && declared.low !== null) { low = Math.min(low, declared.low); high = Math.max(high, declared.high); }
  if (!(low <= high)) [low, high] = [0, 1];
  if (name === "@best") [low, high] = robustEnd(column, experiment.setup.mode, low, high);
  if (low === high) [low, high] = [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
  const canLog = low > 0;
  return log && canLog ? logarithmic(low, high) : { ...linear(low, high), canLog };
}

/** A few hopeless trials must not squeeze all others: the worst five in a hundred lie at the end. */
function robustEnd(column, mode, low, high) {
  const finite = Float64Array.from(column.filter((item) => typeof item === "number")).sort();
  if (finite.length < 20) return [low, high];
  return mode === "max" ? [finite[Math.floor(0.05 * finite.length)], high] : [low, finite[Math.floor(0.95 * finite.length)]];
}

const clip = (share) => (share < 0 ? 0 : share > 1 ? 1 : share);

const linear = (low, high) => ({
  kind: "linear", low, high, canLog: false,
  to: (item) => (typeof item === "number" ? clip((item - low) / (high - low)) : null),
  from: (share) => low + share * (high - low),
  ticks: (most) => ticks(low, high, most).map((at) => [at, num(at, 4)]),
});

function logarithmic(low, high) {
  const [a, b] = [Math.log(low), Math.log(high)];
  return {
    kind: "log", low, high, canLog: true,
    to: (item) => (typeof item === "number" && item > 0 ? clip((Math.log(item) - a) / (b - a)) : null),
    from: (share) => Math.exp(a + share * (b - a)),
    ticks: () => logTicks(low, high).map((at) => [at, num(at, 2)]),
  };
}

function inARow(items, name) {
  const texts = items.map(String), places = new Map(texts.map((text, i) => [text, (i + 0.5) / texts.length]));
  return {
    kind: "texts", texts, canLog: false, name,
    to: (item) => places.get(String(item)) ?? null,
    from: (share) => share,
    ticks: () => texts.map((text) => [text, text]),
  };
}

/** What a brush from one share to another chooses. */
export function rangeOf(scale, from, to) {
  if (scale.kind === "texts") return { among: scale.texts.filter((text) => scale.to(text) >= from - 1e-9 && scale.to(text) <= to + 1e-9) };
  const low = from <= 0.001 ? -Infinity : scale.from(from), high = to >= 0.999 ? Infinity : scale.from(to);
  return { low, high };
}

/** Where a brush lies on a scale. */
export function sharesOf(scale, range) {
  if (range.among) {
    const places = range.among.map((text) => scale.to(text)).filter((place) => place !== null);
    return places.length ? [Math.min(...places), Math.max(...places)] : [0, 0];
  }
  return [range.low === -Infinity ? 0 : scale.to(range.low) ?? 0, range.high === Infinity ? 1 : scale.to(range.high) ?? 1];
}

/** A brush as text for the address, and back. */
export const brushText = (range) => (range.among ? `=${range.among.join("|")}` : `${Number.isFinite(range.low) ? num(range.low, 6).replace(/,/g, "") : ""}..${Number.isFinite(range.high) ? num(range.high, 6).replace(/,/g, "") : ""}`);

export function brushFrom(text) {
  if (text.startsWith("=")) return { among: text.slice(1).split("|") };
  const [low, high] = text.split("..");
  return { low: low === "" ? -Infinity : Number(low), high: high === "" || high === undefined ? Infinity : Number(high) };
}

// What the drawn charts share: a canvas that is sharp and follows its box and the theme, ticks, and text.

import { html, useEffect, useLayoutEffect, useRef, useState } from "../lib.js";
import { isDark } from "./ramp.js";

/** The width of a box, in CSS pixels, as it changes. */
export function useWidth(box) {
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver((entries) => set(Math.floor(entries[0].contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

/** Counts changes of the theme, so that canvases draw themselves again. */
export function useThemeCount() {
  const [n, set] = useState(0);
  useEffect(() => {
    const tell = () => set((before) => before + 1);
    addEventListener("themechange", tell);
    return () => removeEventListener("themechange", tell);
  }, []);
  return n;
}

/** A canvas of the box's width. draw(context, width, height) is called when one of `deps` changes. */
export function Canvas({ height, draw, deps, label, ...events }) {
  const box = useRef(null), canvas = useRef(null);
  const width = useWidth(box), theme = useThemeCount();
  useLayoutEffect(() => {
    if (!width) return;
    const scale = devicePixelRatio || 1;
    const element = canvas.current;
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (element.width !== w || element.height !== h) Object.assign(element, { width: w, height: h });
    const context = element.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  }, [width, height, theme, ...deps]);
  return html`<div class="canvasbox" ref=${box} style=${{ height: `${height}px` }}>
    <canvas ref=${canvas} style=${{ width: `${width}px`, height: `${height}px` }} role="img" aria-label=${label} ...${events}></canvas></div>`;
}

/**
 * What is dear to draw is kept as a picture: layer(context, deps, paint) copies it, and paints it anew if one of
 * `deps`, the theme or the size is another. So a hovered line costs no more than itself.
 */
export function useLayer() {
  const kept = useRef({ deps: [] });
  return (context, deps, paint) => {
    const { width, height } = context.canvas, layer = kept.current;
    const all = [width, height, isDark(), ...deps];
    if (all.length !== layer.deps.length || all.some((each, i) => each !== layer.deps[i])) {
      layer.deps = all;
      layer.picture = Object.assign(document.createElement("canvas"), { width, height });
      const own = layer.picture.getContext("2d");
      own.setTransform(context.getTransform());
      paint(own);
    }
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(layer.picture, 0, 0);
    context.restore();
  };
}

export const FONT = "11px system-ui, sans-serif";

/** Where a pointer is in an element. */
export function inside(event) {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** Round numbers between two others, about `most` of them. */
export function ticks(low, high, most = 5) {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const raw = span / most, power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= raw) || 10);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high + 1e-9 * span; at += step) found.push(Math.abs(at) < 1e-12 * span ? 0 : at);
  return found;
}

/** Powers of ten between two positive numbers. */
export function logTicks(low, high) {
  const found = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++) found.push(10 ** power);
  return found.length > 1 ? found : [low, high];
}

/** Round durations, in seconds, between two others. */
export function timeTicks(low, high, most = 8) {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];
  const step = steps.find((each) => (high - low) / each <= most) || 1209600;
  if (high - low < 2) return ticks(low, high, most);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) found.push(at);
  return found;
}

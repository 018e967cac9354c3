// Colours from bad to good: a ramp that colour-blind people can read, darker or brighter towards the good end.

const LIGHT = [[228, 212, 188], [170, 190, 205], [86, 160, 200], [0, 114, 178], [0, 60, 110]];
const DARK = [[52, 56, 66], [60, 90, 120], [50, 130, 180], [86, 190, 240], [240, 228, 120]];

export const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
};

/** This many colours, the best last. */
export function ramp(many) {
  const stops = isDark() ? DARK : LIGHT;
  return Array.from({ length: many }, (_, i) => {
    const at = (i / Math.max(1, many - 1)) * (stops.length - 1), low = Math.min(stops.length - 2, Math.floor(at));
    const part = at - low;
    return `rgb(${stops[low].map((each, c) => Math.round(each + part * (stops[low + 1][c] - each))).join(" ")})`;
  });
}

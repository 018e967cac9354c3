// States of trials and experiments: a symbol, a word and a colour each, so that no state is told by colour alone.
// The colours are those of Okabe and Ito, which colour-blind people can tell apart; style.css has them for both themes.

export const STATES = {
  queued: { symbol: "◌", color: "--gray" },
  running: { symbol: "▶", color: "--blue" },
  halting: { symbol: "◐", color: "--orange" },
  paused: { symbol: "‖", color: "--purple" },
  suspended: { symbol: "◫", color: "--yellow" },
  held: { symbol: "◪", color: "--sky" },
  completed: { symbol: "✓", color: "--green" },
  stopped: { symbol: "■", color: "--gray" },
  failed: { symbol: "✕", color: "--red" },
  finished: { symbol: "✓", color: "--green" },
  abandoned: { symbol: "?", color: "--red" },
  damaged: { symbol: "!", color: "--red" },
  planned: { symbol: "◌", color: "--gray" },
  idle: { symbol: "·", color: "--line" },
  retained: { symbol: "⌁", color: "--yellow" },
};

export const stateOf = (name) => STATES[name] || { symbol: "•", color: "--gray" };

/** The colours of lines and arms, in order. */
export const SERIES = ["--blue", "--orange", "--green", "--purple", "--red", "--sky", "--yellow", "--gray"];

const known = new Map(); // charts ask for a colour many thousand times
addEventListener("themechange", () => known.clear());

/** The value of one of the style sheet's colours, in today's theme. */
export function color(name) {
  if (!known.has(name)) known.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim() || "#888");
  return known.get(name);
}

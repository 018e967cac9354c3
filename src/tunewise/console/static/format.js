// How numbers, durations, times and money are written.

const GROUPED = new Intl.NumberFormat("en-US"), MONEY = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const MINUTE = 60, HOUR = 3600, DAY = 86400;

/** A number in at most `digits` significant digits, without trailing zeros. */
export function num(value, digits = 5) {
  if (value === null || value === undefined) return "–";
  if (typeof value !== "number") return String(value);
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return Math.abs(value) < 1000 ? String(value) : GROUPED.format(value);
  const text = value.toPrecision(digits);
  return text.includes("e")
    ? text.replace(/\.?0+e/, "e").replace("e+", "e")
    : text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

export const count = (many, thing) => `${many.toLocaleString("en-US")} ${thing}${many === 1 ? "" : "s"}`;

const two = (n) => String(n).padStart(2, "0");

/** A duration in its two largest units, such as 12m 04s. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return "–";
  const whole = Math.round(seconds);
  if (whole < MINUTE) return seconds > 0 && seconds < 9.95 ? `${seconds.toFixed(1)}s` : `${whole}s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}m ${two(whole % MINUTE)}s`;
  if (whole < DAY) return `${Math.floor(whole / HOUR)}h ${two(Math.floor((whole % HOUR) / MINUTE))}m`;
  return `${Math.floor(whole / DAY)}d ${two(Math.floor((whole % DAY) / HOUR))}h`;
}

/** A time on the experiment's clock, such as 0:12:04. */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / HOUR)}:${two(Math.floor((whole % HOUR) / MINUTE))}:${two(whole % MINUTE)}`;
}

/** A moment in the viewer's zone. Takes text as in ISO 8601, or seconds since 1970. */
export function moment(when) {
  if (!when) return "–";
  const date = new Date(typeof when === "number" ? when * 1000 : when);
  if (Number.isNaN(date.getTime())) return String(when);
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleString(undefined, {
    day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", ...(sameYear ? {} : { year: "numeric" }),
  });
}

export function fullMoment(when) {
  const date = new Date(typeof when === "number" ? when * 1000 : when);
  return Number.isNaN(date.getTime()) ? String(when) : date.toLocaleString(undefined, { timeZoneName: "short" });
}

/** A cost: worker-hours where these have no price. */
export function money(cost, priced) {
  if (cost === null || cost === undefined) return "–";
  const text = cost >= 0.095 || cost === 0
    ? MONEY.format(cost)
    : num(cost, 1);
  return priced ? text : `${text} w-h`;
}

export const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

/** A hyperparameter's value. */
export const value = (item) => (typeof item === "number" ? num(item, 4) : item === null || item === undefined ? "–" : String(item));

// The page: the bar at the top, the theme, and which view is shown.

import { html, render, useEffect, useState, Empty, Guarded } from "./lib.js";
import { ask, isReport } from "./api.js";
import { onPlace, place } from "./address.js";
import { Home } from "./views/home.js";
import { ExperimentView } from "./views/experiment.js";
import { StudyView } from "./views/study.js";

const THEMES = ["auto", "light", "dark"];

/** Browsers may refuse to keep anything, as for files. */
const kept = {
  read: () => { try { return localStorage.getItem("tunewise-theme"); } catch { return null; } },
  write: (theme) => { try { localStorage.setItem("tunewise-theme", theme); } catch { /* it is chosen again next time */ } },
};

function useTheme() {
  const [theme, set] = useState(() => kept.read() || "auto");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    kept.write(theme);
    dispatchEvent(new Event("themechange"));
  }, [theme]);
  useEffect(() => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const tell = () => dispatchEvent(new Event("themechange"));
    media.addEventListener("change", tell);
    return () => media.removeEventListener("change", tell);
  }, []);
  return [theme, () => set(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length])];
}

function usePlace() {
  const [at, set] = useState(place);
  useEffect(() => onPlace(() => set(place())), []);
  return at;
}

function Crumbs({ at }) {
  const parts = at.name.split("/");
  const study = at.kind === "experiment" && parts.length > 1 ? parts[0] : null;
  return html`<nav class="crumbs" aria-label="Where you are">
    ${isReport ? null : html`<a href="#/">Experiments</a>`}
    ${study && !isReport && html`<span aria-hidden="true">/</span><a href=${`#/s/${encodeURIComponent(study)}`}>${study}</a>`}
    ${at.kind !== "home" && html`<span aria-hidden="true">${isReport ? "" : "/"}</span><span aria-current="page">${parts[parts.length - 1]}</span>`}
  </nav>`;
}

function App() {
  const at = usePlace();
  const [theme, nextTheme] = useTheme();
  const [about, setAbout] = useState(null);
  useEffect(() => { ask("/api/about").then(setAbout, () => setAbout({ readOnly: true, home: "", version: "" })); }, []);
  useEffect(() => { document.title = at.name ? `${at.name} – Tunewise` : "Tunewise"; }, [at.name]);
  if (!about) return html`<${Empty}>Loading …<//>`;
  const view =
    at.kind === "experiment" ? html`<${ExperimentView} key=${at.name} name=${at.name} query=${at.query} about=${about} />`
    : at.kind === "study" ? html`<${StudyView} key=${at.name} name=${at.name} query=${at.query} />`
    : html`<${Home} query=${at.query} about=${about} />`;
  return html`
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); document.getElementById("main").focus(); }}>Skip to the content</a>
    <header class="top">
      <a class="brand" href=${isReport ? location.hash : "#/"} aria-label="Tunewise">
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><rect width="16" height="16" rx="3.500" />
        <path d="M2.500 4.500c3 0 3 6.500 5.500 6.500s3-3 5.500-3.500" /></svg><span>Tunewise</span></a>
      <${Crumbs} at=${at} />
      <span class="grow"></span>
      ${isReport && html`<span class="tag">report of ${about.made}</span>`}
      ${about.readOnly && !isReport && html`<span class="tag" title="Started with --read-only: nothing can be changed here.">read-only</span>`}
      <button class="quiet" onClick=${nextTheme} aria-label=${`Theme: ${theme}. Change it.`}
        title=${`Theme: ${theme}`}>${{ auto: "◑", light: "☀", dark: "☾" }[theme]}</button>
    </header>
    <main id="main" tabindex="-1"><${Guarded} at=${`${at.kind} ${at.name}`}>${view}<//></main>`;
}

render(html`<${App} />`, document.getElementById("app"));

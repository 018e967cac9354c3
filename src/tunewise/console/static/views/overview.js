// The first thing to see of an experiment.

import { html, Card } from "../lib.js";
import { BestSoFar } from "../charts/best.js";
import { LearningCurves } from "../charts/curves.js";
import { Timeline } from "../charts/timeline.js";
import { LatestDecisions } from "./decisions.js";
import { adjust } from "../address.js";

export function Overview({ experiment, trial }) {
  const more = html`<button class="quiet" onClick=${() => adjust({ tab: "decisions" }, true)}>all of them</button>`;
  return html`<div class="grid">
    <${BestSoFar} experiment=${experiment} />
    <${LearningCurves} experiment=${experiment} trial=${trial} />
    <${Timeline} experiment=${experiment} trial=${trial} />
    <${Card} title="Latest decisions" aside=${more} wide><${LatestDecisions} experiment=${experiment} /><//>
  </div>`;
}

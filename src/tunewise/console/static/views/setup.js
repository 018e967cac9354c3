// How the experiment was set up.

import { html, Card, Copyable } from "../lib.js";
import { fullMoment, value } from "../format.js";

export function Setup({ experiment }) {
  const { setup, head } = experiment;
  const fields = {
    "runs on": setup.place, script: setup.script, metric: `${setup.metric}, ${setup.mode === "min" ? "smaller is better" : "larger is better"}`,
    resource: setup.maxResource === null ? setup.levelName : `${setup.levelName} up to ${setup.maxResource}`,
    method: setup.method, ...Object.fromEntries(Object.entries(setup.arguments).map(([name, item]) => [`  ${name}`, typeof item === "object" ? JSON.stringify(item) : String(item)])),
    workers: String(head.workers), limits: Object.entries(head.limits).map(([name, item]) => `${name} ${value(item)}`).join(", ") || "none",
    created: fullMoment(setup.created), version: setup.version, folder: setup.folder,
  };
  return html`<div class="grid">
    <${Card} title="Set-up"><dl class="fields">${Object.entries(fields).filter(([, text]) => text).map(([name, text]) => html`<dt
      key=${name}>${name}</dt><dd>${text}</dd>`)}</dl><//>
    <${Card} title="Space">
      <div class="tablebox"><table><thead><tr><th scope="col">Hyperparameter</th><th scope="col">Domain</th></tr></thead>
        <tbody>${setup.space.map((each) => html`<tr key=${each.name}><th scope="row">${each.name}</th><td class="wrap"><code>${each.text}</code></td></tr>`)}
        ${Object.entries(setup.constants).map(([name, item]) => html`<tr key=${name}><th scope="row">${name}</th>
          <td>${value(item)} <span class="muted">constant</span></td></tr>`)}</tbody></table></div>
    <//>
    <${Card} title="From the command line"><${Copyable} text=${`tunewise show ${experiment.name}`} />
      <${Copyable} text=${`tunewise resume ${experiment.name}`} /><${Copyable} text=${`tunewise export ${experiment.name}`} /><//>
  </div>`;
}

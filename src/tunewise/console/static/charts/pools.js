// Warm pools: which job's instance went on to which, and for how long it was kept.

import { html, useMemo } from "../lib.js";
import { color } from "../states.js";
import { Canvas, FONT, timeTicks } from "./canvas.js";
import { clock, count, duration } from "../format.js";

const LANE = 18, GAP = 4, LEFT = 8;

/** Chains of jobs on one instance, in order of time: an instance is known by who reused it. */
function chainsOf(jobs) {
  const byName = new Map(jobs.map((job) => [job.job, job]));
  const reused = new Set(jobs.map((job) => job.successor).filter((name) => byName.has(name)));
  return jobs.filter((job) => !reused.has(job.job)).map((job) => {
    const chain = [job];
    while (byName.has(chain[chain.length - 1].successor) && chain.length < jobs.length) chain.push(byName.get(chain[chain.length - 1].successor));
    return chain;
  }).sort((a, b) => Date.parse(a[0].created) - Date.parse(b[0].created));
}

export function PoolTimeline({ jobs }) {
  const chains = useMemo(() => chainsOf(jobs), [jobs]);
  const begin = Math.min(...jobs.map((job) => Date.parse(job.created) / 1000));
  const end = Math.max(...jobs.map((job) => Date.parse(job.created) / 1000 + (job.billed || 0) + (job.idle || 0)), begin + 1);
  const height = 8 + chains.length * (LANE + GAP) + 22;
  const draw = (ctx, width) => {
    const x = (at) => LEFT + ((at - begin) / (end - begin)) * (width - 2 * LEFT);
    ctx.font = FONT;
    ctx.textBaseline = "middle";
    chains.forEach((chain, lane) => {
      const y = 4 + lane * (LANE + GAP);
      ctx.fillStyle = color("--lane");
      ctx.fillRect(LEFT, y, width - 2 * LEFT, LANE);
      for (const job of chain) {
        const at = Date.parse(job.created) / 1000, ran = at + (job.billed || 0), kept = ran + (job.idle || 0);
        ctx.fillStyle = color("--rung3");
        ctx.fillRect(x(at), y, Math.max(2, x(ran) - x(at) - 0.5), LANE);
        ctx.fillStyle = color("--yellow");
        ctx.fillRect(x(ran), y + 5, x(kept) - x(ran), LANE - 10);
        ctx.fillStyle = color("--onbar");
        if (x(ran) - x(at) > 70) ctx.fillText(job.job.slice(-9), x(at) + 4, y + LANE / 2);
      }
    });
    ctx.fillStyle = color("--muted");
    ctx.textAlign = "center";
    for (const at of timeTicks(0, end - begin, 8)) ctx.fillText(clock(at), Math.max(30, Math.min(width - 30, x(begin + at))), height - 9);
  };
  const idle = jobs.reduce((sum, job) => sum + (job.idle || 0), 0);
  return html`<${Canvas} height=${height} draw=${draw} deps=${[chains, begin, end]} label=${`${count(chains.length, "instance")} and their jobs`} />
    <p class="legend"><span><span class="swatch rung3"></span>billed for a job</span><span><span class="swatch yellow">
      </span>kept for the next one</span><span
      class="muted">${count(chains.length, "instance")} for ${count(jobs.length, "job")}; kept for ${duration(idle)} in all</span></p>`;
}

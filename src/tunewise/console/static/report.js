// The start of a report: unpacks the data in the file, and answers from it what the page would ask a server.

async function unpacked() {
  const text = document.getElementById("data").textContent;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** Curves as the server sends them. */
function curveBytes({ values, times, levels, counts }) {
  const buffer = new ArrayBuffer(16 + 20 * values.length + 4 * counts.length);
  const head = new DataView(buffer);
  head.setUint32(4, counts.length, true);
  head.setUint32(8, values.length, true);
  new Float64Array(buffer, 16, values.length).set(values);
  new Float64Array(buffer, 16 + 8 * values.length, values.length).set(times);
  new Int32Array(buffer, 16 + 16 * values.length, values.length).set(levels);
  new Uint32Array(buffer, 16 + 20 * values.length, counts.length).set(counts);
  return buffer;
}

/** A trial as far as the report has it. */
function trialOf(data, id) {
  const { told } = data.overview;
  const jobs = data.overview.jobs;
  const rows = jobs.trial.flatMap((trial, row) => (trial === id ? [row] : []));
  const plain = rows.map((row) => ({ run: jobs.run[row], place: "", text: jobs.began[row] === null ? "queued" : `from ${Math.round(jobs.began[row])} s to ${jobs.ended[row] === null ? "now" : `${Math.round(jobs.ended[row])} s`}` }));
  return { id, why: "", jobs: plain, failure: null, command: "", notes: [], folder: "", checkpoint: "", ...(data.details[id] || {}), told: told.filter((item) => item[2] === id) };
}

const data = await unpacked();
const kind = data.kind === "study" ? "s" : "e";
const own = `#/${kind}/${data.name.split("/").map(encodeURIComponent).join("/")}`;
const stay = () => { if (!location.hash.startsWith(own)) history.replaceState(null, "", own); };
stay();
addEventListener("hashchange", stay, true);

const answers = {
  "/api/about": () => ({ ...data.about, made: new Date(data.about.made).toLocaleString() }),
  "/api/experiment": () => data.overview,
  "/api/experiment/beginning": () => data.overview,
  "/api/experiment/told": () => data.overview.told,
  "/api/experiment/cost": () => data.cost,
  "/api/experiment/importance": () => data.importance,
  "/api/experiment/trial": (query) => trialOf(data, Number(query.trial)),
  "/api/study": () => data.study,
};

globalThis.tunewiseReport = {
  answer: async (path, query) => {
    if (!answers[path]) throw new Error("This report doesn't have that.");
    return answers[path](query);
  },
  bytes: async () => curveBytes(data.curves),
};

await import("tunewise/app.js");

// The page's address: what is shown, in a form that can be kept and sent. #/e/NAME?tab=trials&trial=7

const listeners = new Set();

/** Text of an address; as it stands if it isn't coded well. */
function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** The address taken apart: {kind: "home" | "experiment" | "study", name, query}. */
export function place() {
  const [path, text] = location.hash.replace(/^#/, "").split("?");
  const query = Object.fromEntries(new URLSearchParams(text || ""));
  const [, kind, ...rest] = path.split("/");
  const name = rest.map(decoded).join("/");
  if (kind === "e" && name) return { kind: "experiment", name, query };
  if (kind === "s" && name) return { kind: "study", name, query };
  return { kind: "home", name: "", query };
}

const segments = (name) => name.split("/").map(encodeURIComponent).join("/");

export const experimentLink = (name, query) => link(`#/e/${segments(name)}`, query);

export const studyLink = (name, query) => link(`#/s/${segments(name)}`, query);

function link(path, query) {
  const given = new URLSearchParams(query || {}).toString();
  return given ? `${path}?${given}` : path;
}

/** Changes parts of the query; null removes one. push: whether "back" undoes it. */
export function adjust(changes, push = false) {
  const { kind, name, query } = place();
  const next = { ...query };
  for (const [key, item] of Object.entries(changes)) {
    if (item === null || item === undefined || item === "") delete next[key];
    else next[key] = item;
  }
  const path = kind === "experiment" ? `#/e/${segments(name)}` : kind === "study" ? `#/s/${segments(name)}` : "#/";
  const target = link(path, next);
  if (target === location.hash) return;
  history[push ? "pushState" : "replaceState"](null, "", target);
  for (const listener of listeners) listener();
}

export function onPlace(listener) {
  listeners.add(listener);
  addEventListener("hashchange", listener);
  return () => { listeners.delete(listener); removeEventListener("hashchange", listener); };
}

// All talk with the server. In a report, which has no server, the same questions are answered from the file.

const kept = globalThis.tunewiseReport || null;

export const isReport = kept !== null;

async function refused(response) {
  const text = await response.text();
  try {
    return new Error(JSON.parse(text).error || text);
  } catch {
    return new Error(text || `The server answered ${response.status}.`);
  }
}

const address = (path, query) => {
  const given = new URLSearchParams(query || {}).toString();
  return given ? `${path}?${given}` : path;
};

async function get(path, query) {
  let response;
  try {
    response = await fetch(address(path, query));
  } catch {
    throw new Error("The console doesn't answer: is `tunewise console` still running?");
  }
  if (!response.ok) throw await refused(response);
  return response;
}

export async function ask(path, query) {
  if (kept) return kept.answer(path, query || {});
  return (await get(path, query)).json();
}

export async function askBytes(path, query) {
  if (kept) return kept.bytes(path, query || {});
  return (await get(path, query)).arrayBuffer();
}

export async function post(path, query, body) {
  let response;
  try {
    response = await fetch(address(path, query), {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The console doesn't answer: is `tunewise console` still running?");
  }
  if (!response.ok) throw await refused(response);
  return response.json();
}

/** Listens to server-sent events; returns what ends it. handlers: by event; `lost` and `found` for the connection. */
export function listen(path, query, handlers) {
  if (kept) return () => {};
  const source = new EventSource(address(path, query));
  for (const [name, handler] of Object.entries(handlers)) {
    if (name === "lost" || name === "found") continue;
    source.addEventListener(name, (event) => handler(JSON.parse(event.data), event.lastEventId));
  }
  source.addEventListener("end", () => source.close());
  source.onopen = () => handlers.found?.();
  source.onerror = () => handlers.lost?.();
  return () => source.close();
}

// All talk with the server. In a report, which has no server, the same questions are answered from the file.

const kept = globalThis.tunewiseReport || null;

export const isReport = kept !== null;

const RESTARTED = "The console was started again: open the address that it printed.";

/** What a refusal says. A page that was served and is now unknown is of an earlier start. */
async function refused(response) {
  if (response.status === 401) return new Error(RESTARTED);
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

const AGAIN = 3000, LATER = 15_000; // milliseconds until a refused stream is asked for again
const SILENT = "The console doesn't answer. What is shown is as of then; it tries again.";

/**
 * Listens to server-sent events; returns what ends it. handlers: by event; `lost`, which gets a sentence, and
 * `found` for the connection. A hidden page holds no connection, as browsers allow six to a host over all pages;
 * it goes on from the last event once it is seen again.
 */
export function listen(path, query, handlers) {
  if (kept) return () => {};
  let source = null, timer = 0, last = null;
  const here = () => address(path, last === null ? query : { ...query, from: last });
  const close = () => { clearTimeout(timer); source?.close(); source = null; };
  const turn = () => (document.visibilityState === "hidden" ? close() : source || open());
  const end = () => { close(); document.removeEventListener("visibilitychange", turn); };
  const open = () => {
    close();
    if (document.visibilityState === "hidden") return;
    const own = source = new EventSource(here());
    for (const [name, handler] of Object.entries(handlers)) {
      if (name === "lost" || name === "found") continue;
      own.addEventListener(name, (event) => {
        if (event.lastEventId) last = event.lastEventId;
        handler(JSON.parse(event.data), event.lastEventId);
      });
    }
    own.addEventListener("end", end);
    own.addEventListener("problem", () => { own.close(); timer = setTimeout(open, LATER); });
    own.onopen = () => handlers.found?.();
    own.onerror = () => (own.readyState === EventSource.CLOSED ? look(own) : handlers.lost?.(SILENT));
  };
  /** A browser doesn't try again after a refusal, and doesn't say why there was one. */
  const look = async (own) => {
    const { why, wait } = await refusalOf(here());
    if (own !== source) return;
    if (why) handlers.lost?.(why);
    timer = setTimeout(open, wait);
  };
  document.addEventListener("visibilitychange", turn);
  open();
  return end;
}

/** Why a stream is refused, if it is, and when to ask for it again. */
async function refusalOf(url) {
  const looking = new AbortController();
  try {
    const response = await fetch(url, { signal: looking.signal });
    if (!response.ok) return { why: (await refused(response)).message, wait: response.status === 401 ? AGAIN : LATER };
    return { why: "", wait: AGAIN };
  } catch {
    return { why: SILENT, wait: AGAIN };
  } finally {
    looking.abort(); // else a stream that is there would stay open
  }
}

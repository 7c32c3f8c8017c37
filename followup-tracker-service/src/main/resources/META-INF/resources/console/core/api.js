import {session} from './session.js';

export const INTAKE = '/api/intake/v1';
export const QUALIFICATION = '/api/qualification/v1';
export const ROUTING = '/api/routing/v1';
export const FOLLOWUP = '/api/followup/v1';

/** The services by their names for people, as the parked events of each are listed. */
export const SERVICES = {
  'Lead intake': INTAKE,
  Qualification: QUALIFICATION,
  Routing: ROUTING,
  'Follow-up tracker': FOLLOWUP,
};

/** A refusal, as RFC 9457 tells it; status 0 if nobody answered. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `answered ${status}`);
    this.status = status;
    this.title = body.title ?? '';
    this.errors = body.errors ?? [];
  }
}

/** Fires `away` and `back` as the network, or all behind it, goes and comes. */
export const network = new (class extends EventTarget {
  isAway = false;

  set(away) {
    if (away !== this.isAway) {
      this.isAway = away;
      this.dispatchEvent(new Event(away ? 'away' : 'back'));
    }
  }
})();

window.addEventListener('offline', () => network.set(true));
// Only an answer says that Baton is back.
window.addEventListener('online', () => get(`${FOLLOWUP}/me`).catch(() => {}));

/** A query string of what is said; without what is null, undefined or empty. */
export function query(parameters) {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') {
        said.append(name, one);
      }
    }
  }
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}

/** Asks as whoever is signed in; throws a Problem. */
export async function ask(path, {key = session.key, ...options} = {}) {
  const headers = {Accept: 'application/json', 'X-API-Key': key, ...options.headers};
  let response;
  try {
    response = await fetch(path, {...options, headers});
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    network.set(true);
    throw new Problem(0, {title: 'No answer', detail: 'Baton cannot be reached.'});
  }
  network.set(false);
  if (response.ok) {
    return response;
  }
  const problem = new Problem(response.status, await response.json().catch(() => ({})));
  // Keys are made service by service: only where somebody signed in does a refusal end the visit.
  const isHere = path.startsWith(FOLLOWUP) && key === session.key && session.isKnown;
  if (response.status === 401 && isHere) {
    session.end('Your key is no longer good. Sign in with another one.');
  }
  throw problem;
}

/** What is at the path. */
export async function get(path, options) {
  return (await ask(path, options)).json();
}

/** Sends JSON. `once` names the request, so that a repetition does nothing. */
export async function post(path, body, {once, ...options} = {}) {
  const headers = {'Content-Type': 'application/json'};
  if (once) {
    headers['Idempotency-Key'] = once;
  }
  const response = await ask(path, {
    ...options,
    method: 'POST',
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** Makes or changes what is at the path. */
export async function put(path, body) {
  const response = await ask(path, {
    method: 'PUT',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** All items of a paged list. */
export async function all(path, options) {
  const items = [];
  let next = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const page = await get(`${path}${separator}limit=200${next ? `&cursor=${next}` : ''}`, options);
    items.push(...page.items);
    next = page.next;
  } while (next);
  return items;
}

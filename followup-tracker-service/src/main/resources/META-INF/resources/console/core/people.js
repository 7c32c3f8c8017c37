import {all, INTAKE, network, post, ROUTING} from './api.js';
import {short} from './format.js';
import {session} from './session.js';

const MOST_IDS = 100;
const GATHER = 20;

/** For how long a name is good: somebody may have been erased since. */
const GOOD = 60_000;

/** A rep who is not known may have come since: the roster is read again, at most this often. */
const ROSTER_GOOD = 30_000;

/**
 * Names of reps and leads, asked for when somebody looks and kept in memory only. Fires `change`
 * when more is known.
 */
class People extends EventTarget {
  reps = new Map();
  #metAt = 0;
  #leads = new Map();
  #wanted = new Set();
  #timer = null;

  constructor() {
    super();
    session.addEventListener('change', () => this.#forget());
    network.addEventListener('back', () => this.#askAgain());
  }

  /** Reads the roster. */
  async meet() {
    const {key} = session;
    this.#metAt = Date.now();
    const roster = await all(`${ROUTING}/reps`);
    if (key === session.key) {
      this.reps = new Map(roster.map((rep) => [rep.repId, rep]));
      this.dispatchEvent(new Event('change'));
    }
  }

  rep(id) {
    const known = this.reps.get(id);
    if (id && !known && session.isKnown && Date.now() - this.#metAt > ROSTER_GOOD) {
      this.meet().catch(() => {});
    }
    return known?.name ?? (id ? `Rep ${short(id)}` : '');
  }

  /** What is known of a lead now; asks if nothing is. Null if it is not known, or not for this role. */
  lead(id) {
    if (!session.seesNames) {
      return null;
    }
    const known = this.#leads.get(id);
    if (known === undefined || Date.now() - known.askedAt > GOOD) {
      this.#want(id);
    }
    return known?.profile ?? null;
  }

  /** ASKED, FAILED, KNOWN, ERASED or UNKNOWN; undefined if nobody has looked yet. */
  status(id) {
    return this.#leads.get(id)?.status;
  }

  /** The name of a lead; null if it is not known, or not for this role. */
  name(id) {
    const profile = this.lead(id);
    if (profile === null) {
      return null;
    }
    const parts = [profile.givenName, profile.familyName].filter(Boolean).join(' ');
    return parts || profile.fullName || profile.email || profile.phone || null;
  }

  /** Whoever looks at this lead next asks anew. */
  doubt(id) {
    this.#leads.delete(id);
    this.dispatchEvent(new Event('change'));
  }

  #want(id) {
    const before = this.#leads.get(id);
    this.#leads.set(id, {status: 'ASKED', ...before, askedAt: Date.now()});
    this.#wanted.add(id);
    this.#timer ??= setTimeout(() => this.#ask(), GATHER);
  }

  async #ask() {
    this.#timer = null;
    const {key} = session;
    const ids = [...this.#wanted].slice(0, MOST_IDS);
    ids.forEach((id) => this.#wanted.delete(id));
    let leads;
    try {
      leads = (await post(`${INTAKE}/leads/lookups`, {ids})).items;
    } catch {
      // Without names the pages are as good as they are for those who may not see any.
      leads = ids.map((leadId) => ({leadId, ...this.#leads.get(leadId), status: 'FAILED'}));
    }
    if (key === session.key) {
      const askedAt = Date.now();
      leads.forEach((lead) => this.#leads.set(lead.leadId, {...lead, askedAt}));
      this.dispatchEvent(new Event('change'));
    }
    if (this.#wanted.size > 0) {
      this.#timer ??= setTimeout(() => this.#ask(), GATHER);
    }
  }

  #askAgain() {
    for (const [id, lead] of this.#leads) {
      if (lead.status === 'FAILED') {
        this.#leads.delete(id);
      }
    }
    this.dispatchEvent(new Event('change'));
  }

  #forget() {
    this.reps = new Map();
    this.#metAt = 0;
    this.#leads = new Map();
    this.#wanted = new Set();
  }
}

export const people = new People();

/** Renders a component anew when more names are known. */
export class Names {
  #host;
  #changed = () => this.#host.requestUpdate();

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    people.addEventListener('change', this.#changed);
  }

  hostDisconnected() {
    people.removeEventListener('change', this.#changed);
  }
}

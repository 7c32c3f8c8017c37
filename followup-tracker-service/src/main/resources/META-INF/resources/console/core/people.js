import {all, get, INTAKE, query, ROUTING} from './api.js';
import {short} from './format.js';
import {session} from './session.js';

const MOST_IDS = 100;
const GATHER = 20;

/** For how long a name is good: somebody may have been erased since. */
const GOOD = 60_000;

/**
 * Names of reps and leads, asked for when somebody looks and kept in memory only. Fires `change`
 * when more is known.
 */
class People extends EventTarget {
  reps = new Map();
  #leads = new Map();
  #wanted = new Set();
  #timer = null;

  constructor() {
    super();
    session.addEventListener('change', () => this.#forget());
  }

  /** Reads the roster. */
  async meet() {
    const roster = await all(`${ROUTING}/reps`);
    this.reps = new Map(roster.map((rep) => [rep.repId, rep]));
    this.dispatchEvent(new Event('change'));
  }

  rep(id) {
    return this.reps.get(id)?.name ?? (id ? `Rep ${short(id)}` : '');
  }

  /** What is known of a lead now; asks if nothing is. Null if it is not known, or not for this role. */
  lead(id) {
    const known = this.#leads.get(id);
    const isOld = known === undefined || Date.now() - known.askedAt > GOOD;
    if (isOld && session.seesNames) {
      this.#leads.set(id, {...known, askedAt: Date.now()});
      this.#wanted.add(id);
      this.#timer ??= setTimeout(() => this.#ask(), GATHER);
    }
    return known?.profile ?? null;
  }

  isErased(id) {
    return this.#leads.get(id)?.status === 'ERASED';
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
  }

  async #ask() {
    this.#timer = null;
    const ids = [...this.#wanted].slice(0, MOST_IDS);
    ids.forEach((id) => this.#wanted.delete(id));
    try {
      const answer = await get(`${INTAKE}/leads${query({id: ids})}`);
      const askedAt = Date.now();
      answer.items.forEach((lead) => this.#leads.set(lead.leadId, {...lead, askedAt}));
      this.dispatchEvent(new Event('change'));
    } catch {
      // Without names the pages are as good as they are for those who may not see any.
    }
    if (this.#wanted.size > 0) {
      this.#timer ??= setTimeout(() => this.#ask(), GATHER);
    }
  }

  #forget() {
    this.reps = new Map();
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

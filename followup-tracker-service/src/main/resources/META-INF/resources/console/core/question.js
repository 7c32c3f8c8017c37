import {FOLLOWUP, query} from './api.js';
import {date, utcDay} from './format.js';

const DAY = 24 * 60 * 60 * 1000;

/** What a list of numbers can be limited to. */
export const LIMITS = ['team', 'rep', 'source', 'campaign', 'grade'];

/** The periods offered: how many days of UTC, today included. */
export const PERIODS = {1: 'Today', 7: '7 days', 30: '30 days', 90: '90 days'};

/** Which days, and limited to what: the part of a question that a whole page shares. */
export class Question {
  /** @param chosen as the address has it */
  constructor(chosen, now = new Date()) {
    this.days = Number(chosen.days) in PERIODS ? Number(chosen.days) : 7;
    this.from = utcDay(new Date(now.getTime() - (this.days - 1) * DAY));
    this.to = utcDay(now);
    this.limits = Object.fromEntries(LIMITS.map((limit) => [limit, chosen[limit] ?? null]));
  }

  /** The address of a metric's answer. */
  metric(name, more = {}) {
    return `${FOLLOWUP}/metrics/${name}${query({...this.#said(), period: 'total', ...more})}`;
  }

  /** The address of the leads behind one of its numbers. */
  cycles(name, more = {}) {
    return `${FOLLOWUP}/metrics/${name}/cycles${query({...this.#said(), ...more})}`;
  }

  /** The periods of a line through time: hours of one day, else days. */
  get step() {
    return this.days === 1 ? 'hour' : 'day';
  }

  /** In words. */
  get period() {
    const from = date(`${this.from}T00:00:00Z`, 'UTC');
    const to = date(`${this.to}T00:00:00Z`, 'UTC');
    return this.from === this.to ? `${to}, UTC` : `${from} – ${to}, UTC`;
  }

  get key() {
    return JSON.stringify([this.from, this.to, this.limits]);
  }

  #said() {
    return {from: this.from, to: this.to, ...this.limits};
  }
}

import {html, nothing} from 'lit';
import {network} from './api.js';
import {clock} from './format.js';

/** Grey lines in place of what is not there yet. */
export const skeleton = (lines, look = '') =>
  html`<div class="skeleton ${look}" role="status">
    <span class="sr-only">Loading…</span>
    ${Array.from({length: lines}, () => html`<div></div>`)}
  </div>`;

/**
 * Fetches for a component, keeps what was fetched last while it fetches again, and asks for a
 * new rendering when something changed. Of two that overlap, the later one counts. What failed is
 * fetched again once Baton can be reached again.
 */
export class Load {
  value = null;
  problem = null;
  at = null;
  #host;
  #fetch;
  #running = null;
  #wanted = null;
  #every;
  #timer = null;
  #back = () => this.problem === null || this.run(...this.#wanted);

  /**
   * @param fetch gets what `run` was given, and at last an AbortSignal
   * @param every so many ms after each other it fetches the same again, while it can be seen;
   *     null: only when it is told to
   */
  constructor(host, fetch, {every = null} = {}) {
    this.#host = host;
    this.#fetch = fetch;
    this.#every = every;
    host.addController(this);
  }

  get isLoading() {
    return this.#running !== null;
  }

  async run(...wanted) {
    this.#running?.abort();
    const mine = new AbortController();
    this.#running = mine;
    this.#wanted = wanted;
    this.#host.requestUpdate();
    try {
      const value = await this.#fetch(...wanted, mine.signal);
      if (this.#running === mine) {
        this.value = value;
        this.problem = null;
        this.at = new Date();
      }
    } catch (problem) {
      if (this.#running === mine) {
        this.problem = problem;
      }
    } finally {
      if (this.#running === mine) {
        this.#running = null;
        this.#host.requestUpdate();
      }
    }
  }

  /** Forgets, because what is wanted now is something else. */
  clear() {
    this.#running?.abort();
    this.#running = null;
    this.#wanted = null;
    this.value = null;
    this.problem = null;
    this.at = null;
  }

  #refresh() {
    if (this.#wanted !== null && !this.isLoading && !document.hidden) {
      this.run(...this.#wanted);
    }
  }

  hostConnected() {
    network.addEventListener('back', this.#back);
    if (this.#every !== null) {
      this.#timer = setInterval(() => this.#refresh(), this.#every);
    }
  }

  hostDisconnected() {
    network.removeEventListener('back', this.#back);
    clearInterval(this.#timer);
    this.#running?.abort();
    this.#running = null;
  }

  #stale() {
    return html`<p class="banner" role="status">
      Not fetched anew: ${this.problem.message} Shown is what was known at ${clock(this.at)}.
    </p>`;
  }

  /** What there is; grey lines before that; the problem instead, if there is nothing older. */
  render(ready, {lines = 3, again = null} = {}) {
    if (this.value !== null) {
      return html`${this.problem === null ? nothing : this.#stale()} ${ready(this.value)}`;
    }
    if (this.problem !== null) {
      return html`<problem-note .problem=${this.problem} .again=${again}></problem-note>`;
    }
    return skeleton(lines);
  }
}

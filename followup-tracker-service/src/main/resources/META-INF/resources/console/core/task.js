import {html, nothing} from 'lit';

/**
 * What somebody has a component do, one at a time: whether it is being done, and why the last one
 * failed. Asks for a new rendering when that changes.
 */
export class Task {
  isBusy = false;
  problem = null;
  #host;

  constructor(host) {
    this.#host = host;
  }

  /** Does it, unless something else is being done. */
  async run(what) {
    if (this.isBusy) {
      return;
    }
    this.#become(true, this.problem);
    try {
      await what();
      this.#become(false, null);
    } catch (problem) {
      this.#become(false, problem);
    }
  }

  /** Something that it led to failed behind it. */
  fail(problem) {
    this.#become(this.isBusy, problem);
  }

  /** What failed is of no interest any more. */
  forget() {
    this.#become(this.isBusy, null);
  }

  #become(isBusy, problem) {
    this.isBusy = isBusy;
    this.problem = problem;
    this.#host.requestUpdate();
  }

  /** Why the last one failed, if it did. */
  note() {
    return this.problem === null ? nothing : html`<problem-note .problem=${this.problem}></problem-note>`;
  }
}

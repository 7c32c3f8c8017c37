import {html, nothing} from 'lit';
import {ask, get, INTAKE, post, query} from '../core/api.js';
import {moment, title, whole, words} from '../core/format.js';
import {Load} from '../core/load.js';
import {session} from '../core/session.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import './toast-line.js';

const FRESH = 10_000;
const PAGE = 50;
const REASONS = ['NOT_AN_INQUIRY', 'SPAM', 'TEST', 'UNREACHABLE'];

/** Fields that a person can fill in for what a submission should have said. */
const FIELDS = {
  email: 'E-mail',
  phone: 'Phone',
  givenName: 'First name',
  familyName: 'Last name',
  title: 'Job title',
  company: 'Company',
  country: 'Country, two letters',
  campaign: 'Campaign',
};

/** How asking the platform went, for what it tells of by number only. */
function fetching({fetching: of}) {
  return of ? `Asked ${whole(of.attempts)} times${of.failure ? `, the last time: ${words(of.failure)}` : ''}.` : '';
}

/** What of a source could not be used, and what can be done about it. */
class SourceQuarantine extends View {
  static properties = {
    source: {attribute: false},
    opened: {state: true},
  };

  #task = new Task(this);
  #waiting = new Load(this, (id, signal) => get(`${INTAKE}/quarantine${query({source: id, limit: PAGE})}`, {signal}), {every: FRESH});

  constructor() {
    super();
    this.opened = null;
  }

  willUpdate(changed) {
    if (changed.has('source')) {
      this.#waiting.run(this.source.id);
    }
  }

  get #maySee() {
    return session.is('marketing', 'admin');
  }

  /** Shows it with its body, for those who may see who leads are. */
  async #open(entry) {
    this.#task.forget();
    let body = null;
    let unseen = 'Its body tells who somebody is, which your role does not see.';
    if (this.#maySee) {
      try {
        body = await (await ask(`${INTAKE}/quarantine/${entry.submissionId}/body`, {headers: {Accept: '*/*'}})).text();
      } catch {
        unseen = 'Its body could not be read. Close this, and look again.';
      }
    }
    this.opened = {entry, body, unseen};
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  async #act(what) {
    if (this.#task.isBusy) {
      return;
    }
    await this.#task.run(async () => this.querySelector('toast-line').say(await what()));
    await this.#waiting.run(this.source.id);
  }

  /** A receipt that says quarantined again leaves the dialog open, with the reason. */
  async #settle(how, body) {
    const {entry} = this.opened;
    await this.#act(async () => {
      const receipt = await post(`${INTAKE}/quarantine/${entry.submissionId}/${how}`, body);
      if (receipt.outcome !== 'QUARANTINED') {
        this.querySelector('dialog').close();
        return `It is settled: ${words(receipt.outcome)}.`;
      }
      return `It stays: ${words(receipt.reason)}.`;
    });
  }

  #mend(event) {
    event.preventDefault();
    const lead = {};
    for (const [name, value] of new FormData(event.target)) {
      if (value.trim() !== '') {
        lead[name] = value.trim();
      }
    }
    this.#settle('mend', lead);
  }

  #replayAll() {
    this.#act(async () => {
      const sum = {released: 0, discarded: 0, quarantined: 0};
      let cursor = null;
      do {
        const run = await post(`${INTAKE}/quarantine/replay${query({source: this.source.id, cursor})}`);
        Object.keys(sum).forEach((name) => (sum[name] += run[name]));
        cursor = run.next ?? null;
      } while (cursor !== null);
      return `${whole(sum.released)} released, ${whole(sum.discarded)} are nothing, ${whole(sum.quarantined)} stay.`;
    });
  }

  render() {
    return html`
      ${this.opened === null ? this.#task.note() : nothing}
      ${this.#waiting.render((page) => this.#ready(page), {lines: 6})}
      <dialog aria-labelledby="quarantined-title" class="wide" @close=${() => (this.opened = null)}>
        ${this.opened ? this.#detail(this.opened) : nothing}
      </dialog>
      <toast-line></toast-line>
    `;
  }

  #ready({items, next}) {
    if (items.length === 0) {
      return html`<p class="card empty">Nothing waits. All that arrived could be used.</p>`;
    }
    return html`
      <div class="bar-actions">
        <span class="quiet">${next ? `The oldest ${PAGE} are shown.` : nothing}</span>
        <button ?disabled=${this.#task.isBusy} @click=${() => this.#replayAll()}>Read all again</button>
      </div>
      <div class="card scroll" tabindex="0" role="region" aria-label="Quarantine">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Campaign</th>
              <th scope="col" class="n">Bytes</th>
              <th scope="col" class="n">Arrived</th>
              <th scope="col"><span class="sr-only">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (entry) => html`<tr>
                <td>
                  ${title(entry.reason)}${entry.row ? html`, row ${whole(entry.row)} of a list` : nothing}
                  <small class="quiet">${entry.explanation} ${fetching(entry)}</small>
                </td>
                <td>${entry.campaign ?? ''}</td>
                <td class="n">${whole(entry.size)}</td>
                <td class="n">${moment(entry.arrivedAt)}</td>
                <td class="n"><button @click=${() => this.#open(entry)}>${this.#maySee ? 'Look and mend' : 'Look'}</button></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #discard() {
    const reason = this.querySelector('#discard-reason').value;
    if (reason !== '') {
      this.#settle('discard', {reason});
    }
  }

  #detail({entry, body, unseen}) {
    return html`<h2 id="quarantined-title">${title(entry.reason)}</h2>
      <p>${entry.explanation} ${fetching(entry)}</p>
      ${body === null
        ? html`<p class="quiet">${unseen}</p>`
        : html`<pre class="body" tabindex="0" aria-label="Body">${body}</pre>`}
      ${this.#task.note()}
      ${this.#maySee
        ? html`<form class="fields" @submit=${this.#mend}>
            <h3>What it should have said</h3>
            ${Object.entries(FIELDS).map(
              ([name, label]) => html`<label>${label} <input name=${name} autocomplete="off"></label>`,
            )}
            <button class="main" ?disabled=${this.#task.isBusy}>Mend it</button>
          </form>`
        : nothing}
      <div class="dialog-actions">
        <button class="plain" @click=${() => this.querySelector('dialog').close()}>Close</button>
        <button ?disabled=${this.#task.isBusy} @click=${() => this.#settle('replay')}>Read it again</button>
        <label class="inline"
          ><span>It is</span>
          <select id="discard-reason" ?disabled=${this.#task.isBusy}>
            <option value="">…</option>
            ${REASONS.map((reason) => html`<option value=${reason}>${words(reason)}</option>`)}
          </select>
        </label>
        <button ?disabled=${this.#task.isBusy} @click=${() => this.#discard()}>Discard it</button>
      </div>`;
  }
}

customElements.define('source-quarantine', SourceQuarantine);

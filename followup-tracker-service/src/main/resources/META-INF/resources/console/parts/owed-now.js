import {html, nothing} from 'lit';
import {clock, distance, moment, whole} from '../core/format.js';
import {skeleton} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {address} from '../core/place.js';
import {Ticker} from '../core/ticker.js';
import {View} from '../core/view.js';
import {leadTitle} from './lead-title.js';

const OWED = {
  ACCEPTANCE: 'Accept or reject',
  FIRST_TOUCH: 'First touch',
  FOLLOW_UP: 'Touch by anybody',
};

const WHICH = {OPEN: 'owed', SOON: 'within the hour', LATE: 'late'};

/** What is owed and what is late, as it is at this moment. */
class OwedNow extends View {
  static properties = {owed: {attribute: false}, isLive: {type: Boolean}, problem: {attribute: false}};

  constructor() {
    super();
    new Ticker(this);
    new Names(this);
  }

  render() {
    return html`<section class="card wide" aria-labelledby="owed-title">
      <header class="card-head">
        <h2 id="owed-title">Owed now</h2>
        <span class="live" data-live=${this.isLive}>
          ${this.isLive ? 'live' : 'connecting…'}
        </span>
      </header>
      ${this.#content()}
    </section>`;
  }

  #content() {
    if (this.owed) {
      return this.#ready(this.owed);
    }
    return this.problem
      ? html`<problem-note .problem=${this.problem}></problem-note>`
      : skeleton(2);
  }

  #ready(owed) {
    const late = new Map(owed.late.map((one) => [one.kind, one.count]));
    const isQuiet = owed.open.every((one) => one.count === 0) && owed.late.every((one) => one.count === 0);
    return html`
      <table class="owed">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" class="n">Owed</th>
            <th scope="col" class="n">Within the hour</th>
            <th scope="col" class="n">Late</th>
          </tr>
        </thead>
        <tbody>
          ${owed.open.map(
            (one) => html`<tr>
              <th scope="row">${OWED[one.kind]}</th>
              <td class="n">${this.#number(one.kind, 'OPEN', one.count)}</td>
              <td class="n">${this.#number(one.kind, 'SOON', one.dueWithinHour)}</td>
              <td class="n" data-late=${(late.get(one.kind) ?? 0) > 0}>
                ${this.#number(one.kind, 'LATE', late.get(one.kind) ?? 0)}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${isQuiet
        ? html`<p class="empty">Nobody owes anything at this moment.</p>`
        : html`<div class="owed-lists">
            ${this.#list('Late', owed.lateNow, true)} ${this.#list('Due next', owed.next, false)}
          </div>`}
      <p class="metric-note quiet">
        All leads, whatever period is chosen; counted are assignments, and leads where anybody owes a touch;
        late is what is owed still after its deadline · as of ${clock(owed.at)}
      </p>
    `;
  }

  #number(kind, which, count) {
    return html`<button
      class="number"
      ?disabled=${count === 0}
      @click=${() => this.tell('open-leads', {owed: {kind, which}, count, title: `${OWED[kind]}: ${WHICH[which]}`})}
    >
      ${whole(count)}
    </button>`;
  }

  #list(name, entries, isLate) {
    return html`<div>
      <h3>${name}</h3>
      ${entries.length === 0
        ? html`<p class="empty">${isLate ? 'Nothing is late.' : 'Nothing falls due.'}</p>`
        : html`<ul class="due-list">
            ${entries.slice(0, 6).map(
              (entry) => html`<li>
                <a href=${address('leads', entry.leadId)}>${leadTitle(entry)}</a>
                <span class="quiet">
                  ${OWED[entry.kind]}${entry.repId ? html` · ${entry.repName ?? people.rep(entry.repId)}` : nothing}
                </span>
                <time
                  class="countdown"
                  data-late=${isLate}
                  datetime=${entry.dueAt}
                  title=${moment(entry.dueAt)}
                  >${distance(entry.dueAt)}</time
                >
              </li>`,
            )}
          </ul>`}
    </div>`;
  }
}

customElements.define('owed-now', OwedNow);

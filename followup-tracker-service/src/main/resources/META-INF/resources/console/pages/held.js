import {html, nothing} from 'lit';
import {mayHaveHappened} from '../core/activities.js';
import {get, post, ROUTING} from '../core/api.js';
import {clock, duration, moment, whole, words} from '../core/format.js';
import {Load} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {address} from '../core/place.js';
import {session} from '../core/session.js';
import {Ticker} from '../core/ticker.js';
import {uuid} from '../core/uuid.js';
import {View} from '../core/view.js';
import {leadTitle} from '../parts/lead-title.js';
import '../parts/toast-line.js';

const FRESH = 5_000;
const PAGE = 100;

const REASONS = {
  NO_CAPACITY: 'Everybody in the pool holds as much as agreed.',
  NOBODY_AT_WORK: 'Everybody in the pool is away or off duty.',
  NOBODY_ACTIVE: 'Nobody in the pool takes leads at present.',
  EMPTY_POOL: 'The pool has no reps.',
  EVERYBODY_HAD_IT: 'Everybody in the pool had it before.',
  NO_MANAGER: 'Its last owner has no manager who could take it.',
};

/** Leads that wait because nobody fits, in the order in which they will be served. */
class HeldPage extends View {
  static properties = {giving: {state: true}, problem: {state: true}};

  #most = PAGE;
  #held = new Load(this, async (most, signal) => {
    const items = [];
    let next = null;
    do {
      const page = await get(`${ROUTING}/held?limit=${PAGE}${next ? `&cursor=${next}` : ''}`, {signal});
      items.push(...page.items);
      next = page.next;
    } while (next && items.length < most);
    return {items, hasMore: Boolean(next)};
  }, {every: FRESH});

  constructor() {
    super();
    this.giving = null;
    this.problem = null;
    new Names(this);
    new Ticker(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#held.run(this.#most);
  }

  get #mayGive() {
    return session.is('manager', 'ops', 'admin');
  }

  async #reroute() {
    try {
      const {moved} = await post(`${ROUTING}/held/reroute`);
      this.querySelector('toast-line').say(
        moved === 1 ? 'One lead went elsewhere.' : `${whole(moved)} leads went elsewhere.`,
      );
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.#held.run(this.#most);
  }

  async #ask(lead) {
    this.problem = null;
    this.giving = {lead, once: uuid()};
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  async #give(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const {lead, once} = this.giving;
    const repId = form.get('rep');
    const wanted = {repId, cycleId: lead.cycleId, beyondCapacity: form.get('beyond') !== null};
    try {
      await post(`${ROUTING}/leads/${lead.leadId}/assignments`, wanted, {once});
      this.querySelector('dialog').close();
      this.querySelector('toast-line').say(`${leadTitle(lead)} went to ${people.rep(repId)}.`);
      this.#held.run(this.#most);
    } catch (problem) {
      this.problem = problem;
      this.giving = {lead, once: mayHaveHappened(problem) ? once : uuid()};
    }
  }

  render() {
    return html`
      <header class="page-head">
        <div>
          <h1>Held</h1>
          <p class="quiet">
            Leads that wait because nobody fits, in the order in which they will be served
            ${this.#held.at ? html`· as of ${clock(this.#held.at)}` : nothing}
          </p>
        </div>
        ${this.#mayGive && this.#held.value?.items.length
          ? html`<button @click=${this.#reroute}>Route all again</button>`
          : nothing}
      </header>
      ${this.problem && this.giving === null
        ? html`<problem-note .problem=${this.problem}></problem-note>`
        : nothing}
      ${this.#held.render((held) => this.#ready(held), {lines: 8, again: () => this.#held.run(this.#most)})}
      <dialog aria-labelledby="give-title" @close=${() => (this.giving = null)}>
        ${this.giving ? this.#form(this.giving.lead) : nothing}
      </dialog>
      <toast-line></toast-line>
    `;
  }

  #ready({items, hasMore}) {
    if (items.length === 0) {
      return html`<p class="card empty">No lead waits. Everybody who qualified has an owner.</p>`;
    }
    const byReason = Map.groupBy ? Map.groupBy(items, (item) => item.reason) : group(items);
    return html`
      <ul class="tallies">
        ${[...byReason].map(
          ([reason, of]) => html`<li class="card">
            <strong>${whole(of.length)}</strong> ${REASONS[reason] ?? words(reason)}
            ${hasMore ? html`<span class="quiet">Of the first ${whole(items.length)}.</span>` : nothing}
          </li>`,
        )}
      </ul>
      <div class="card scroll" tabindex="0" role="region" aria-label="Held leads">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Lead</th>
              <th scope="col">Grade</th>
              <th scope="col">Pool</th>
              <th scope="col">Waits for</th>
              <th scope="col">Passed over</th>
              <th scope="col" class="n">Waits since</th>
              ${this.#mayGive ? html`<th scope="col"><span class="sr-only">Actions</span></th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${items.map((item) => this.#row(item))}
          </tbody>
        </table>
      </div>
      ${hasMore
        ? html`<button class="more" @click=${() => this.#held.run((this.#most += PAGE))}>Show more</button>`
        : nothing}
    `;
  }

  #row(item) {
    return html`<tr>
      <th scope="row">
        <a href=${address('leads', item.leadId)}>${leadTitle(item)}</a>
        <small class="quiet">${item.campaign ?? item.source}</small>
      </th>
      <td>${item.grade ?? ''}</td>
      <td>${item.pool}</td>
      <td>${REASONS[item.reason] ?? words(item.reason)}</td>
      <td>${passedOver(item.considered)}</td>
      <td class="n">
        ${moment(item.heldSince)}
        <small class="quiet">${duration(Date.now() - Date.parse(item.heldSince))}</small>
      </td>
      ${this.#mayGive
        ? html`<td class="n"><button @click=${() => this.#ask(item)}>Give to…</button></td>`
        : nothing}
    </tr>`;
  }

  #form(lead) {
    const reps = [...people.reps.values()]
      .filter((rep) => rep.active)
      .sort((a, b) => a.name.localeCompare(b.name));
    return html`<form @submit=${this.#give}>
      <h2 id="give-title">Give ${leadTitle(lead)} to</h2>
      <label for="give-rep">Rep</label>
      <select id="give-rep" name="rep" required>
        ${reps.map((rep) => html`<option value=${rep.repId}>${rep.name}${rep.team ? `, ${rep.team}` : ''}</option>`)}
      </select>
      <label class="check"><input type="checkbox" name="beyond"> Beyond capacity, if need be</label>
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      <div class="dialog-actions">
        <button type="button" class="plain" @click=${() => this.querySelector('dialog').close()}>Cancel</button>
        <button class="main">Give</button>
      </div>
    </form>`;
  }
}

function group(items) {
  const groups = new Map();
  items.forEach((item) => groups.set(item.reason, [...(groups.get(item.reason) ?? []), item]));
  return groups;
}

/** The first few by name, the others as a number. */
function passedOver(considered) {
  const named = considered?.skipped ?? [];
  const others = (considered?.candidates ?? 0) - Math.min(2, named.length);
  return html`${named
    .slice(0, 2)
    .map((one) => html`<span class="pair">${people.rep(one.repId)} <small class="quiet">${words(one.reason)}</small></span>`)}
  ${others > 0 && named.length > 2 ? html`<small class="quiet">and ${others} more</small>` : nothing}`;
}

customElements.define('held-page', HeldPage);

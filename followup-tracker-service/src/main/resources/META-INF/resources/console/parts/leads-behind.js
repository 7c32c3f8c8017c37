import {html, nothing} from 'lit';
import {FOLLOWUP, get, query} from '../core/api.js';
import {duration, moment, title, whole} from '../core/format.js';
import {Load} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {address} from '../core/place.js';
import {View} from '../core/view.js';
import {describe, leadTitle} from './lead-title.js';

const PAGE = 50;

/** The leads behind a number, in a dialog. */
class LeadsBehind extends View {
  static properties = {wanted: {state: true}, items: {state: true}};

  #question = null;
  #next = null;
  /** A page can be empty and have a next one: only so much is looked at for each. */
  #page = new Load(this, async (address, cursor, signal) => {
    let page = await get(address(cursor), {signal});
    while (page.items.length === 0 && page.next) {
      page = await get(address(page.next), {signal});
    }
    this.items = [...this.items, ...page.items];
    this.#next = page.next;
    return page;
  });

  constructor() {
    super();
    this.wanted = null;
    this.items = [];
    new Names(this);
  }

  /** @param wanted the metric and which number of it, or what is owed; and what to call it */
  open(question, wanted) {
    this.#question = question;
    this.wanted = wanted;
    this.items = [];
    this.#page.clear();
    this.#fetch(null);
    this.querySelector('dialog').showModal();
  }

  #fetch(cursor) {
    const {metric, of, limits, owed} = this.wanted;
    const question = this.#question;
    const address = (from) =>
      owed
        ? `${FOLLOWUP}/owed/leads${query({...owed, limit: PAGE, cursor: from})}`
        : question.cycles(metric, {of, ...limits, limit: PAGE, cursor: from});
    this.#page.run(address, cursor);
  }

  render() {
    const close = () => this.querySelector('dialog').close();
    return html`<dialog class="sheet" aria-labelledby="behind-title" @click=${this.#clicked}>
      ${this.wanted === null
        ? nothing
        : html`<header>
              <div>
                <h2 id="behind-title">${this.wanted.title}</h2>
                <p class="quiet">
                  ${whole(this.wanted.count)} · ${this.wanted.owed ? 'now, whatever period is chosen' : this.#question.period}
                </p>
              </div>
              <button class="plain" @click=${close}>Close</button>
            </header>
            ${this.#page.render(() => this.#table(), {
              lines: 8,
              again: () => this.#fetch(this.#next),
            })}`}
    </dialog>`;
  }

  #table() {
    if (this.items.length === 0) {
      return html`<p class="empty">No lead is behind this number any more.</p>`;
    }
    const hasValues = this.items.some((item) => item.value !== undefined && item.value !== null);
    const hasReps = this.items.some((item) => item.repId);
    const isOwed = Boolean(this.wanted.owed);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Leads behind the number">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Lead</th>
              <th scope="col">Campaign</th>
              <th scope="col">Grade</th>
              ${hasReps ? html`<th scope="col">Rep</th>` : nothing}
              ${isOwed ? nothing : html`<th scope="col">State now</th>`}
              ${hasValues ? html`<th scope="col" class="n">Took</th>` : nothing}
              <th scope="col" class="n">${isOwed ? 'Due' : 'When'}</th>
            </tr>
          </thead>
          <tbody>
            ${this.items.map(
              (item) => html`<tr>
                <td>
                  <a href=${address('leads', item.leadId)}>${leadTitle(item)}</a>
                  <small class="quiet">${describe(item) ?? ''}</small>
                </td>
                <td>${item.campaign ?? item.source ?? ''}</td>
                <td>${item.grade ?? ''}</td>
                ${hasReps
                  ? html`<td>${item.repId ? (item.repName ?? people.rep(item.repId)) : ''}</td>`
                  : nothing}
                ${isOwed ? nothing : html`<td>${title(item.state)}</td>`}
                ${hasValues ? html`<td class="n">${duration(item.value)}</td>` : nothing}
                <td class="n">${moment(item.dueAt ?? item.at)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.#next
        ? html`<button
            class="more"
            ?disabled=${this.#page.isLoading}
            @click=${() => this.#fetch(this.#next)}
          >
            ${this.#page.isLoading ? 'Loading…' : 'Show more'}
          </button>`
        : nothing}`;
  }

  /** A click beside the dialog, or on a link in it, closes it. */
  #clicked(event) {
    const dialog = this.querySelector('dialog');
    if (event.target === dialog || event.target.closest('a')) {
      dialog.close();
    }
  }
}

customElements.define('leads-behind', LeadsBehind);

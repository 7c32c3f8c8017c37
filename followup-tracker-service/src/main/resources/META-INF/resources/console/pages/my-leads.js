import {html, nothing} from 'lit';
import {FOLLOWUP, query} from '../core/api.js';
import {COMMANDS} from '../core/activities.js';
import {distance, duration, hourAndMinute, milliseconds, moment, place as placeOf, title, whole} from '../core/format.js';
import {Keys} from '../core/keys.js';
import {skeleton} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {address, place} from '../core/place.js';
import {session} from '../core/session.js';
import {Stream} from '../core/stream.js';
import {Ticker} from '../core/ticker.js';
import {View} from '../core/view.js';
import {leadSubtitle, leadTitle} from '../parts/lead-title.js';
import '../parts/contact-card.js';
import '../parts/lead-commands.js';
import '../parts/toast-line.js';

const PRIORITIES = {
  LATE: 'Late',
  DUE: 'Owed next',
  WORKING: 'In work',
};

const OWED = {ACCEPTANCE: 'accept or reject', FIRST_TOUCH: 'first touch'};

/** How long it takes to see that the lead is another one. */
const AIM = 1_000;

/** A rep's open leads by priority: what is owed, until when in the rep's own time, and why. */
class MyLeadsPage extends View {
  static properties = {list: {state: true}, chosenId: {state: true}};

  #ahead = 0;
  #movedAt = 0;
  #stream = new Stream(this, (name, data) => this.#hear(name, data));
  #moved = () => this.#settle();

  constructor() {
    super();
    this.list = null;
    this.chosenId = null;
    new Ticker(this);
    new Names(this);
    new Keys(this, {
      j: {what: 'Next lead', repeats: true, run: () => this.#step(1)},
      ArrowDown: {repeats: true, run: () => this.#step(1)},
      k: {what: 'Lead before', repeats: true, run: () => this.#step(-1)},
      ArrowUp: {repeats: true, run: () => this.#step(-1)},
      o: {what: 'Open the lead', run: () => this.#open()},
      ...Object.fromEntries(
        (session.is('rep') ? COMMANDS : []).map((command) => [
          command.key,
          {what: command.name.replace('…', ''), run: () => this.#press(command.key)},
        ]),
      ),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    place.addEventListener('change', this.#moved);
    this.#settle();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    place.removeEventListener('change', this.#moved);
  }

  /** Whose leads: of whom the key is, or of whom was chosen. */
  get repId() {
    return session.is('rep') && session.me.subject ? session.me.subject : (place.chosen.rep ?? null);
  }

  get chosen() {
    const items = this.list?.items ?? [];
    return items.find((item) => item.assignmentId === this.chosenId) ?? items[0] ?? null;
  }

  #settle() {
    if (this.list !== null && this.list.repId !== this.repId) {
      this.list = null;
      this.chosenId = null;
    }
    this.#stream.listen(
      this.repId === null ? null : `${FOLLOWUP}/worklist/stream${query({repId: this.repId})}`,
    );
    this.requestUpdate();
  }

  #hear(name, data) {
    if (name === 'worklist') {
      this.#ahead = Date.parse(data.at) - Date.now();
      const before = this.chosen;
      this.list = data;
      this.chosenId = this.#stay(before, data.items);
      if (before !== null && this.chosenId !== before.assignmentId) {
        this.#movedAt = Date.now();
      }
    }
  }

  /** The one that was chosen, wherever it stands now; once it is gone, the first. */
  #stay(before, items) {
    const isThere = items.some((item) => item.assignmentId === before?.assignmentId);
    return isThere ? before.assignmentId : (items[0]?.assignmentId ?? null);
  }

  async #step(by) {
    const items = this.list?.items ?? [];
    const index = items.indexOf(this.chosen) + by;
    if (index >= 0 && index < items.length) {
      this.chosenId = items[index].assignmentId;
      await this.updateComplete;
      this.querySelector('.work-list [aria-current=true]')?.scrollIntoView({block: 'nearest'});
    }
  }

  #open() {
    if (this.chosen !== null) {
      location.hash = address('leads', this.chosen.leadId);
    }
  }

  /** Not at once after another lead came under the keys by itself. */
  #press(key) {
    if (Date.now() - this.#movedAt < AIM) {
      return;
    }
    this.querySelector('lead-commands')?.press(key);
  }

  #recorded(event) {
    const {command, item} = event.detail;
    this.querySelector('toast-line').say(`${command.done}: ${leadTitle(item)}`);
  }

  #gone(event) {
    this.querySelector('toast-line').say(`No longer on this list: ${leadTitle(event.detail)}`);
  }

  render() {
    return html`
      <header class="page-head">
        <div>
          <h1>${this.#isOwn() ? 'My leads' : 'Leads of a rep'}</h1>
          ${this.list ? this.#status(this.list) : nothing}
        </div>
        ${this.#isOwn() ? nothing : this.#choice()}
      </header>
      ${this.repId === null
        ? html`<p class="card empty">Choose a rep, whose open leads are shown here.</p>`
        : this.list === null
          ? this.#stream.problem !== null
            ? html`<problem-note .problem=${this.#stream.problem}></problem-note>`
            : skeleton(3, 'card')
          : this.#lists(this.list)}
      <toast-line></toast-line>
    `;
  }

  #isOwn() {
    return session.is('rep') && Boolean(session.me.subject);
  }

  #choice() {
    const reps = [...people.reps.values()].sort((a, b) => a.name.localeCompare(b.name));
    return html`<label class="inline">
      Rep
      <select @change=${(event) => place.choose({rep: event.target.value || null})}>
        <option value="">Choose…</option>
        ${reps.map(
          (rep) => html`<option value=${rep.repId} ?selected=${rep.repId === this.repId}>
            ${rep.name}
          </option>`,
        )}
      </select>
    </label>`;
  }

  #status(list) {
    const shown = list.items.length < list.total ? `, the first ${whole(list.items.length)} shown` : '';
    return html`<p class="quiet">
      ${list.repName} · ${whole(list.total)} open${shown} ·
      ${hourAndMinute(Date.now() + this.#ahead, list.zone)} in ${placeOf(list.zone)}, ${list.atWork ? 'at work' : 'off duty'} ·
      <span class="live" data-live=${this.#stream.isLive}>${this.#stream.isLive ? 'live' : 'connecting…'}</span>
    </p>`;
  }

  #lists(list) {
    if (list.items.length === 0) {
      return html`<p class="card empty">
        No open lead. The next one shows up here by itself as soon as routing gives it.
      </p>`;
    }
    const chosen = this.chosen;
    return html`<div class="work" @lead-recorded=${this.#recorded} @lead-gone=${this.#gone}>
      <div class="work-list">
        ${Object.entries(PRIORITIES).map(([priority, name]) => {
          const items = list.items.filter((item) => item.priority === priority);
          return items.length === 0
            ? nothing
            : html`<section aria-label=${name}>
                <h2>${name} <span class="quiet">${whole(items.length)}</span></h2>
                <ul>
                  ${items.map((item) => this.#row(item, list, item === chosen))}
                </ul>
              </section>`;
        })}
      </div>
      ${chosen ? this.#detail(chosen, list) : nothing}
    </div>`;
  }

  #row(item, list, isChosen) {
    const due = item.deadlines.find((deadline) => deadline.state === 'OPEN') ?? lateOne(item);
    return html`<li>
      <button
        class="work-row"
        aria-current=${isChosen}
        @click=${() => (this.chosenId = item.assignmentId)}
      >
        <span class="grade" data-grade=${item.grade}>${item.grade ?? '·'}</span>
        <span class="work-who">
          <strong>${leadTitle(item)}</strong>
          <small class="quiet">${leadSubtitle(item)}</small>
        </span>
        ${due
          ? html`<span class="work-due">
              <time class="countdown" data-late=${item.priority === 'LATE'} datetime=${due.dueAt}
                >${distance(due.dueAt, Date.now() + this.#ahead)}</time
              >
              <small class="quiet">${OWED[due.kind]}</small>
            </span>`
          : html`<span class="work-due"><small class="quiet">${title(item.stage)}</small></span>`}
      </button>
    </li>`;
  }

  #detail(item, list) {
    return html`<article class="card work-detail" aria-labelledby="chosen-title">
      <header>
        <h2 id="chosen-title"><a href=${address('leads', item.leadId)}>${leadTitle(item)}</a></h2>
        <p class="quiet">
          ${title(item.stage)} · grade ${item.grade ?? 'unknown'}, score ${item.score ?? 'unknown'} ·
          ${item.campaign ?? item.source}
        </p>
      </header>
      ${session.is('rep')
        ? html`<lead-commands .item=${item} .repId=${list.repId} .ahead=${this.#ahead}></lead-commands>`
        : nothing}
      <ul class="deadlines">
        ${item.deadlines.map((deadline) => this.#deadline(deadline, list.zone))}
      </ul>
      <h3>Why it is ready</h3>
      <ul class="sentences">
        ${item.reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>
      <h3>Why it came to ${this.#isOwn() ? 'you' : list.repName}</h3>
      <ul class="sentences">
        ${item.why.map((reason) => html`<li>${reason}</li>`)}
      </ul>
      <h3>Contact</h3>
      <contact-card .leadId=${item.leadId}></contact-card>
    </article>`;
  }

  #deadline(deadline, zone) {
    const left = milliseconds(deadline.workingTimeLeft);
    const now = Date.now() + this.#ahead;
    const isSame = left !== null && Math.abs(Date.parse(deadline.dueAt) - now - left) < 60_000;
    return html`<li data-state=${deadline.state}>
      <span>${title(OWED[deadline.kind])}</span>
      <span class="n">
        ${moment(deadline.dueAt, zone)}
        <span class="state" data-state=${deadline.state}>
          ${deadline.state === 'OPEN' ? distance(deadline.dueAt, now) : title(deadline.state)}
        </span>
        ${deadline.state === 'OPEN' && left !== null && !isSame
          ? html`<small class="quiet">${duration(left)} of working time</small>`
          : nothing}
      </span>
    </li>`;
  }
}

function lateOne(item) {
  return item.priority === 'LATE'
    ? item.deadlines.find((deadline) => deadline.state === 'BREACHED')
    : null;
}

customElements.define('my-leads-page', MyLeadsPage);

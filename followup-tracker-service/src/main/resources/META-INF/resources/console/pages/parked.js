import {html, nothing} from 'lit';
import {get, post, SERVICES} from '../core/api.js';
import {clock, moment, short, whole} from '../core/format.js';
import {Load} from '../core/load.js';
import {address} from '../core/place.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import '../parts/toast-line.js';

const FRESH = 10_000;
const OF_LEADS = ['baton.intake', 'baton.qualification', 'baton.routing', 'baton.followup', 'baton.activity'];
const PAGE = 100;

/** Events that a service could not apply, and events that never came. */
class ParkedPage extends View {
  static properties = {discarding: {state: true}};

  #task = new Task(this);
  #state = new Load(
    this,
    (signal) =>
      Promise.all(
        Object.entries(SERVICES).map(async ([name, path]) => {
          try {
            const [parked, gaps] = await Promise.all([
              get(`${path}/parked`, {signal}),
              get(`${path}/event-log/gaps`, {signal}),
            ]);
            return {name, path, parked: parked.items, gaps: gaps.items, problem: null};
          } catch (problem) {
            return {name, path, parked: [], gaps: [], problem};
          }
        }),
      ),
    {every: FRESH},
  );

  constructor() {
    super();
    this.discarding = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#state.run();
  }

  async #deal(path, event, how, done) {
    if (this.#task.isBusy) {
      return;
    }
    await this.#task.run(async () => {
      await post(`${path}/parked/${event.id}/${how}`);
      this.querySelector('toast-line').say(done);
    });
    this.querySelector('dialog').close();
    await this.#state.run();
  }

  async #ask(path, event) {
    this.discarding = {path, event};
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`
      <header class="page-head">
        <div>
          <h1>Parked</h1>
          <p class="quiet">
            Events that a service could not apply; what follows about the same subject waits behind them
            ${this.#state.at ? html`· as of ${clock(this.#state.at)}` : nothing}
          </p>
        </div>
      </header>
      ${this.#task.note()}
      ${this.#state.render((services) => this.#ready(services), {lines: 6})}
      <dialog aria-labelledby="discard-title" @close=${() => (this.discarding = null)}>
        ${this.discarding ? this.#question(this.discarding) : nothing}
      </dialog>
      <toast-line></toast-line>
    `;
  }

  #ready(services) {
    const isQuiet = services.every((one) => one.problem === null && one.parked.length === 0 && one.gaps.length === 0);
    if (isQuiet) {
      return html`<p class="card empty">
        Nothing is parked and no event is missing, in any of the four services.
      </p>`;
    }
    return services.map(
      (service, i) => html`<section class="card" aria-labelledby="parked-${i}">
        <h2 id="parked-${i}">${service.name}</h2>
        ${service.problem ? html`<problem-note .problem=${service.problem} .again=${() => this.#state.run()}></problem-note>` : this.#service(service)}
      </section>`,
    );
  }

  #service(service) {
    if (service.parked.length === 0 && service.gaps.length === 0) {
      return html`<p class="empty">Nothing is parked, no event is missing.</p>`;
    }
    return html`${service.parked.length > 0 ? this.#parked(service) : nothing}
    ${service.gaps.length > 0 ? this.#gaps(service) : nothing}`;
  }

  #parked({name, path, parked}) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Parked events of ${name}">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">About</th>
              <th scope="col">Cause</th>
              <th scope="col" class="n">Parked</th>
              <th scope="col"><span class="sr-only">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            ${parked.map(
              (event) => html`<tr>
                <td>${event.type ?? 'unreadable'} <small class="quiet">${event.topic}${event.sequence ? `, number ${event.sequence}` : ''}</small></td>
                <td>${event.subject ? about(event) : nothing}</td>
                <td class="cause">${event.cause}</td>
                <td class="n">${moment(event.parkedAt)}</td>
                <td class="n">
                  <button ?disabled=${this.#task.isBusy} @click=${() => this.#deal(path, event, 'replay', 'Applied; what waited behind it goes on.')}>Replay</button>
                  <button class="plain" ?disabled=${this.#task.isBusy} @click=${() => this.#ask(path, event)}>Discard…</button>
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${parked.length === PAGE ? html`<p class="quiet">The oldest ${PAGE} are shown.</p>` : nothing}`;
  }

  #gaps({name, gaps}) {
    return html`<h3>Missing events <span class="quiet">${whole(gaps.length)}</span></h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Missing events of ${name}">
        <table class="list">
          <thead><tr><th scope="col">Topic</th><th scope="col">About</th><th scope="col" class="n">Numbers</th></tr></thead>
          <tbody>
            ${gaps.map(
              (gap) => html`<tr>
                <td>${gap.topic}</td>
                <td>${about(gap)}</td>
                <td class="n">${gap.first === gap.last ? gap.first : `${gap.first} – ${gap.last}`}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #question({path, event}) {
    return html`<form method="dialog">
      <h2 id="discard-title">Give this event up?</h2>
      <p>
        ${event.type} counts as dealt with, although it was never applied, and its content is deleted. What waits
        behind it goes on.
      </p>
      <div class="dialog-actions">
        <button class="plain">Keep it</button>
        <button type="button" class="main danger" @click=${() => this.#deal(path, event, 'discard', 'Discarded.')}>Discard</button>
      </div>
    </form>`;
  }
}

/** Not every event is about a lead: the roster's are about reps. */
function about({topic, subject}) {
  return OF_LEADS.includes(topic)
    ? html`<a href=${address('leads', subject)}>${short(subject)}</a>`
    : short(subject);
}

customElements.define('parked-page', ParkedPage);

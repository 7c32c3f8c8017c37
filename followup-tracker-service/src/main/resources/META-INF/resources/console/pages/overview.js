import {html, nothing} from 'lit';
import {FOLLOWUP, get} from '../core/api.js';
import {Load} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {place} from '../core/place.js';
import {LIMITS, PERIODS, Question} from '../core/question.js';
import {Stream} from '../core/stream.js';
import {View} from '../core/view.js';
import '../parts/breakdown-table.js';
import '../parts/lead-funnel.js';
import '../parts/leads-behind.js';
import '../parts/measure-cards.js';
import '../parts/owed-now.js';
import '../parts/trend-chart.js';

/** Numbers are fetched anew when something changed, at most this often. */
const REST = 4_000;

/** How the hand-off goes: what came, what became of it, who owes what now. */
class OverviewPage extends View {
  static properties = {owed: {state: true}};

  #question = new Question(place.chosen);
  #stream = new Stream(this, (name, data) => this.#hear(name, data));
  #timer = null;
  #moved = () => this.#ask();
  #constants = new Load(this, async (signal) => {
    const [definitions, figures] = await Promise.all([
      get(`${FOLLOWUP}/metrics`, {signal}),
      get(`${FOLLOWUP}/published-figures`, {signal}),
    ]);
    return {definitions: new Map(definitions.map((one) => [one.name, one])), figures: figures.items ?? figures};
  });
  #numbers = new Load(this, async (question, signal) => {
    const names = ['funnel', 'follow-up-rate', 'ignored-rate', 'acceptance-rate', 'breach-rate'];
    names.push('speed-to-lead', 'time-to-action', 'rejections');
    const answers = await Promise.all(names.map((name) => get(question.metric(name), {signal})));
    return Object.fromEntries(names.map((name, i) => [name, answers[i]]));
  });

  constructor() {
    super();
    this.owed = null;
    new Names(this);
  }

  connectedCallback() {
    super.connectedCallback();
    place.addEventListener('change', this.#moved);
    this.#constants.run();
    this.#ask();
    this.#stream.listen(`${FOLLOWUP}/owed/stream`);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    place.removeEventListener('change', this.#moved);
    clearTimeout(this.#timer);
  }

  #ask() {
    const question = new Question(place.chosen);
    if (question.key !== this.#question.key) {
      this.#numbers.clear();
      this.#question = question;
    }
    this.#numbers.run(this.#question);
    this.requestUpdate();
  }

  #hear(name, data) {
    if (name === 'owed') {
      this.owed = data;
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        if (!document.hidden) {
          this.#ask();
        }
      }, REST);
    }
  }

  #open(event) {
    this.querySelector('leads-behind').open(this.#question, event.detail);
  }

  render() {
    return html`
      <header class="page-head">
        <h1>Overview</h1>
        ${this.#choices()}
      </header>
      ${this.#limits()}
      <div class="overview" @open-leads=${this.#open}>
        ${this.#funnel()}
        <owed-now
          .owed=${this.owed}
          .isLive=${this.#stream.isLive}
          .problem=${this.#stream.problem}
        ></owed-now>
        ${this.#measures()}
        <trend-chart
          .question=${this.#question}
          .changed=${this.#numbers.at}
          .definitions=${this.#constants.value?.definitions}
        ></trend-chart>
        <breakdown-table
          .question=${this.#question}
          .changed=${this.#numbers.at}
          .definitions=${this.#constants.value?.definitions}
        ></breakdown-table>
      </div>
      <leads-behind></leads-behind>
    `;
  }

  #choices() {
    return html`<div class="choices" role="group" aria-label="Period">
      ${Object.entries(PERIODS).map(
        ([days, name]) => html`<button
          aria-pressed=${Number(days) === this.#question.days}
          @click=${() => place.choose({days})}
        >
          ${name}
        </button>`,
      )}
    </div>`;
  }

  #limits() {
    const set = LIMITS.filter((limit) => this.#question.limits[limit] !== null);
    return set.length === 0
      ? nothing
      : html`<p class="limits">
          <span class="quiet">Only</span>
          ${set.map((limit) => {
            const value = this.#question.limits[limit];
            const shown = limit === 'rep' ? people.rep(value) : value;
            return html`<button
              class="chip"
              aria-label="Show more than ${limit} ${shown}"
              @click=${() => place.choose({[limit]: null})}
            >
              ${limit}: ${shown} <span aria-hidden="true">×</span>
            </button>`;
          })}
        </p>`;
  }

  #funnel() {
    const {definitions} = this.#constants.value ?? {};
    return html`<section class="card wide" aria-labelledby="funnel-title">
      <h2 id="funnel-title">From received to won</h2>
      ${this.#numbers.render(
        (numbers) => html`<lead-funnel
          .answer=${numbers.funnel}
          .definition=${definitions?.get('funnel')}
          .period=${this.#question.period}
        ></lead-funnel>`,
        {lines: 5, again: () => this.#ask()},
      )}
    </section>`;
  }

  #measures() {
    const {definitions, figures} = this.#constants.value ?? {};
    return this.#numbers.render(
      (numbers) => html`<measure-cards
        .numbers=${numbers}
        .definitions=${definitions}
        .figures=${figures}
        .period=${this.#question.period}
      ></measure-cards>`,
      {lines: 4},
    );
  }
}

customElements.define('overview-page', OverviewPage);

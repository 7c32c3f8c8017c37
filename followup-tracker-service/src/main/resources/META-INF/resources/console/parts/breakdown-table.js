import {html, nothing} from 'lit';
import {get} from '../core/api.js';
import {duration, percent, whole} from '../core/format.js';
import {Load} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {place} from '../core/place.js';
import {properties, View} from '../core/view.js';

const DIMENSIONS = {campaign: 'Campaign', source: 'Source', team: 'Team', rep: 'Rep', grade: 'Grade'};

/** By owners, assignments are counted; otherwise cycles. */
const OF_OWNERS = ['team', 'rep'];

const RATES = ['follow-up-rate', 'ignored-rate', 'acceptance-rate', 'breach-rate'];
const RATE_NAMES = {
  'follow-up-rate': 'Followed up',
  'ignored-rate': 'Ignored',
  'acceptance-rate': 'Accepted',
  'breach-rate': 'Late',
};

/** The numbers side by side: for each rep, team, source, campaign or grade. */
class BreakdownTable extends View {
  static properties = {
    question: {attribute: false},
    changed: {attribute: false},
    definitions: {attribute: false},
    order: {state: true},
  };

  #table = new Load(this, (question, by, signal) => this.#fetch(question, by, signal));
  #shown = '';

  constructor() {
    super();
    this.order = {column: 'whole', isDown: true};
    new Names(this);
  }

  get by() {
    return place.chosen.by in DIMENSIONS ? place.chosen.by : 'campaign';
  }

  willUpdate(changes) {
    if (changes.has('question') || changes.has('changed')) {
      const shown = this.question.key + this.by;
      if (shown !== this.#shown) {
        this.#shown = shown;
        this.#table.clear();
      }
      this.#table.run(this.question, this.by);
    }
  }

  async #fetch(question, by, signal) {
    const ofOwners = OF_OWNERS.includes(by);
    const speed = ofOwners ? 'time-to-action' : 'speed-to-lead';
    const names = ['funnel', ...RATES, speed];
    const answers = await Promise.all(
      names.map((name) => get(question.metric(name, {by}), {signal})),
    );
    const rows = new Map();
    names.forEach((name, i) =>
      answers[i].lines.forEach((line) => {
        const value = line.group?.[by] ?? null;
        const row = rows.get(value) ?? {value};
        row[name === speed ? 'speed' : name] = line;
        rows.set(value, row);
      }),
    );
    return {by, ofOwners, speed, asOf: answers[0].asOf, rows: [...rows.values()]};
  }

  render() {
    return html`<section class="card wide" aria-labelledby="breakdown-title">
      <header class="card-head">
        <h2 id="breakdown-title">Side by side</h2>
        <div class="choices" role="group" aria-label="By">
          ${Object.entries(DIMENSIONS).map(
            ([by, name]) => html`<button
              aria-pressed=${by === this.by}
              @click=${() => place.choose({by})}
            >
              ${name}
            </button>`,
          )}
        </div>
      </header>
      ${this.#table.render((table) => this.#ready(table), {lines: 6})}
    </section>`;
  }

  #ready(table) {
    if (table.rows.length === 0) {
      return html`<p class="empty">Nothing is counted in this period.</p>`;
    }
    const first = table.ofOwners ? 'Assigned' : 'Received';
    const second = table.ofOwners ? null : 'Qualified';
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Numbers side by side">
        <table class="list breakdown">
          <thead>
            <tr>
              ${this.#head('value', DIMENSIONS[table.by], '')} ${this.#head('whole', first, 'n')}
              ${second ? this.#head('second', second, 'n') : nothing}
              ${RATES.map((rate) => this.#head(rate, RATE_NAMES[rate], 'n'))}
              ${this.#head('speed', table.ofOwners ? 'Time to action' : 'Speed to lead', 'n')}
            </tr>
          </thead>
          <tbody>
            ${this.#sorted(table).map((row) => this.#row(table, row))}
          </tbody>
        </table>
      </div>
      <metric-note
        .period=${table.ofOwners
          ? `Assignments of ${this.question.period}; times are medians`
          : `Cycles of ${this.question.period}; rates of those qualified, late ones of those assigned; times are medians`}
        .definitions=${['funnel', ...RATES, table.speed].map((name) => this.definitions?.get(name))}
        .at=${table.asOf}
      ></metric-note>`;
  }

  #head(column, name, kind) {
    const isThis = this.order.column === column;
    const direction = this.order.isDown ? 'descending' : 'ascending';
    return html`<th scope="col" class=${kind} aria-sort=${isThis ? direction : nothing}>
      <button
        class="sort"
        @click=${() =>
          (this.order = {column, isDown: isThis ? !this.order.isDown : column !== 'value'})}
      >
        ${name}
      </button>
    </th>`;
  }

  #row(table, row) {
    const {by} = table;
    const name = by === 'rep' ? people.rep(row.value) : row.value;
    const stages = row.funnel?.stages ?? {};
    const [first, second] = table.ofOwners ? ['ASSIGNED'] : ['RECEIVED', 'QUALIFIED'];
    return html`<tr>
      <th scope="row">
        ${row.value === null
          ? html`<span class="quiet">none</span>`
          : html`<a href=${place.choosing({[by]: row.value, by: next(by)})}>${name}</a>`}
      </th>
      <td class="n">${this.#number(row, 'funnel', first, whole(stages[first]), stages[first], name)}</td>
      ${second
        ? html`<td class="n">
            ${this.#number(row, 'funnel', second, whole(stages[second]), stages[second], name)}
          </td>`
        : nothing}
      ${RATES.map(
        (rate) => html`<td class="n bar" data-rate=${rate} ${properties({share: row[rate]?.rate ?? 0})}>
          ${this.#number(row, rate, 'part', percent(row[rate]?.rate), row[rate]?.part, name)}
        </td>`,
      )}
      <td class="n">
        ${this.#number(
          row,
          table.speed,
          null,
          duration(row.speed?.elapsed?.median),
          row.speed?.elapsed?.count,
          name,
        )}
      </td>
    </tr>`;
  }

  #number(row, metric, of, text, count, name) {
    const limits = {[this.#table.value.by]: row.value};
    const what = RATE_NAMES[metric] ?? (of === null ? 'Touched' : of.charAt(0) + of.slice(1).toLowerCase());
    return row.value === null || !count
      ? html`<span>${text}</span>`
      : html`<button
          class="number"
          @click=${() =>
            this.tell('open-leads', {metric, of, limits, count, title: `${name}: ${what}`})}
        >
          ${text}
        </button>`;
  }

  #sorted({rows, by, ofOwners}) {
    const {column, isDown} = this.order;
    const value = {
      value: (row) => (by === 'rep' ? people.rep(row.value) : (row.value ?? '')),
      whole: (row) => row.funnel?.stages?.[ofOwners ? 'ASSIGNED' : 'RECEIVED'] ?? 0,
      second: (row) => row.funnel?.stages?.QUALIFIED ?? 0,
      speed: (row) => row.speed?.elapsed?.median ?? -1,
    }[column] ?? ((row) => row[column]?.rate ?? -1);
    const direction = isDown ? -1 : 1;
    return [...rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      return direction * (typeof x === 'string' ? x.localeCompare(y) : x - y);
    });
  }
}

/** What to look at after one value of a dimension was chosen. */
function next(by) {
  return by === 'rep' ? 'campaign' : by === 'team' ? 'rep' : by === 'source' ? 'campaign' : 'team';
}

customElements.define('breakdown-table', BreakdownTable);

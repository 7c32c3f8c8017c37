import {html, nothing} from 'lit';
import {get, INTAKE, put} from '../core/api.js';
import {date, whole} from '../core/format.js';
import {Load} from '../core/load.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import './toast-line.js';

const DAYS = 14;
const COLUMNS = ['received', 'imported', 'newLeads', 'touchpoints', 'duplicates', 'quarantined', 'discarded'];
const NAMES = ['Received', 'From lists', 'New leads', 'Touchpoints', 'Duplicates', 'In quarantine', 'Discarded'];

/** What arrived day by day, against what the sender counts. */
class SourceReconciliation extends View {
  static properties = {source: {attribute: false}};

  #task = new Task(this);

  #days = new Load(this, (id, signal) => {
    const today = new Date();
    const from = new Date(today.getTime() - (DAYS - 1) * 86_400_000);
    const range = `from=${from.toISOString().slice(0, 10)}&to=${today.toISOString().slice(0, 10)}`;
    return get(`${INTAKE}/reconciliation?source=${encodeURIComponent(id)}&${range}`, {signal});
  });

  willUpdate(changed) {
    if (changed.has('source')) {
      this.#days.run(this.source.id);
    }
  }

  #note(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.#task.run(async () => {
      const path = `${INTAKE}/reconciliation/${encodeURIComponent(this.source.id)}/${form.get('day')}`;
      await put(path, {sent: Number(form.get('sent'))});
      this.querySelector('toast-line').say('Noted.');
      this.#days.run(this.source.id);
    });
  }

  render() {
    return html`${this.#days.render((days) => this.#ready(days), {lines: 6})}
      <form class="card inline-form" @submit=${this.#note}>
        <h2>What the platform says that it sent</h2>
        <label>Day (UTC) <input type="date" name="day" required .value=${new Date().toISOString().slice(0, 10)}></label>
        <label>Entries <input type="number" name="sent" min="0" required></label>
        <button ?disabled=${this.#task.isBusy}>Note it</button>
        ${this.#task.note()}
      </form>
      <toast-line></toast-line>`;
  }

  #ready({days, gaps}) {
    return html`${days.length === 0
      ? html`<p class="card empty">Nothing arrived in the last ${DAYS} days.</p>`
      : html`<div class="card scroll" tabindex="0" role="region" aria-label="Reconciliation">
          <table class="list">
            <thead>
              <tr>
                <th scope="col">Day</th>
                ${NAMES.map((name) => html`<th scope="col" class="n">${name}</th>`)}
                <th scope="col" class="n">Sent</th>
                <th scope="col" class="n">Missing</th>
              </tr>
            </thead>
            <tbody>
              ${days.map(
                (one) => html`<tr>
                  <th scope="row">${date(`${one.day}T12:00:00Z`)}</th>
                  ${COLUMNS.map((column) => html`<td class="n">${whole(one[column])}</td>`)}
                  <td class="n">${whole(one.sent)}</td>
                  <td class="n">
                    ${one.missing > 0 ? html`<span class="state" data-kind="bad">${whole(one.missing)}</span>` : whole(one.missing)}
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`}
    ${gaps.length > 0
      ? html`<section class="card">
          <h2>Numbers that never came</h2>
          <ul>${gaps.map((gap) => html`<li>${gap.first === gap.last ? whole(gap.first) : `${whole(gap.first)} to ${whole(gap.last)}`}</li>`)}</ul>
        </section>`
      : nothing}`;
  }
}

customElements.define('source-reconciliation', SourceReconciliation);

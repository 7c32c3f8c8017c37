import {html, nothing} from 'lit';
import {get} from '../core/api.js';
import {clock, moment, title, whole, words} from '../core/format.js';
import {Load} from '../core/load.js';
import {address, place} from '../core/place.js';
import {pathOf} from '../core/sources.js';
import {View} from '../core/view.js';

const FRESH = 3_000;

const REFUSALS = {
  SIGNATURE: 'its secret or signature is missing, wrong or too old. Enter the secret at the platform once more, or add another one under How it is connected',
  MEDIA_TYPE: 'its body is of another type than this platform posts. Choose the type that the steps name',
  LIMIT: 'it sends more than it may in a second. The limit is under How it is connected',
};

/** What a source sent last, as it arrives. */
class SourceArrivals extends View {
  static properties = {source: {attribute: false}};

  #arrivals = new Load(this, (id, signal) => get(`${pathOf(id)}/arrivals`, {signal}), {every: FRESH});

  willUpdate(changed) {
    if (changed.has('source')) {
      this.#arrivals.run(this.source.id);
    }
  }

  render() {
    return this.#arrivals.render(({items, refused}) => [this.#refused(refused), this.#ready(items)], {lines: 6});
  }

  /** Who connects a platform sees why nothing arrives. */
  #refused(refused) {
    return refused.map(
      ({reason, count, lastAt}) => html`<p class="banner turned-away" role="status">
        <strong>${whole(count)} ${count === 1 ? 'request was' : 'requests were'} turned away</strong> since yesterday,
        the last one at ${moment(lastAt)}: ${REFUSALS[reason]}.
      </p>`,
    );
  }

  #ready(items) {
    if (items.length === 0) {
      return html`<p class="card empty">Nothing has arrived lately. What arrives shows here within seconds.</p>`;
    }
    return html`<div class="card scroll" tabindex="0" role="region" aria-label="Last requests">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Arrived</th>
              <th scope="col">Became</th>
              <th scope="col">Why</th>
              <th scope="col">Campaign</th>
              <th scope="col">Lead</th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (one) => html`<tr>
                <td>${moment(one.arrivedAt)}</td>
                <td><span class="state" data-kind=${one.outcome === 'QUARANTINED' ? 'wait' : nothing}>${title(one.outcome)}</span></td>
                <td>${words(one.reason)}</td>
                <td>${one.campaign ?? ''}</td>
                <td>
                  ${one.leadId
                    ? html`<a href=${address('leads', one.leadId)}>Open</a>`
                    : one.outcome === 'QUARANTINED'
                      ? html`<a href=${place.choosing({show: 'quarantine'})}>Mend</a>`
                      : nothing}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">As of ${clock(this.#arrivals.at)}</p>`;
  }
}

customElements.define('source-arrivals', SourceArrivals);

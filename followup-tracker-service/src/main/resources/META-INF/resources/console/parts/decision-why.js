import {html} from 'lit';
import {title, words} from '../core/format.js';
import {View} from '../core/view.js';

/** What each criterion made of a lead: what was seen, what was asked for, what it added. */
class DecisionWhy extends View {
  static properties = {receipt: {attribute: false}};

  render() {
    const {receipt} = this;
    return html`<p class="quiet">
        Criteria “${receipt.criteriaSet}”, version ${receipt.version}. The score is the sum of the points.
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="Criteria">
        <table class="list criteria">
          <thead>
            <tr>
              <th scope="col">Result</th>
              <th scope="col">Criterion</th>
              <th scope="col">Seen</th>
              <th scope="col">Asked for</th>
              <th scope="col" class="n">Points</th>
            </tr>
          </thead>
          <tbody>
            ${receipt.criteria.map((one) => this.#row(one))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="4">Score</th>
              <td class="n">${receipt.score}</td>
            </tr>
          </tfoot>
        </table>
      </div>`;
  }

  #row(one) {
    return html`<tr>
      <td><span class="state" data-outcome=${one.kind === 'KNOCK_OUT' && one.outcome === 'MET' ? 'KNOCKED_OUT' : one.outcome}>${title(one.outcome)}</span></td>
      <td>
        ${one.sentence}
        <small class="quiet">${one.criterion}${one.version ? ` v${one.version}` : ''}, ${words(one.kind)}</small>
      </td>
      <td>
        ${Object.entries(one.observed ?? {}).map(
          ([name, value]) => html`<span class="pair"><small class="quiet">${name}</small> ${value === '' ? 'missing' : value}</span>`,
        )}
      </td>
      <td>${one.expected}</td>
      <td class="n">${one.contribution}</td>
    </tr>`;
  }
}

customElements.define('decision-why', DecisionWhy);

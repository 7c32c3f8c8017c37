import {html, nothing} from 'lit';
import {withTimes, words} from '../core/format.js';
import {View} from '../core/view.js';

/** What an outcome means for this kind of criterion: in a word, and whether that is good. */
const MEANINGS = {
  REQUIRED: {MET: ['Met', 'good'], NOT_MET: ['Lacks', 'bad'], UNKNOWN: ['Unknown', 'wait']},
  KNOCK_OUT: {MET: ['Knocks out', 'bad'], NOT_MET: ['Clear', 'plain'], UNKNOWN: ['Unknown', 'wait']},
  WEIGHTED: {MET: ['Met', 'good'], NOT_MET: ['Not met', 'plain'], UNKNOWN: ['Unknown', 'wait']},
  ENGAGEMENT: {MET: ['Met', 'good'], NOT_MET: ['Not met', 'plain'], UNKNOWN: ['Unknown', 'wait']},
};

/** What each criterion made of a lead: what was asked for, what was seen, what it added. */
class DecisionWhy extends View {
  static properties = {receipt: {attribute: false}};

  render() {
    const {receipt} = this;
    return html`<p class="quiet">
        Criteria “${receipt.criteriaSet}”, version ${receipt.version}
      </p>
      <ul class="criteria">
        ${receipt.criteria.map((one) => this.#row(one))}
      </ul>
      <p class="criteria-score"><span>Score, the sum of the points</span> <strong>${receipt.score}</strong></p>`;
  }

  #row(one) {
    const [word, kind] = MEANINGS[one.kind]?.[one.outcome] ?? [words(one.outcome), 'plain'];
    const seen = Object.entries(one.observed ?? {});
    return html`<li>
      <span class="state" data-kind=${kind}>${word}</span>
      <span>
        ${one.expected}
        <small class="quiet">
          ${words(one.kind)} · ${one.criterion}${one.version ? ` v${one.version}` : ''}
          ${seen.length === 0 ? nothing : html`· seen: ${seen.map(([name, value]) => `${name.replace(/^lead\./, '')} ${value === '' ? 'missing' : withTimes(value)}`).join(', ')}`}
        </small>
      </span>
      <span class="n">${one.contribution > 0 ? '+' : ''}${one.contribution}</span>
    </li>`;
  }
}

customElements.define('decision-why', DecisionWhy);

import {html, nothing} from 'lit';
import {clock, day, duration, withTimes} from '../core/format.js';
import {Names, people} from '../core/people.js';
import {View} from '../core/view.js';
import './assignment-why.js';
import './decision-why.js';

/** What kind of news an entry is: it decides its mark. */
const KINDS = {
  'baton.lead.assigned.v1': 'owner',
  'baton.lead.held.v1': 'wait',
  'baton.lead.released.v1': 'owner',
  'baton.followup.accepted.v1': 'good',
  'baton.followup.first-touch.v1': 'good',
  'baton.followup.converted.v1': 'good',
  'baton.followup.won.v1': 'good',
  'baton.followup.breached.v1': 'bad',
  'baton.followup.no-engagement.v1': 'bad',
  'baton.followup.due-soon.v1': 'wait',
};

const LATE_NEWS = 60_000;

/** Everything that happened to a lead, in the order of happening, with the reasons. */
class LeadTimeline extends View {
  static properties = {entries: {attribute: false}};

  constructor() {
    super();
    new Names(this);
  }

  render() {
    let before = null;
    return html`<ol class="timeline">
      ${this.entries.map((entry) => {
        const today = day(entry.at);
        const isNew = today !== before;
        before = today;
        return html`${isNew ? html`<li class="timeline-day">${today}</li>` : nothing}
          ${this.#entry(entry)}`;
      })}
    </ol>`;
  }

  #entry(entry) {
    const told = Date.parse(entry.recordedAt) - Date.parse(entry.at);
    return html`<li class="timeline-entry" data-kind=${KINDS[entry.type] ?? 'plain'}>
      <time datetime=${entry.at} title=${entry.at}>${clock(entry.at)}</time>
      <div>
        <p>${withNames(entry)}</p>
        ${told > LATE_NEWS ? html`<p class="quiet">Known here ${duration(told)} later.</p>` : nothing}
        ${this.#why(entry)}
      </div>
    </li>`;
  }

  #why({type, data}) {
    if (data.receipt) {
      return html`<details>
        <summary>Why: ${data.receipt.criteria.length} criteria, score ${data.receipt.score}</summary>
        <decision-why .receipt=${data.receipt}></decision-why>
      </details>`;
    }
    if (type === 'baton.lead.assigned.v1' || type === 'baton.lead.held.v1') {
      return html`<details>
        <summary>Why${data.considered?.candidates ? `: ${data.considered.candidates} looked at` : ''}</summary>
        <assignment-why .entry=${data}></assignment-why>
      </details>`;
    }
    return nothing;
  }
}

/** The sentence, with names where it was written with ids, and times in this browser's zone. */
function withNames({what, data}) {
  const named = data.repId ? what.replace(`rep ${data.repId}`, () => people.rep(data.repId)) : what;
  return withTimes(named);
}

customElements.define('lead-timeline', LeadTimeline);

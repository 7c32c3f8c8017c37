import {html, nothing} from 'lit';
import {get, ROUTING} from '../core/api.js';
import {words} from '../core/format.js';
import {Load} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {View} from '../core/view.js';

/** Who was looked at for a lead, who was passed over and why, and what the rules read. */
class AssignmentWhy extends View {
  static properties = {entry: {attribute: false}};

  #explanation = new Load(this, (id, signal) => get(`${ROUTING}/assignments/${id}/explanation`, {signal}));
  #replay = new Load(this, (id, signal) => get(`${ROUTING}/assignments/${id}/replay`, {signal}));

  constructor() {
    super();
    new Names(this);
  }

  render() {
    const {entry} = this;
    return html`
      <p class="quiet">
        ${entry.pool ? html`Pool “${entry.pool}”` : 'No pool'}${entry.rule ? html`, by rule “${entry.rule}” of version ${entry.rulesVersion}` : nothing}${entry.attempt > 1 ? html`; ${ordinal(entry.attempt)} owner of this cycle` : nothing}.
      </p>
      ${this.#skipped(entry.considered)}
      ${entry.assignmentId ? this.#more(entry.assignmentId) : nothing}
    `;
  }

  #skipped(considered) {
    const skipped = considered?.skipped ?? [];
    if (skipped.length === 0) {
      return nothing;
    }
    const more = Object.entries(considered.moreSkipped ?? {});
    return html`<p>Passed over:</p>
      <ul class="skipped">
        ${skipped.map((one) => html`<li>${people.rep(one.repId)} <span class="quiet">${words(one.reason)}${one.capacity === undefined ? nothing : html`, ${one.openLeads} of ${one.capacity} open`}</span></li>`)}
        ${more.map(([reason, count]) => html`<li>${count} more <span class="quiet">${words(reason)}</span></li>`)}
      </ul>`;
  }

  #more(id) {
    if (this.#explanation.value === null && this.#explanation.problem === null) {
      return html`<button class="plain" ?disabled=${this.#explanation.isLoading} @click=${() => this.#explanation.run(id)}>
        Show all that it depended on
      </button>`;
    }
    return this.#explanation.render((why) => this.#depended(why, id));
  }

  #depended(why, id) {
    const read = Object.entries(why.attributesRead ?? {});
    return html`<dl class="facts">
        ${why.rules.map((rule) => html`<div><dt>Rule ${rule.rule}</dt><dd>${words(rule.outcome)}${rule.why ? html`: ${rule.why}` : nothing}</dd></div>`)}
        ${read.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value === '' ? 'missing' : value}</dd></div>`)}
        ${why.chosen ? html`<div><dt>Chosen</dt><dd>${candidate(why.chosen)}</dd></div>` : nothing}
        ${why.runnerUp ? html`<div><dt>Next in turn</dt><dd>${candidate(why.runnerUp)}</dd></div>` : nothing}
        ${why.owner ? html`<div><dt>Owner of the account</dt><dd>${candidate(why.owner)}</dd></div>` : nothing}
        ${why.escalation ? html`<div><dt>Escalated</dt><dd>taken back ${why.escalation.timesTakenBack} times, from ${people.rep(why.escalation.lastOwner)}</dd></div>` : nothing}
      </dl>
      ${this.#again(id)}`;
  }

  #again(id) {
    if (this.#replay.value === null && this.#replay.problem === null) {
      return html`<button class="plain" @click=${() => this.#replay.run(id)}>Decide again from these</button>`;
    }
    return this.#replay.render(
      (replay) => html`<p role="status">
        ${!replay.replayable
          ? 'A person decided, or the inputs were not kept: there is nothing to decide again.'
          : replay.same
            ? `Decided again from what was stored: ${people.rep(replay.replayed.repId)}, the same.`
            : 'Decided again, it comes out differently. That is a defect.'}
      </p>`,
      {lines: 1},
    );
  }
}

function candidate(one) {
  return html`${people.rep(one.repId)}, <span class="quiet">${one.openLeads} of ${one.capacity} open, ${one.givenToday} given that day, ${words(one.presence)}</span>`;
}

function ordinal(number) {
  const endings = {one: 'st', two: 'nd', few: 'rd', other: 'th'};
  return `${number}${endings[new Intl.PluralRules('en', {type: 'ordinal'}).select(number)]}`;
}

customElements.define('assignment-why', AssignmentWhy);

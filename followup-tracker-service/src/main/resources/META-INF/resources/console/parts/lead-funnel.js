import {html, nothing} from 'lit';
import {percent, title, whole} from '../core/format.js';
import {properties, View} from '../core/view.js';

/** How many cycles came how far. Each number opens the leads behind it. */
class LeadFunnel extends View {
  static properties = {
    answer: {attribute: false},
    definition: {attribute: false},
    period: {},
  };

  render() {
    const stages = Object.entries(this.answer.lines[0]?.stages ?? {});
    if (stages.length === 0 || stages.every(([, count]) => count === 0)) {
      return html`<p class="empty">
          Nothing arrived in this period. Leads come in through the intake API, signed webhooks, or
          <code>./baton demo</code>, which plays a day.
        </p>
        ${this.#note()}`;
    }
    const most = Math.max(...stages.map(([, count]) => count));
    return html`<ol class="funnel">
        ${stages.map((stage, i) => this.#stage(stage, stages[i - 1], stages[0], most))}
      </ol>
      ${this.#note()}`;
  }

  #stage([name, count], before, first, most) {
    return html`<li ${properties({share: most === 0 ? 0 : count / most})}>
      <span class="funnel-name">${title(name)}</span>
      <button
        class="number"
        ?disabled=${count === 0}
        @click=${() =>
          this.tell('open-leads', {metric: 'funnel', of: name, count, title: title(name)})}
      >
        ${whole(count)}
      </button>
      <span class="funnel-bar" aria-hidden="true"></span>
      <span class="funnel-share quiet">
        ${before
          ? html`<span>${percent(ratio(count, before[1]))} of ${before[0].toLowerCase()}</span>`
          : html`<span>all that came</span>`}
        ${before && before !== first
          ? html`<span>${percent(ratio(count, first[1]))} of ${first[0].toLowerCase()}</span>`
          : nothing}
      </span>
    </li>`;
  }

  #note() {
    const what = this.answer.counted === 'CYCLES' ? 'Cycles that arrived' : 'Assignments made';
    return html`<metric-note
      .definitions=${[this.definition]}
      .period=${`${what} ${this.period}`}
      .at=${this.answer.asOf}
    ></metric-note>`;
  }
}

function ratio(part, all) {
  return all === 0 ? null : part / all;
}

customElements.define('lead-funnel', LeadFunnel);

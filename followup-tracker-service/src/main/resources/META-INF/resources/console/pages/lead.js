import {html, nothing} from 'lit';
import {all, FOLLOWUP, get} from '../core/api.js';
import {distance, duration, milliseconds, moment, title} from '../core/format.js';
import {Load} from '../core/load.js';
import {Names, people} from '../core/people.js';
import {Ticker} from '../core/ticker.js';
import {View} from '../core/view.js';
import {leadSubtitle, leadTitle} from '../parts/lead-title.js';
import '../parts/contact-card.js';
import '../parts/lead-timeline.js';
import '../parts/merged-note.js';

const FRESH = 5_000;
const NOTHING = {items: []};

const OWED = {
  ACCEPTANCE: 'Accept or reject',
  FIRST_TOUCH: 'First touch',
  FOLLOW_UP: 'Touch by anybody in Sales',
};

/** One lead: where it stands, what is owed, and its timeline over all services. */
class LeadPage extends View {
  static properties = {leadId: {}};

  #lead = new Load(this, async (id, signal) => {
    const path = `${FOLLOWUP}/leads/${encodeURIComponent(id)}`;
    const [summary, timeline] = await Promise.all([
      get(path, {signal}),
      all(`${path}/timeline`, {signal}),
    ]);
    const wasOwed = summary.cycles.some((cycle) => cycle.qualifiedAt);
    const owed = wasOwed ? await get(`${path}/commitments`, {signal}).catch(nothingOwed) : NOTHING;
    return {summary, timeline, commitments: owed.items};
  }, {every: FRESH});

  constructor() {
    super();
    new Names(this);
    new Ticker(this);
    this.addEventListener('lead-changed', () => {
      people.doubt(this.leadId);
      this.#lead.run(this.leadId);
    });
  }

  willUpdate(changes) {
    if (changes.has('leadId')) {
      people.doubt(this.leadId);
      this.#lead.clear();
      this.#lead.run(this.leadId);
    }
  }

  render() {
    return this.#lead.render((lead) => this.#page(lead), {
      lines: 10,
      again: () => this.#lead.run(this.leadId),
    });
  }

  #page({summary, timeline, commitments}) {
    const cycle = summary.cycles[0];
    return html`
      <header class="page-head">
        <div>
          <h1>${leadTitle(summary)}</h1>
          <p class="quiet">
            ${leadSubtitle(summary)}
          </p>
        </div>
        ${cycle ? html`<span class="state big" data-state=${cycle.state}>${title(cycle.state)}</span>` : nothing}
      </header>
      ${summary.mergedInto
        ? html`<merged-note .leadId=${summary.leadId} .into=${summary.mergedInto}></merged-note>`
        : nothing}
      <div class="lead">
        <section class="card lead-story" aria-labelledby="story-title">
          <h2 id="story-title">What happened</h2>
          <lead-timeline .entries=${timeline}></lead-timeline>
        </section>
        <aside class="lead-side" aria-label="Where it stands">
          ${summary.cycles.map((one, i) => this.#cycle(one, i, summary.cycles.length))}
          ${this.#owed(commitments)}
          <section class="card" aria-labelledby="contact-title">
            <h2 id="contact-title">Contact</h2>
            <contact-card .leadId=${summary.leadId}></contact-card>
          </section>
          <p class="quiet lead-id">Lead ${summary.leadId}</p>
        </aside>
      </div>
    `;
  }

  #cycle(cycle, i, count) {
    const number = count - i;
    return html`<section class="card" aria-labelledby="cycle-${number}">
      <h2 id="cycle-${number}">${count === 1 ? 'Where it stands' : `Cycle ${number}`}</h2>
      <dl class="facts">
        ${fact('State', title(cycle.state))}
        ${fact('Owner', cycle.owner ? `${cycle.owner.repName ?? people.rep(cycle.owner.repId)}${cycle.owner.team ? `, ${cycle.owner.team}` : ''}` : null)}
        ${fact('Since', cycle.owner ? moment(cycle.owner.since) : null)}
        ${fact('Grade', cycle.grade)} ${fact('Score', cycle.score)}
        ${fact('Campaign', cycle.campaign)} ${fact('Source', cycle.source)}
        ${fact('Opened', moment(cycle.openedAt))}
        ${fact('Qualified', cycle.qualifiedAt ? moment(cycle.qualifiedAt) : null)}
      </dl>
    </section>`;
  }

  #owed(commitments) {
    return html`<section class="card" aria-labelledby="lead-owed-title">
      <h2 id="lead-owed-title">Deadlines</h2>
      ${commitments.length === 0
        ? html`<p class="empty">Nothing was ever owed about this lead.</p>`
        : html`<ul class="deadlines">
            ${commitments.map(
              (one) => html`<li data-state=${one.state}>
                <span>
                  ${OWED[one.kind]}${one.checkpoint ? `, checkpoint ${one.checkpoint}` : ''}
                  <small class="quiet">
                    ${one.repId ? `${people.rep(one.repId)} · ` : ''}${one.allowed ? `${duration(milliseconds(one.allowed))} by policy ${one.policyVersion} · ` : ''}${one.why}
                  </small>
                </span>
                <span class="n">
                  ${moment(one.dueAt)}
                  <span class="state" data-state=${one.state}>
                    ${one.state === 'OPEN' ? distance(one.dueAt) : title(one.state)}${one.withdrawn ? ', withdrawn' : ''}
                  </span>
                </span>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }
}

/** Of what was qualified before deadlines were kept. */
function nothingOwed(problem) {
  if (problem.status === 404) {
    return NOTHING;
  }
  throw problem;
}

function fact(name, value) {
  return value === null || value === undefined
    ? nothing
    : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

customElements.define('lead-page', LeadPage);

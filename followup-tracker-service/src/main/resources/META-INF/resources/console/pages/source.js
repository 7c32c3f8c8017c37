import {html, nothing} from 'lit';
import {get} from '../core/api.js';
import {Load} from '../core/load.js';
import {address, place} from '../core/place.js';
import {platformName, PLATFORMS} from '../core/platforms.js';
import {pathOf} from '../core/sources.js';
import {View} from '../core/view.js';
import '../parts/source-arrivals.js';
import '../parts/source-imports.js';
import '../parts/source-keys.js';
import '../parts/source-mapping.js';
import '../parts/source-proof.js';
import '../parts/source-quarantine.js';
import '../parts/source-reconciliation.js';
import '../parts/source-secrets.js';
import '../parts/source-settings.js';
import '../parts/source-steps.js';

/** What can be looked at of a source: its name, for whom it is, and what to render. */
const TABS = {
  arrivals: {name: 'Last requests', of: (source) => html`<source-arrivals .source=${source}></source-arrivals>`},
  quarantine: {name: 'Quarantine', of: (source) => html`<source-quarantine .source=${source}></source-quarantine>`},
  imports: {name: 'Lists', of: (source) => html`<source-imports .source=${source}></source-imports>`},
  mapping: {
    name: 'Mapping',
    isFor: (source) => PLATFORMS[source.platform]?.hasMapping,
    of: (source) => html`<source-mapping .source=${source}></source-mapping>`,
  },
  reconciliation: {
    name: 'Reconciliation',
    of: (source) => html`<source-reconciliation .source=${source}></source-reconciliation>`,
  },
  connect: {
    name: 'How it is connected',
    of: (source) => html`<source-steps .source=${source}></source-steps>
      <source-settings .source=${source}></source-settings>
      ${source.proof ? html`<source-proof .source=${source}></source-proof>` : nothing}
      <source-secrets .source=${source}></source-secrets>
      ${PLATFORMS[source.platform]?.hasMapping ? html`<source-keys .source=${source}></source-keys>` : nothing}`,
  },
};

/** One source. */
class SourcePage extends View {
  static properties = {sourceId: {}};

  #source = new Load(this, (id, signal) => get(pathOf(id), {signal}));

  #turned = () => this.requestUpdate();

  constructor() {
    super();
    this.addEventListener('source-changed', () => this.#source.run(this.sourceId));
  }

  connectedCallback() {
    super.connectedCallback();
    place.addEventListener('change', this.#turned);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    place.removeEventListener('change', this.#turned);
  }

  willUpdate(changed) {
    if (changed.has('sourceId')) {
      this.#source.clear();
      this.#source.run(this.sourceId);
    }
  }

  render() {
    return this.#source.render((source) => this.#ready(source), {lines: 8, again: () => this.#source.run(this.sourceId)});
  }

  #ready(source) {
    const tabs = Object.entries(TABS).filter(([, tab]) => tab.isFor?.(source) ?? true);
    const chosen = tabs.find(([id]) => id === place.chosen.show)?.[0] ?? 'arrivals';
    return html`
      <header class="page-head">
        <div>
          <p class="quiet"><a href=${address('sources')}>Sources</a></p>
          <h1>${source.name}</h1>
          <p class="quiet">
            ${platformName(source.platform)} · ${source.id}
            ${source.campaign ? html`· credited to ${source.campaign}` : nothing}
            ${source.active ? nothing : html`· <strong>switched off</strong>`}
          </p>
        </div>
      </header>
      <nav class="choices" aria-label="Of this source">
        ${tabs.map(
          ([id, tab]) => html`<a href=${place.choosing({show: id})} aria-current=${id === chosen ? 'true' : nothing}>${tab.name}</a>`,
        )}
      </nav>
      ${TABS[chosen].of(source)}
    `;
  }
}

customElements.define('source-page', SourcePage);

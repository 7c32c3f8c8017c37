import {html, nothing} from 'lit';
import {FOLLOWUP, get, network} from './core/api.js';
import {title} from './core/format.js';
import {Keys} from './core/keys.js';
import {people} from './core/people.js';
import {address, place} from './core/place.js';
import {session} from './core/session.js';
import {theme} from './core/theme.js';
import {View} from './core/view.js';
import './parts/find-lead.js';
import './parts/keys-help.js';
import './parts/notes.js';
import './pages/sign-in.js';

/** Each page: its name, what it is called, how its code is fetched, and what to render. */
const PAGES = {
  overview: {
    name: 'Overview',
    load: () => import('./pages/overview.js'),
    render: () => html`<overview-page></overview-page>`,
  },
  'my-leads': {
    name: 'My leads',
    load: () => import('./pages/my-leads.js'),
    render: () => html`<my-leads-page></my-leads-page>`,
  },
  held: {
    name: 'Held',
    load: () => import('./pages/held.js'),
    render: () => html`<held-page></held-page>`,
  },
  sources: {
    name: 'Sources',
    load: () => import('./pages/sources.js'),
    render: (id) => (id === null ? html`<sources-page></sources-page>` : html`<source-page .sourceId=${id}></source-page>`),
  },
  parked: {
    name: 'Parked',
    load: () => import('./pages/parked.js'),
    render: () => html`<parked-page></parked-page>`,
  },
  leads: {
    name: 'Lead',
    load: () => import('./pages/lead.js'),
    render: (id) => html`<lead-page .leadId=${id}></lead-page>`,
  },
};

/** The frame around all pages: who is there, where one can go, and whether Baton answers. */
class BatonApp extends View {
  static properties = {
    isReady: {state: true},
    failure: {state: true},
  };

  #where = null;

  constructor() {
    super();
    this.isReady = false;
    this.failure = null;
    new Keys(this, {
      '?': {what: 'Show these keys', run: () => this.querySelector('keys-help')?.show()},
      '/': {what: 'Find a lead', run: () => this.querySelector('find-lead')?.start()},
      1: {run: () => this.#go(0)},
      2: {run: () => this.#go(1)},
      3: {run: () => this.#go(2)},
      4: {run: () => this.#go(3)},
      5: {run: () => this.#go(4)},
    });
    for (const source of [session, place, theme]) {
      source.addEventListener('change', () => this.#settle());
    }
    network.addEventListener('away', () => this.requestUpdate());
    network.addEventListener('back', () => (this.isReady ? this.#settle() : this.#recognise()));
    this.#recognise();
  }

  /** Who the key of the last time belongs to. */
  async #recognise() {
    if (session.key !== null) {
      try {
        session.me = await get(`${FOLLOWUP}/me`);
      } catch (problem) {
        if (problem.status === 401 || problem.status === 403) {
          session.end('Your key is no longer good. Sign in with another one.');
        } else {
          this.failure = problem;
          return;
        }
      }
    }
    this.isReady = true;
    this.failure = null;
    this.#settle();
  }

  /** Fetches what the present page needs, and goes elsewhere if there is no such page. */
  async #settle() {
    if (!this.isReady) {
      return;
    }
    if (session.isKnown) {
      if (people.reps.size === 0) {
        people.meet().catch(() => {});
      }
      if (!(place.page in PAGES) || (place.page !== 'leads' && !session.sees(place.page))) {
        location.replace(address(session.pages[0]));
        return;
      }
      const page = place.page;
      await PAGES[page].load().catch(() => network.set(true));
      document.title = `${PAGES[page].name} · Baton`;
    }
    this.requestUpdate();
    await this.#arrive(`${place.page}/${place.id}`);
  }

  /** On another page, who reads by ear begins at its top. */
  async #arrive(where) {
    const isElsewhere = this.#where !== null && this.#where !== where;
    this.#where = where;
    if (isElsewhere) {
      await this.updateComplete;
      document.getElementById('content')?.focus({preventScroll: true});
    }
  }

  #go(index) {
    if (session.isKnown && index < session.pages.length) {
      location.hash = address(session.pages[index]);
    }
  }

  render() {
    if (this.failure !== null) {
      return html`<main class="alone">
        <problem-note .problem=${this.failure} .again=${() => this.#recognise()}></problem-note>
      </main>`;
    }
    if (!this.isReady) {
      return nothing;
    }
    return session.isKnown ? this.#frame() : html`<sign-in-page></sign-in-page>`;
  }

  #frame() {
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>Skip to content</a>
      <div class="frame">
        <header class="side">
          <a class="brand" href=${address(session.pages[0])}>
            <img src="/console/baton.svg" alt="" width="24" height="24"> Baton
          </a>
          <nav aria-label="Pages">
            ${session.pages.map(
              (page) => html`<a
                href=${address(page)}
                aria-current=${page === place.page ? 'page' : nothing}
                >${PAGES[page].name}</a
              >`,
            )}
          </nav>
          <find-lead></find-lead>
          <div class="who">
            <span class="who-name" title=${session.me.name}>${session.me.name}</span>
            <span class="quiet">${title(session.me.role)}</span>
            <div class="who-actions">
              <button class="plain" @click=${() => theme.toggle()}>
                ${theme.isDark ? 'Light' : 'Dark'}
              </button>
              <button class="plain" @click=${() => this.querySelector('keys-help').show()}>
                Keys
              </button>
              <button class="plain" @click=${() => session.end()}>Sign out</button>
            </div>
          </div>
        </header>
        <main id="content" tabindex="-1">
          ${network.isAway ? this.#away() : nothing} ${PAGES[place.page]?.render(place.id)}
        </main>
      </div>
      <keys-help></keys-help>
    `;
  }

  #away() {
    return html`<p class="banner" role="alert">
      Baton cannot be reached. What you see is what was known last; this goes on by itself as soon
      as there is an answer.
    </p>`;
  }

  #skip(event) {
    event.preventDefault();
    document.getElementById('content').focus();
  }
}

customElements.define('baton-app', BatonApp);

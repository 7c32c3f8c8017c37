import {html, nothing} from 'lit';
import {FOLLOWUP, get} from '../core/api.js';
import {session} from '../core/session.js';
import {View} from '../core/view.js';

const FOR_MACHINES = ['source', 'integration'];

/** Asks for a key. */
class SignInPage extends View {
  static properties = {
    problem: {state: true},
    isAsking: {state: true},
  };

  constructor() {
    super();
    this.problem = '';
    this.isAsking = false;
  }

  firstUpdated() {
    document.title = 'Sign in · Baton';
    this.querySelector('input').focus();
  }

  async #signIn(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const key = form.get('key').trim();
    if (key === '') {
      this.problem = 'Enter the key that you were given.';
      return;
    }
    this.isAsking = true;
    this.problem = '';
    try {
      const me = await get(`${FOLLOWUP}/me`, {key});
      if (FOR_MACHINES.includes(me.role)) {
        this.problem = `This key is for a machine (role ${me.role}). The console is for people.`;
      } else {
        session.begin(key, me, form.get('remember') !== null);
      }
    } catch (problem) {
      this.problem =
        problem.status === 401 ? 'Nobody has this key. Check that it is complete.' : problem.message;
    }
    this.isAsking = false;
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  render() {
    return html`
      <main class="sign-in">
        <form @submit=${this.#signIn} novalidate>
          <p class="brand">
            <img src="/console/baton.svg" alt="" width="32" height="32"> Baton
          </p>
          <h1>Sign in</h1>
          ${session.farewell ? html`<p class="notice">${session.farewell}</p>` : nothing}
          <label for="key">API key</label>
          <input
            id="key"
            name="key"
            type="password"
            autocomplete="current-password"
            spellcheck="false"
            placeholder="btn_…"
            aria-describedby="key-help"
            aria-invalid=${this.problem !== ''}
          >
          <p id="key-help" class=${this.problem ? 'field-problem' : 'quiet'} role="status">
            ${this.problem || 'Who runs Baton gives out keys. ./baton up shows one for each role.'}
          </p>
          <label class="check">
            <input type="checkbox" name="remember"> Stay signed in on this device
          </label>
          <button class="main" ?disabled=${this.isAsking}>
            ${this.isAsking ? 'Signing in…' : 'Sign in'}
          </button>
        </form>
        <nav class="sign-in-links quiet" aria-label="APIs">
          <a href="/api/intake/q/openapi">Intake API</a>
          <a href="/api/qualification/q/openapi">Qualification API</a>
          <a href="/api/routing/q/openapi">Routing API</a>
          <a href="/api/followup/q/openapi">Follow-up API</a>
        </nav>
      </main>
    `;
  }
}

customElements.define('sign-in-page', SignInPage);

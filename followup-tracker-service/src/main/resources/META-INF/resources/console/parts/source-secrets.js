import {html, nothing} from 'lit';
import {ask, get, post} from '../core/api.js';
import {moment} from '../core/format.js';
import {Load} from '../core/load.js';
import {PLATFORMS} from '../core/platforms.js';
import {pathOf} from '../core/sources.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';

/** The secrets of a source: a second one is added, entered at the platform, and the first removed. */
class SourceSecrets extends View {
  static properties = {
    source: {attribute: false},
    made: {state: true},
  };

  #task = new Task(this);

  #secrets = new Load(this, (id, signal) => get(`${pathOf(id)}/secrets`, {signal}));

  constructor() {
    super();
    this.made = null;
  }

  willUpdate(changed) {
    if (changed.has('source') && changed.get('source')?.id !== this.source.id) {
      this.made = null;
      this.#secrets.run(this.source.id);
    }
  }

  async #act(what) {
    await this.#task.run(what);
    await this.#secrets.run(this.source.id);
  }

  #add(event) {
    event.preventDefault();
    const form = event.target;
    this.#act(async () => {
      const secret = new FormData(form).get('secret')?.trim() || undefined;
      this.made = (await post(`${pathOf(this.source.id)}/secrets`, {secret})).secret ?? null;
      form.reset();
    });
  }

  #remove(secret) {
    this.#act(async () => {
      await ask(`${pathOf(this.source.id)}/secrets/${secret.id}`, {method: 'DELETE'});
      this.made = null;
    });
  }

  render() {
    return html`<section class="card secrets">
      <h2>Secrets</h2>
      <p class="quiet">What either of two proves is taken: add one, enter it at the platform, and remove the old one.</p>
      ${this.#secrets.render(({items}) => this.#ready(items), {lines: 2})}
      ${this.made ? html`<p><code>${this.made}</code> <strong>Shown this once.</strong></p>` : nothing}
      ${this.#task.note()}
    </section>`;
  }

  #ready(items) {
    const platform = PLATFORMS[this.source.platform];
    return html`<ul>
        ${items.map(
          (secret) => html`<li>
            Of ${moment(secret.createdAt)}
            ${items.length > 1 ? html`<button class="plain" ?disabled=${this.#task.isBusy} @click=${() => this.#remove(secret)}>Remove it</button>` : nothing}
          </li>`,
        )}
      </ul>
      ${items.length > 1
        ? nothing
        : html`<form class="inline-form" @submit=${this.#add}>
            ${platform?.secret === 'PLATFORM'
              ? html`<label>${platform.secretName} <input name="secret" type="password" required minlength="8" autocomplete="off"></label>`
              : nothing}
            <button ?disabled=${this.#task.isBusy}>Add a second secret</button>
          </form>`}`;
  }
}

customElements.define('source-secrets', SourceSecrets);

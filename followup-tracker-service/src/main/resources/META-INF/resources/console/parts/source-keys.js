import {html, nothing} from 'lit';
import {post} from '../core/api.js';
import {pathOf} from '../core/sources.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';

/** Keys by which tools submit leads for a source in Baton's own words. */
class SourceKeys extends View {
  static properties = {source: {attribute: false}, made: {state: true}};

  #task = new Task(this);

  constructor() {
    super();
    this.made = null;
  }

  willUpdate(changed) {
    if (changed.has('source') && changed.get('source')?.id !== this.source.id) {
      this.made = null;
    }
  }

  #make() {
    this.#task.run(async () => {
      this.made = (await post(`${pathOf(this.source.id)}/keys`)).key;
    });
  }

  render() {
    return html`<section class="card secrets">
      <h2>Requests with a key</h2>
      <p class="quiet">
        Zapier, Make, your own website: whatever can send a web request with a header submits leads with a key, in the
        way that docs/connecting.md shows. A key submits leads and does nothing else. Whoever has the key of an
        <code>admin</code> revokes it.
      </p>
      ${this.made ? html`<p><code>${this.made}</code> <strong>Shown this once.</strong></p>` : nothing}
      ${this.#task.note()}
      <div><button ?disabled=${this.#task.isBusy} @click=${() => this.#make()}>Make a key</button></div>
    </section>`;
  }
}

customElements.define('source-keys', SourceKeys);

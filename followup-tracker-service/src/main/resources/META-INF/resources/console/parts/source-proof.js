import {html, nothing} from 'lit';
import {change} from '../core/sources.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import './toast-line.js';

/** How a sender can prove who it is: what it shows, what has a name in it, and what that is usually called. */
const WAYS = {
  HEADER: {shows: 'The secret, in a header', named: 'Header', usual: 'X-Webhook-Secret'},
  ADDRESS: {shows: 'The secret, in the address', named: 'Parameter of the address', usual: 'key'},
  SIGNATURE: {shows: 'A signature of the body', named: 'Header of the signature', usual: 'X-Signature'},
};

/** How a sender of a form of its own proves who it is. */
class SourceProof extends View {
  static properties = {source: {attribute: false}, by: {state: true}};

  #task = new Task(this);

  willUpdate(changed) {
    const before = changed.get('source');
    if (changed.has('source') && (before?.id !== this.source.id || before.proof.by !== this.source.proof.by)) {
      this.by = this.source.proof.by;
    }
  }

  #save(event) {
    event.preventDefault();
    const said = new FormData(event.target);
    const text = (name) => said.get(name)?.trim() || undefined;
    this.#task.run(async () => {
      await change(this.source, {
        proof: {by: this.by, name: text('name'), encoding: text('encoding'), prefix: text('prefix')},
      });
      this.querySelector('toast-line').say('Saved. It is in force within seconds.');
      this.tell('source-changed');
    });
  }

  render() {
    const {proof} = this.source;
    const way = WAYS[this.by];
    return html`<form class="card fields" @submit=${this.#save}>
        <h2>How the sender proves who it is</h2>
        <label>What it shows
          <select name="by" @change=${(event) => (this.by = event.target.value)}>
            ${Object.entries(WAYS).map(([id, {shows}]) => html`<option value=${id} ?selected=${id === this.by}>${shows}</option>`)}
          </select>
        </label>
        <label>${way.named}
          <input name="name" required pattern="[A-Za-z0-9_\\-]{1,64}" title="Letters, digits, hyphens and underscores" autocomplete="off" .value=${this.by === proof.by ? proof.name : way.usual}>
        </label>
        ${this.by === 'SIGNATURE'
          ? html`<label>Written as
                <select name="encoding">
                  ${['HEX', 'BASE64'].map((id) => html`<option value=${id} ?selected=${id === proof.encoding}>HMAC-SHA-256, ${id.toLowerCase()}</option>`)}
                </select>
              </label>
              <label>Behind <input name="prefix" pattern="[!-~]*" maxlength="40" title="No blanks" autocomplete="off" placeholder="sha256=" .value=${proof.prefix ?? ''}></label>`
          : nothing}
        ${this.#task.note()}
        <button class="main" ?disabled=${this.#task.isBusy}>Save the proof</button>
      </form>
      <toast-line></toast-line>`;
  }
}

customElements.define('source-proof', SourceProof);

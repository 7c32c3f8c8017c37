import {html, nothing} from 'lit';
import {INTAKE, post} from '../core/api.js';
import {address} from '../core/place.js';
import {session} from '../core/session.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';

/** Says that a lead turned out to be another one, and lets those who may say that it is not. */
class MergedNote extends View {
  static properties = {leadId: {}, into: {}};

  #task = new Task(this);

  #ask() {
    this.#task.forget();
    this.querySelector('dialog').showModal();
  }

  #unmerge() {
    this.#task.run(async () => {
      await post(`${INTAKE}/leads/${encodeURIComponent(this.leadId)}/unmerge`);
      this.querySelector('dialog').close();
      this.tell('lead-changed');
    });
  }

  render() {
    return html`<p class="banner" role="status">
        This record turned out to be another one of the same person.
        <a href=${address('leads', this.into)}>Open the one that goes on</a>
        ${session.is('marketing', 'manager', 'admin')
          ? html`<button class="plain" @click=${() => this.#ask()}>They are two people…</button>`
          : nothing}
      </p>
      <dialog aria-labelledby="unmerge-title">
        <h2 id="unmerge-title">Two people after all?</h2>
        <p>
          Each gets back what it had and what it said since, and they are never taken for one again. What ended because of it stays ended.
        </p>
        ${this.#task.note()}
        <div class="dialog-actions">
          <button class="plain" @click=${() => this.querySelector('dialog').close()}>Leave it</button>
          <button class="main" ?disabled=${this.#task.isBusy} @click=${() => this.#unmerge()}>They are two people</button>
        </div>
      </dialog>`;
  }
}

customElements.define('merged-note', MergedNote);

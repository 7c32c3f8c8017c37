import {html, nothing} from 'lit';
import {COMMANDS, REJECTIONS, Recording, reasonCodes} from '../core/activities.js';
import {Load} from '../core/load.js';
import {Names} from '../core/people.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import {leadTitle} from './lead-title.js';

/**
 * What a rep can do about a lead, as buttons; asks where an outcome wants a reason. The question is
 * about the lead that it was asked about: if that one leaves the list meanwhile, it is withdrawn.
 */
class LeadCommands extends View {
  static properties = {
    item: {attribute: false},
    repId: {},
    ahead: {type: Number},
    asking: {state: true},
    reason: {state: true},
  };

  #codes = new Load(this, reasonCodes);
  #recording = new Recording();
  #task = new Task(this);

  constructor() {
    super();
    this.ahead = 0;
    this.asking = null;
    this.reason = 'PROCEDURAL';
    new Names(this);
  }

  willUpdate(changes) {
    if (changes.has('item') && this.asking !== null && !isSame(this.item, this.asking.item)) {
      this.querySelector('dialog')?.close();
      this.tell('lead-gone', this.asking.item);
    }
  }

  get commands() {
    return COMMANDS.filter((command) => command.stages.includes(this.item?.stage));
  }

  /** Does what the key stands for; nothing if it does not fit the stage. */
  press(key) {
    const command = this.commands.find((one) => one.key === key);
    if (command && !this.#task.isBusy) {
      this.#begin(command);
    }
  }

  async #begin(command) {
    const item = this.item;
    this.#task.forget();
    if (!command.asks) {
      await this.#record(command, item, {});
      return;
    }
    this.asking = {command, item};
    if (this.#codes.value === null) {
      this.#codes.run();
    }
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  async #confirm(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const {command, item} = this.asking;
    await this.#record(command, item, {reason: form.get('reason'), reasonCode: form.get('code')});
    if (this.#task.problem === null) {
      this.querySelector('dialog').close();
    }
  }

  #record(command, item, said) {
    return this.#task.run(async () => {
      const {leadId} = item;
      await this.#recording.record(command, {leadId, repId: this.repId, ahead: this.ahead, ...said});
      this.tell('lead-recorded', {command, item});
    });
  }

  render() {
    return html`
      <div class="commands" role="group" aria-label="What you did">
        ${this.commands.map(
          (command, i) => html`<button
            class=${i === 0 ? 'main' : ''}
            ?disabled=${this.#task.isBusy}
            aria-keyshortcuts=${command.key}
            @click=${() => this.#begin(command)}
          >
            ${command.name} <kbd>${command.key}</kbd>
          </button>`,
        )}
      </div>
      ${this.asking === null ? this.#task.note() : nothing}
      <dialog aria-labelledby="ask-title" @close=${() => (this.asking = null)}>
        ${this.asking ? this.#question(this.asking) : nothing}
      </dialog>
    `;
  }

  #question({command, item}) {
    const codes = (this.#codes.value ?? []).filter(
      (code) =>
        code.disposition === command.disposition &&
        (command.disposition !== 'REJECTED' || code.reason === this.reason),
    );
    return html`<form @submit=${this.#confirm}>
      <h2 id="ask-title">${leadTitle(item)}</h2>
      <p>${command.asks}</p>
      ${command.disposition === 'REJECTED' ? this.#reasons() : nothing}
      ${codes.length > 0
        ? html`<label for="ask-code">Reason</label>
            <select id="ask-code" name="code">
              <option value="">Not said</option>
              ${codes.map((code) => html`<option value=${code.code}>${code.label}</option>`)}
            </select>`
        : nothing}
      ${this.#task.note()}
      <div class="dialog-actions">
        <button type="button" class="plain" @click=${() => this.querySelector('dialog').close()}>
          Cancel
        </button>
        <button class="main" ?autofocus=${!command.wantsReason} ?disabled=${this.#task.isBusy}>${command.name.replace('…', '')}</button>
      </div>
    </form>`;
  }

  #reasons() {
    return html`<fieldset>
      <legend>Kind</legend>
      ${Object.entries(REJECTIONS).map(
        ([kind, what]) => html`<label class="check">
          <input
            type="radio"
            name="reason"
            value=${kind}
            .checked=${kind === this.reason}
            @change=${() => (this.reason = kind)}
          >
          ${what}
        </label>`,
      )}
    </fieldset>`;
  }
}

function isSame(one, other) {
  return one?.assignmentId === other.assignmentId;
}

customElements.define('lead-commands', LeadCommands);

import {html, nothing} from 'lit';
import {COMMANDS, REJECTIONS, reasonCodes, record} from '../core/activities.js';
import {Load} from '../core/load.js';
import {View} from '../core/view.js';

/** What a rep can do about a lead, as buttons; asks where an outcome wants a reason. */
class LeadCommands extends View {
  static properties = {
    item: {attribute: false},
    repId: {},
    ahead: {type: Number},
    asking: {state: true},
    reason: {state: true},
    problem: {state: true},
    isBusy: {state: true},
  };

  #codes = new Load(this, reasonCodes);

  constructor() {
    super();
    this.ahead = 0;
    this.asking = null;
    this.reason = 'PROCEDURAL';
    this.problem = null;
    this.isBusy = false;
  }

  get commands() {
    return COMMANDS.filter((command) => command.stages.includes(this.item?.stage));
  }

  /** Does what the key stands for; nothing if it does not fit the stage. */
  press(key) {
    const command = this.commands.find((one) => one.key === key);
    if (command && !this.isBusy) {
      this.#begin(command);
    }
  }

  async #begin(command) {
    this.problem = null;
    if (!command.asks) {
      await this.#record(command, {});
      return;
    }
    this.asking = command;
    if (this.#codes.value === null) {
      this.#codes.run();
    }
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  async #confirm(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    await this.#record(this.asking, {reason: form.get('reason'), reasonCode: form.get('code')});
    if (this.problem === null) {
      this.querySelector('dialog').close();
    }
  }

  async #record(command, said) {
    this.isBusy = true;
    try {
      const {leadId} = this.item;
      await record(command, {leadId, repId: this.repId, ahead: this.ahead, ...said});
      this.tell('lead-recorded', {command, leadId});
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.isBusy = false;
  }

  render() {
    return html`
      <div class="commands" role="group" aria-label="What you did">
        ${this.commands.map(
          (command, i) => html`<button
            class=${i === 0 ? 'main' : ''}
            ?disabled=${this.isBusy}
            aria-keyshortcuts=${command.key}
            @click=${() => this.#begin(command)}
          >
            ${command.name} <kbd>${command.key}</kbd>
          </button>`,
        )}
      </div>
      ${this.problem && this.asking === null
        ? html`<problem-note .problem=${this.problem}></problem-note>`
        : nothing}
      <dialog aria-labelledby="ask-title" @close=${() => (this.asking = null)}>
        ${this.asking ? this.#question(this.asking) : nothing}
      </dialog>
    `;
  }

  #question(command) {
    const codes = (this.#codes.value ?? []).filter(
      (code) =>
        code.disposition === command.disposition &&
        (command.disposition !== 'REJECTED' || code.reason === this.reason),
    );
    return html`<form @submit=${this.#confirm}>
      <h2 id="ask-title">${command.asks}</h2>
      ${command.disposition === 'REJECTED' ? this.#reasons() : nothing}
      ${codes.length > 0
        ? html`<label for="ask-code">Reason</label>
            <select id="ask-code" name="code">
              <option value="">Not said</option>
              ${codes.map((code) => html`<option value=${code.code}>${code.label}</option>`)}
            </select>`
        : nothing}
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      <div class="dialog-actions">
        <button type="button" class="plain" @click=${() => this.querySelector('dialog').close()}>
          Cancel
        </button>
        <button class="main" ?autofocus=${!command.wantsReason} ?disabled=${this.isBusy}>${command.name.replace('…', '')}</button>
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

customElements.define('lead-commands', LeadCommands);

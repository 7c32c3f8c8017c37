import {html} from 'lit';
import {presentKeys, singleKeys} from '../core/keys.js';
import {View} from '../core/view.js';

const NAMES = {ArrowDown: '↓', ArrowUp: '↑', Enter: '⏎', ' ': 'Space'};

/** Which keys do something at present. */
class KeysHelp extends View {
  show() {
    this.requestUpdate();
    this.querySelector('dialog').showModal();
  }

  render() {
    const close = () => this.querySelector('dialog').close();
    return html`<dialog class="keys" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">Keys</h2>
        <button class="plain" @click=${close}>Close</button>
      </header>
      <dl>
        ${presentKeys().map(
          ([key, what]) => html`<div><dt><kbd>${NAMES[key] ?? key}</kbd></dt><dd>${what}</dd></div>`,
        )}
        <div><dt><kbd>1</kbd>–<kbd>5</kbd></dt><dd>Go to a page</dd></div>
      </dl>
      <label class="check">
        <input
          type="checkbox"
          .checked=${singleKeys.areOn}
          @change=${(event) => (singleKeys.areOn = event.target.checked)}
        >
        Single keys are on, in this browser
      </label>
    </dialog>`;
  }
}

customElements.define('keys-help', KeysHelp);

import {html} from 'lit';
import {View} from '../core/view.js';

const SHOWN = 4_000;

/** Says in one line what was just done, and vanishes. */
class ToastLine extends View {
  static properties = {text: {state: true}};

  #timer = null;

  constructor() {
    super();
    this.text = '';
  }

  say(text) {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.text = ''), SHOWN);
  }

  render() {
    return html`<p class="toast" role="status" data-shown=${this.text !== ''}>${this.text}</p>`;
  }
}

customElements.define('toast-line', ToastLine);

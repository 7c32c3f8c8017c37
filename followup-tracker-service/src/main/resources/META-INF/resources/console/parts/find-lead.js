import {html} from 'lit';
import {INTAKE, post} from '../core/api.js';
import {address} from '../core/place.js';
import {session} from '../core/session.js';
import {View} from '../core/view.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds a lead by its id, or by its e-mail address for those who may know it. */
class FindLead extends View {
  static properties = {problem: {state: true}};

  constructor() {
    super();
    this.problem = '';
  }

  start() {
    this.querySelector('input').focus();
  }

  async #find(event) {
    event.preventDefault();
    const input = event.target.querySelector('input');
    const wanted = input.value.trim();
    this.problem = '';
    if (wanted === '') {
      return;
    }
    if (ID.test(wanted)) {
      this.#open(input, wanted.toLowerCase());
    } else if (!session.seesNames) {
      this.problem = 'Enter the id of a lead.';
    } else if (!wanted.includes('@')) {
      this.problem = 'Enter an e-mail address or the id of a lead.';
    } else {
      await this.#ask(input, wanted);
    }
  }

  async #ask(input, email) {
    try {
      const found = await post(`${INTAKE}/leads/lookups`, {email});
      if (found.items.length === 0) {
        this.problem = 'Nobody has this address.';
      } else {
        this.#open(input, found.items[0].leadId);
      }
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  #open(input, leadId) {
    input.value = '';
    input.blur();
    location.hash = address('leads', leadId);
  }

  render() {
    const what = session.seesNames ? 'E-mail or lead id' : 'Lead id';
    return html`<form class="find" role="search" @submit=${this.#find}>
      <input
        type="search"
        aria-label="Find a lead by ${what}"
        placeholder=${what}
        aria-invalid=${this.problem !== ''}
        @input=${() => (this.problem = '')}
      >
      <p class="field-problem" role="status">${this.problem}</p>
    </form>`;
  }
}

customElements.define('find-lead', FindLead);

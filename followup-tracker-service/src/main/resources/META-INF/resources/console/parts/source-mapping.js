import {html, nothing} from 'lit';
import {post} from '../core/api.js';
import {title, words} from '../core/format.js';
import {session} from '../core/session.js';
import {change, pathOf} from '../core/sources.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import './toast-line.js';

/** Bodies that are no JSON, by what people call them. */
const FORM = 'application/x-www-form-urlencoded';
const EXAMPLE = {fields: {email: 'item.contact.mail', company: 'item.contact.firm'}};

/** Where in the bodies of a sender a lead's fields are: tried on one, and saved. */
class SourceMapping extends View {
  static properties = {
    source: {attribute: false},
    tried: {state: true},
  };

  #task = new Task(this);

  constructor() {
    super();
    this.tried = null;
  }

  get #maySave() {
    return session.is('marketing', 'ops', 'admin');
  }

  #wanted() {
    const text = this.querySelector('#mapping').value.trim();
    return text === '' ? undefined : JSON.parse(text);
  }

  #act(what) {
    this.#task.run(async () => {
      try {
        await what();
      } catch (problem) {
        this.tried = null;
        throw problem instanceof SyntaxError ? new Error(`The mapping is no JSON: ${problem.message}`) : problem;
      }
    });
  }

  #try() {
    this.#act(async () => {
      const body = this.querySelector('#try-body').value;
      this.tried = await post(`${pathOf(this.source.id)}/preview`, {
        platform: this.source.platform,
        mapping: this.#wanted(),
        mediaType: this.querySelector('#try-type').value,
        body,
      });
    });
  }

  #save() {
    this.#act(async () => {
      await change(this.source, {mapping: this.#wanted()});
      this.querySelector('toast-line').say('Saved. What waits in quarantine can be read again.');
      this.tell('source-changed');
    });
  }

  render() {
    return html`<section class="card mapping">
        <h2>Mapping</h2>
        <p class="quiet">
          Expressions of CEL over <code>item</code>, one for each field; docs/generic.md has all of it. Without a
          mapping, left empty, fields are found by their names.
        </p>
        <label for="mapping">Mapping, as JSON</label>
        <textarea id="mapping" rows="10" spellcheck="false" placeholder=${JSON.stringify(EXAMPLE, null, 2)} .value=${this.source.mapping ? JSON.stringify(this.source.mapping, null, 2) : ''}></textarea>
        <label for="try-body">A body of the sender</label>
        <select id="try-type" aria-label="What the body is">
          <option value="application/json">JSON</option>
          <option value=${FORM}>a form</option>
        </select>
        <textarea id="try-body" rows="8" spellcheck="false" placeholder='{"contact": {"mail": "jo@example.com"}}'></textarea>
        <div class="dialog-actions">
          <button ?disabled=${this.#task.isBusy} @click=${() => this.#try()}>Try it</button>
          ${this.#maySave ? html`<button class="main" ?disabled=${this.#task.isBusy} @click=${() => this.#save()}>Save the mapping</button>` : nothing}
        </div>
        ${this.#task.note()}
      </section>
      ${this.tried ? this.#result(this.tried.items) : nothing}
      <toast-line></toast-line>`;
  }

  #result(items) {
    if (items.length === 0) {
      return html`<p class="card empty">The mapping cuts no item out of this body.</p>`;
    }
    return items.map(
      (item, i) => html`<section class="card" aria-labelledby="tried-${i}">
        <h2 id="tried-${i}">Would be: ${title(item.outcome)} ${item.reason ? html`<span class="quiet">${words(item.reason)}</span>` : nothing}</h2>
        ${item.lead
          ? html`<dl class="facts">
              ${Object.entries(item.lead)
                .filter(([, value]) => value !== null && typeof value !== 'object')
                .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
              ${Object.entries(item.lead.answers ?? {}).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
            </dl>`
          : nothing}
        ${item.missing?.length
          ? html`<h3>Not found</h3>
              <ul>${item.missing.map((one) => html`<li><code>${one.pointer}</code> ${one.message}</li>`)}</ul>`
          : nothing}
      </section>`,
    );
  }
}

customElements.define('source-mapping', SourceMapping);

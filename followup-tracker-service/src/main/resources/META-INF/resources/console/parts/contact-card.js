import {html, nothing} from 'lit';
import {Names, people} from '../core/people.js';
import {session} from '../core/session.js';
import {View} from '../core/view.js';

const NOBODY = {
  ERASED: 'Everything that told who this is was erased.',
  UNKNOWN: 'Nothing is known of who this is.',
};

/** Who a lead is, for those who may know. Asked for now, and kept nowhere. */
class ContactCard extends View {
  static properties = {leadId: {}};

  constructor() {
    super();
    new Names(this);
  }

  #nobody(status) {
    if (status === 'FAILED') {
      return html`<p class="quiet">
        Who this is could not be looked up.
        <button class="plain" @click=${() => people.doubt(this.leadId)}>Try again</button>
      </p>`;
    }
    return html`<p class="quiet">${NOBODY[status] ?? 'Looking up who this is…'}</p>`;
  }

  render() {
    if (!session.seesNames) {
      return html`<p class="quiet">Names and addresses are not shown to your role.</p>`;
    }
    const profile = people.lead(this.leadId);
    if (profile === null) {
      return this.#nobody(people.status(this.leadId));
    }
    const answers = Object.entries(profile.answers ?? {});
    return html`<dl class="contact">
      ${line('Name', people.name(this.leadId))}
      ${profile.email ? line('E-mail', html`<a href="mailto:${profile.email}">${profile.email}</a>`) : nothing}
      ${profile.phone ? line('Phone', html`<a href="tel:${profile.phone}">${profile.phone}</a>`) : nothing}
      ${line('Title', profile.title)} ${line('Company', profile.company)}
      ${line('Country', profile.country)} ${line('Notes', profile.notes)}
      ${answers.map(([question, answer]) => line(question, answer))}
    </dl>`;
  }
}

function line(name, value) {
  return value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;
}

customElements.define('contact-card', ContactCard);

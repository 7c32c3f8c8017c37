import {html, nothing} from 'lit';
import {PLATFORMS} from '../core/platforms.js';
import {change} from '../core/sources.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import './toast-line.js';

const READINGS = {
  PREFIXED_BODY: '“hmacsha256=” and the body, as LinkedIn documents it',
  PREFIXED_SIGNATURE: 'the body, written behind “hmacsha256=”',
  BODY: 'the body',
};

/** What can be changed of a source once it is connected. */
class SourceSettings extends View {
  static properties = {source: {attribute: false}};

  #task = new Task(this);

  #save(event) {
    event.preventDefault();
    const form = event.target;
    const said = new FormData(form);
    const text = (name) => said.get(name)?.trim() || undefined;
    const perSecond = text('perSecond');
    this.#task.run(async () => {
      await change(this.source, {
        name: text('name'),
        campaign: text('campaign'),
        country: text('country')?.toUpperCase(),
        requestsPerSecond: perSecond === undefined ? undefined : Number(perSecond),
        active: said.has('active'),
        accessToken: text('token'),
        verifyToken: text('verifyToken'),
        ...(this.#has('v3Only') ? {v3Only: said.has('v3Only')} : {}),
        ...(this.#has('signedText') ? {signedText: text('signedText')} : {}),
      });
      form.querySelectorAll('input[type=password]').forEach((input) => (input.value = ''));
      this.querySelector('toast-line').say('Saved. It is in force within seconds.');
      this.tell('source-changed');
    });
  }

  #has(setting) {
    return PLATFORMS[this.source.platform]?.settings?.includes(setting) ?? false;
  }

  render() {
    const {source} = this;
    return html`<form class="card fields" @submit=${this.#save}>
        <h2>Settings</h2>
        <label>What you call it <input name="name" required maxlength="200" autocomplete="off" .value=${source.name}></label>
        <label>Campaign credited where a lead names none <input name="campaign" maxlength="200" autocomplete="off" .value=${source.campaign ?? ''}></label>
        <label>Country of phone numbers without a prefix
          <input name="country" pattern="[A-Za-z]{2}" title="Two letters" autocomplete="off" .value=${source.country ?? ''}>
        </label>
        <label>Requests a second, at most
          <input name="perSecond" type="number" min="0" max="100000" placeholder="as of any source" .value=${source.requestsPerSecond ?? ''}>
        </label>
        ${PLATFORMS[source.platform]?.hasToken
          ? html`<label>Another access token <input name="token" type="password" autocomplete="off" placeholder="stays as it is"></label>`
          : nothing}
        ${this.#has('verifyToken')
          ? html`<label>Another verify token <input name="verifyToken" minlength="8" maxlength="200" autocomplete="off" placeholder="stays as it is"></label>`
          : nothing}
        ${this.#has('signedText')
          ? html`<label>What the signature is made over
              <select name="signedText">
                ${Object.entries(READINGS).map(([id, name]) => html`<option value=${id} ?selected=${id === source.signedText}>${name}</option>`)}
              </select>
            </label>`
          : nothing}
        ${this.#has('v3Only')
          ? html`<label class="check"><input type="checkbox" name="v3Only" .checked=${source.v3Only ?? false}> Refuse signatures without a time</label>`
          : nothing}
        <label class="check"><input type="checkbox" name="active" .checked=${source.active}> It is switched on</label>
        ${this.#task.note()}
        <button class="main" ?disabled=${this.#task.isBusy}>Save the settings</button>
      </form>
      <toast-line></toast-line>`;
  }
}

customElements.define('source-settings', SourceSettings);

import {html, nothing} from 'lit';
import {all, get, INTAKE, Problem, put} from '../core/api.js';
import {moment, whole} from '../core/format.js';
import {Load} from '../core/load.js';
import {address} from '../core/place.js';
import {PLATFORMS, platformName} from '../core/platforms.js';
import {session} from '../core/session.js';
import {pathOf} from '../core/sources.js';
import {Task} from '../core/task.js';
import {View} from '../core/view.js';
import './source.js';

const FRESH = 15_000;
/** The sums are drawn up from all that came: that is asked for less often. */
const SUMS_FRESH = 300_000;
const DAYS = 7;

/** Throws if there is a source of this short name, which connecting would change. */
async function isFree(id) {
  const found = await get(pathOf(id)).catch((problem) => {
    if (problem.status !== 404) {
      throw problem;
    }
    return null;
  });
  if (found !== null) {
    throw new Problem(409, {title: 'Taken', detail: `There is a source ${id} already. Choose another short name.`});
  }
}

/** Where leads come from, and whether they come. */
class SourcesPage extends View {
  static properties = {platform: {state: true}, made: {state: true}};

  #task = new Task(this);

  #sums = {of: new Map(), at: 0};
  #sources = new Load(this, (signal) => this.#fetch(signal), {every: FRESH});

  constructor() {
    super();
    this.platform = 'HUBSPOT';
    this.made = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#sources.run();
  }

  /** Each with what came in the last days. */
  async #fetch(signal) {
    const [sources, sums] = await Promise.all([all(`${INTAKE}/sources`, {signal}), this.#summed(signal)]);
    return sources.map((source) => ({...source, of: sums.get(source.id)}));
  }

  async #summed(signal) {
    if (Date.now() - this.#sums.at < SUMS_FRESH) {
      return this.#sums.of;
    }
    const from = new Date(Date.now() - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
    const balance = await get(`${INTAKE}/balance?from=${from}`, {signal});
    const sums = new Map();
    for (const entry of balance.entries) {
      const sum = sums.get(entry.source) ?? {submissions: 0, newLeads: 0, quarantined: 0};
      Object.keys(sum).forEach((name) => (sum[name] += entry[name]));
      sums.set(entry.source, sum);
    }
    this.#sums = {of: sums, at: Date.now()};
    return sums;
  }

  get #mayConnect() {
    return session.is('marketing', 'admin', 'ops');
  }

  async #open() {
    this.#task.forget();
    this.made = null;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  #connect(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const said = (name) => form.get(name)?.trim() || undefined;
    this.#task.run(async () => {
      await isFree(said('id'));
      this.made = await put(pathOf(said('id')), {
        name: said('name'),
        platform: this.platform,
        secret: said('secret'),
        accessToken: said('token'),
        campaign: said('campaign'),
        country: said('country')?.toUpperCase(),
      });
      this.#sources.run();
    });
  }

  render() {
    return html`
      <header class="page-head">
        <div>
          <h1>Sources</h1>
          <p class="quiet">Where leads come from, and what came in the last ${DAYS} days</p>
        </div>
        ${this.#mayConnect ? html`<button class="main" @click=${this.#open}>Connect a platform</button>` : nothing}
      </header>
      ${this.#sources.render((sources) => this.#ready(sources), {lines: 8, again: () => this.#sources.run()})}
      <dialog aria-labelledby="connect-title" class="wide">
        ${this.made ? this.#done(this.made) : this.#form()}
      </dialog>
    `;
  }

  #ready(sources) {
    return html`<div class="card scroll" tabindex="0" role="region" aria-label="Sources">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Platform</th>
            <th scope="col">Campaign</th>
            <th scope="col" class="n">Received</th>
            <th scope="col" class="n">New leads</th>
            <th scope="col" class="n">In quarantine</th>
            <th scope="col" class="n">Since</th>
          </tr>
        </thead>
        <tbody>
          ${sources.map(
            (source) => html`<tr>
              <th scope="row">
                <a href=${address('sources', source.id)}>${source.name}</a>
                <small class="quiet">${source.id}${source.active ? '' : ', switched off'}</small>
              </th>
              <td>${platformName(source.platform)}</td>
              <td>${source.campaign ?? ''}</td>
              <td class="n">${whole(source.of?.submissions ?? 0)}</td>
              <td class="n">${whole(source.of?.newLeads ?? 0)}</td>
              <td class="n">${whole(source.of?.quarantined ?? 0)}</td>
              <td class="n">${moment(source.createdAt)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #form() {
    const platform = PLATFORMS[this.platform];
    return html`<form @submit=${this.#connect}>
      <h2 id="connect-title">Connect a platform</h2>
      <label for="connect-platform">Platform</label>
      <select id="connect-platform" @change=${(event) => (this.platform = event.target.value)}>
        ${Object.entries(PLATFORMS).map(
          ([id, one]) => html`<option value=${id} ?selected=${id === this.platform}>${one.offered ?? one.name}</option>`,
        )}
      </select>
      <label for="connect-name">What you call it</label>
      <input id="connect-name" name="name" required maxlength="200" autocomplete="off" placeholder="Website forms">
      <label for="connect-id">Short name, which stays</label>
      <input id="connect-id" name="id" required pattern="[a-z0-9][a-z0-9\\-]{0,62}" autocomplete="off" placeholder="website-forms" title="Lower-case letters, digits and hyphens">
      ${platform.secret === 'PLATFORM'
        ? html`<label for="connect-secret">${platform.secretName}</label>
            <input id="connect-secret" name="secret" type="password" required minlength="8" autocomplete="off">`
        : nothing}
      ${platform.hasToken
        ? html`<label for="connect-token">Access token, by which Baton asks who leads are</label>
            <input id="connect-token" name="token" type="password" autocomplete="off">`
        : nothing}
      <label for="connect-campaign">Campaign credited where a lead names none</label>
      <input id="connect-campaign" name="campaign" maxlength="200" autocomplete="off">
      <label for="connect-country">Country of phone numbers without a prefix</label>
      <input id="connect-country" name="country" pattern="[A-Za-z]{2}" autocomplete="off" placeholder="DE" title="Two letters">
      ${this.#task.note()}
      <div class="dialog-actions">
        <button type="button" class="plain" @click=${() => this.querySelector('dialog').close()}>Cancel</button>
        <button class="main" ?disabled=${this.#task.isBusy}>Connect</button>
      </div>
    </form>`;
  }

  #done(source) {
    return html`<div class="connected">
      <h2 id="connect-title">${source.name} is connected</h2>
      <source-steps .source=${source}></source-steps>
      <div class="dialog-actions">
        <a class="button main" href=${address('sources', source.id)} @click=${() => this.querySelector('dialog').close()}>Watch what arrives</a>
      </div>
    </div>`;
  }
}

customElements.define('sources-page', SourcesPage);

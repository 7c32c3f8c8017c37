import {html, nothing} from 'lit';
import {all, ask, get, INTAKE, post, put, query} from '../core/api.js';
import {moment, percent, title, whole, words} from '../core/format.js';
import {Load} from '../core/load.js';
import {place} from '../core/place.js';
import {session} from '../core/session.js';
import {Stream} from '../core/stream.js';
import {Task} from '../core/task.js';
import {uuid} from '../core/uuid.js';
import {View} from '../core/view.js';
import './toast-line.js';

const FIELDS = [
  'EMAIL', 'PHONE', 'GIVEN_NAME', 'FAMILY_NAME', 'FULL_NAME', 'TITLE', 'COMPANY', 'COMPANY_DOMAIN', 'COUNTRY',
  'INDUSTRY', 'EMPLOYEES', 'CAMPAIGN', 'NOTES', 'SENT_AT', 'EXTERNAL_ID',
];
const OUTCOMES = {newLeads: 'New leads', touchpoints: 'Touchpoints', duplicates: 'Duplicates', quarantined: 'Quarantined'};
const ENDS = ['DONE', 'CANCELLED', 'EXPIRED'];
const GOES_ON = ['CHECKING', 'RUNNING'];
/** Of what was written the kind stays, and the columns can still be corrected. */
const MENDABLE = ['DONE', 'CANCELLED'];

/** Lists of a source: uploaded, understood, tried, written. */
class SourceImports extends View {
  static properties = {
    source: {attribute: false},
    chosen: {state: true},
    sample: {state: true},
    rows: {state: true},
  };

  #task = new Task(this);

  #lists = new Load(this, async (id, signal) =>
    (await all(`${INTAKE}/imports`, {signal})).filter((one) => one.source === id),
  );
  #progress = new Stream(this, (name, data) => {
    if (data.id !== this.chosen?.id) {
      return;
    }
    this.chosen = data;
    if (!GOES_ON.includes(data.state)) {
      this.#progress.listen(null);
      this.#lists.run(this.source.id);
      this.#lookAtRows(data).catch((problem) => this.#task.fail(problem));
    }
  });

  constructor() {
    super();
    this.chosen = null;
    this.sample = null;
    this.rows = null;
  }

  willUpdate(changed) {
    if (changed.has('source')) {
      this.#lists.run(this.source.id);
    }
  }

  get #mayImport() {
    return session.is('marketing', 'admin');
  }

  async #act(what) {
    if (this.#task.isBusy) {
      return;
    }
    await this.#task.run(what);
    this.#lists.run(this.source.id);
  }

  #upload(event) {
    event.preventDefault();
    const file = this.querySelector('#list-file').files[0];
    const said = new FormData(event.target);
    this.#act(async () => {
      const where = query({
        source: this.source.id,
        name: file.name,
        encoding: said.get('encoding'),
        delimiter: said.get('delimiter'),
      });
      const response = await ask(`${INTAKE}/imports${where}`, {
        method: 'POST',
        headers: {'Content-Type': 'text/csv', 'Idempotency-Key': uuid()},
        body: file,
      });
      await this.#choose(await response.json());
    });
  }

  async #choose(list) {
    this.chosen = list;
    this.rows = null;
    this.sample = null;
    this.#follow(list);
    if (this.#mayImport && !ENDS.includes(list.state)) {
      const sample = await get(`${INTAKE}/imports/${list.id}/sample`);
      if (this.chosen.id === list.id) {
        this.sample = sample;
      }
    }
    await this.#lookAtRows(list);
  }

  #follow(list) {
    this.#progress.listen(GOES_ON.includes(list.state) ? `${INTAKE}/imports/${list.id}/progress` : null);
  }

  /** Once it has ended, which of its rows are in quarantine. */
  async #lookAtRows(list) {
    if (!ENDS.includes(list.state)) {
      return;
    }
    const page = await get(`${INTAKE}/imports/${list.id}/rows?outcome=QUARANTINED&limit=50`);
    if (this.chosen.id === list.id) {
      this.rows = page.items;
    }
  }

  #confirm(event) {
    event.preventDefault();
    const said = new FormData(event.target);
    const columns = this.chosen.columns.map((column, i) => {
      const use = said.get(`use-${i}`);
      if (FIELDS.includes(use)) {
        return {column, use: 'FIELD', field: use};
      }
      return use === 'CONSENT' ? {column, use, purpose: said.get(`purpose-${i}`).trim()} : {column, use};
    });
    this.#act(async () => {
      const wanted = {kind: said.get('kind') ?? this.chosen.kind, campaign: said.get('campaign').trim() || undefined, columns};
      this.chosen = await put(`${INTAKE}/imports/${this.chosen.id}/mapping`, wanted);
    });
  }

  #do(what) {
    this.#act(async () => {
      this.chosen = await post(`${INTAKE}/imports/${this.chosen.id}/${what}`);
      this.#follow(this.chosen);
    });
  }

  render() {
    return html`
      ${this.#mayImport ? this.#uploadForm() : nothing}
      ${this.#task.note()}
      ${this.chosen ? this.#detail(this.chosen) : nothing}
      ${this.#lists.render((lists) => this.#all(lists), {lines: 4})}
      <toast-line></toast-line>
    `;
  }

  #uploadForm() {
    return html`<form class="card inline-form" @submit=${this.#upload}>
      <h2>Import a list</h2>
      <label>CSV with a header <input id="list-file" type="file" accept=".csv,.txt,text/csv" required></label>
      <label>Encoding
        <select name="encoding">
          <option value="">found out</option>
          ${['UTF-8', 'windows-1252', 'UTF-16LE', 'UTF-16BE'].map((one) => html`<option>${one}</option>`)}
        </select>
      </label>
      <label>Separated by
        <select name="delimiter">
          <option value="">found out</option>
          <option value=",">comma</option>
          <option value=";">semicolon</option>
          <option value="tab">tab</option>
          <option value="|">bar</option>
        </select>
      </label>
      <button class="main" ?disabled=${this.#task.isBusy}>${this.#task.isBusy ? 'Wait…' : 'Upload'}</button>
    </form>`;
  }

  #detail(list) {
    return html`<section class="card import" aria-labelledby="import-title">
      <h2 id="import-title">${list.name} <span class="state">${title(list.state)}</span></h2>
      <p class="quiet">${whole(list.rows)} rows${list.encoding ? html`, ${list.encoding}` : nothing}</p>
      ${['UPLOADED', 'READY'].includes(list.state) && this.#mayImport ? this.#columns(list) : nothing}
      ${list.dryRun ? this.#outcomes('What would happen', list.dryRun, list.rows) : nothing}
      ${list.startedAt ? this.#outcomes('What happened', list.done, list.rows) : nothing}
      ${this.rows?.length
        ? html`<h3>Rows in <a href=${place.choosing({show: 'quarantine'})}>quarantine</a></h3>
            <p>${this.rows.map((row) => html`<span class="pair">${whole(row.row)} <small class="quiet">${words(row.reason)}</small></span> `)}</p>
            ${MENDABLE.includes(list.state) && this.#mayImport
              ? html`<details>
                  <summary>Correct the columns, then read these rows again</summary>
                  ${this.#columns(list)}
                </details>`
              : nothing}`
        : nothing}
      <div class="dialog-actions">
        ${list.state === 'READY' && this.#mayImport ? html`<button ?disabled=${this.#task.isBusy} @click=${() => this.#do('dry-run')}>Try it</button>` : nothing}
        ${['READY', 'CHECKING'].includes(list.state) && this.#mayImport
          ? html`<button class="main" ?disabled=${this.#task.isBusy} @click=${() => this.#do('start')}>Start the import</button>`
          : nothing}
        ${ENDS.includes(list.state) ? nothing : html`<button class="plain" ?disabled=${this.#task.isBusy} @click=${() => this.#do('cancel')}>Cancel the import</button>`}
      </div>
    </section>`;
  }

  #outcomes(heading, of, rows) {
    const examples = of.examples ?? [];
    return html`<h3>${heading}</h3>
      <progress max=${Math.max(rows, 1)} value=${of.rows} aria-label=${heading}></progress>
      <p class="quiet">${whole(of.rows)} of ${whole(rows)} rows, ${percent(rows === 0 ? 1 : of.rows / rows)}</p>
      <ul class="tallies">
        ${Object.entries(OUTCOMES).map(
          ([name, label]) => html`<li><strong>${whole(of[name])}</strong> ${label}</li>`,
        )}
      </ul>
      ${examples.length > 0
        ? html`<details>
            <summary>Rows that would be quarantined</summary>
            <p>${examples.map((one) => html`<span class="pair">${whole(one.row)} <small class="quiet">${words(one.reason)}</small></span> `)}</p>
          </details>`
        : nothing}`;
  }

  #columns(list) {
    const meant = new Map((list.mapping ?? list.suggestion).map((one) => [one.column, one.field ?? one.use]));
    const purposes = new Map((list.mapping ?? list.suggestion).map((one) => [one.column, one.purpose]));
    return html`<form @submit=${this.#confirm}>
      <datalist id="purposes"><option>email</option><option>phone</option></datalist>
      <div class="scroll" tabindex="0" role="region" aria-label="Columns">
        <table class="list">
          <thead>
            <tr><th scope="col">Column</th><th scope="col">Means</th><th scope="col">First rows</th></tr>
          </thead>
          <tbody>
            ${list.columns.map(
              (column, i) => html`<tr>
                <th scope="row">${column}</th>
                <td>
                  <select name="use-${i}" aria-label="What ${column} means">
                    ${[...FIELDS, 'CONSENT', 'ANSWER', 'IGNORE'].map(
                      (one) => html`<option value=${one} ?selected=${one === (meant.get(column) ?? 'IGNORE')}>${title(one)}</option>`,
                    )}
                  </select>
                  <input name="purpose-${i}" class="purpose" list="purposes" aria-label="To be contacted by" maxlength="100"
                    .value=${purposes.get(column) ?? 'email'} autocomplete="off">
                </td>
                <td class="quiet">${(this.sample?.rows ?? []).map((row) => row[i]).filter(Boolean).slice(0, 3).join(' · ')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <fieldset ?disabled=${MENDABLE.includes(list.state)}>
        <legend>These people</legend>
        <label class="check"><input type="radio" name="kind" value="INQUIRIES" required ?checked=${list.kind === 'INQUIRIES'}> ask for something now: they are judged and followed up</label>
        <label class="check"><input type="radio" name="kind" value="HISTORY" ?checked=${list.kind === 'HISTORY'}> are history: they are remembered, and nobody is asked for anything</label>
      </fieldset>
      <label>Campaign credited where a row names none <input name="campaign" maxlength="200" autocomplete="off" .value=${list.campaign ?? ''}></label>
      <div class="dialog-actions"><button ?disabled=${this.#task.isBusy}>${list.mapping ? 'Change it' : 'Confirm'}</button></div>
    </form>`;
  }

  #all(lists) {
    if (lists.length === 0) {
      return html`<p class="card empty">No list was imported for this source.</p>`;
    }
    return html`<div class="card scroll" tabindex="0" role="region" aria-label="Lists">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">List</th>
            <th scope="col">State</th>
            <th scope="col">Kind</th>
            ${Object.values(OUTCOMES).map((label) => html`<th scope="col" class="n">${label}</th>`)}
            <th scope="col" class="n">Uploaded</th>
          </tr>
        </thead>
        <tbody>
          ${lists.map(
            (list) => html`<tr>
              <th scope="row"><button class="number" @click=${() => this.#act(() => this.#choose(list))}>${list.name}</button></th>
              <td><span class="state">${title(list.state)}</span></td>
              <td>${words(list.kind)}</td>
              ${Object.keys(OUTCOMES).map((name) => html`<td class="n">${whole(list.done[name])}</td>`)}
              <td class="n">${moment(list.createdAt)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('source-imports', SourceImports);

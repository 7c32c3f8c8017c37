import {html, nothing} from 'lit';
import {duration, percent, title, whole} from '../core/format.js';
import {properties, View} from '../core/view.js';

/** The rates and speeds of the hand-off, each beside what is published about others. */
class MeasureCards extends View {
  static properties = {
    numbers: {attribute: false},
    definitions: {attribute: false},
    figures: {attribute: false},
    period: {},
  };

  render() {
    return html`
      ${this.#rate('follow-up-rate', 'touched', 'qualified')}
      ${this.#speed('speed-to-lead', 'from arrival to the first touch')}
      ${this.#rate('acceptance-rate', 'accepted', 'qualified')}
      ${this.#rate('ignored-rate', 'ignored', 'qualified')}
      ${this.#speed('time-to-action', 'from assignment to the first touch')}
      ${this.#rate('breach-rate', 'late', 'assigned')} ${this.#rejections()}
    `;
  }

  /** Of owners, assignments are counted: then the whole is what was assigned. */
  #rate(name, part, ofCycles) {
    const all = this.numbers[name].counted === 'ASSIGNMENTS' ? 'assigned' : ofCycles;
    const line = this.numbers[name].lines[0];
    return this.#card(
      name,
      html`<p class="figure">
          ${this.#number(name, percent(line?.rate), {of: 'part', count: line?.part ?? 0})}
        </p>
        <p class="quiet">
          ${line
            ? html`${this.#number(name, whole(line.part), {of: 'part', count: line.part})} ${part} of
              ${this.#number(name, whole(line.whole), {of: 'whole', count: line.whole})} ${all}`
            : html`nothing was ${all} yet`}
        </p>`,
    );
  }

  #speed(name, what) {
    const {elapsed, working} = this.numbers[name].lines[0] ?? {};
    return this.#card(
      name,
      html`<p class="figure">
          ${this.#number(name, duration(elapsed?.median), {count: elapsed?.count ?? 0})}
          <span class="unit">median</span>
        </p>
        ${elapsed
          ? html`<table class="speeds">
              <caption class="sr-only">${this.#name(name)}, ${what}</caption>
              <thead>
                <tr><td></td><th scope="col">75 %</th><th scope="col">90 %</th><th scope="col">99 %</th></tr>
              </thead>
              <tbody>
                ${percentiles('elapsed', elapsed)} ${working ? percentiles('working', working) : nothing}
              </tbody>
            </table>`
          : html`<p class="quiet">no lead was touched yet</p>`}`,
    );
  }

  #rejections() {
    const line = this.numbers.rejections.lines[0];
    const reasons = Object.entries(line?.reasons ?? {}).sort((a, b) => b[1] - a[1]);
    const most = reasons[0]?.[1] ?? 0;
    return this.#card(
      'rejections',
      reasons.length === 0
        ? html`<p class="empty">No rep has rejected a lead of this period.</p>`
        : html`<ul class="reasons">
            ${reasons.map(
              ([reason, count]) => html`<li ${properties({share: count / most})}>
                <span>${reason.split('/').map(title).join(': ')}</span>
                ${this.#number('rejections', whole(count), {of: reason, count})}
              </li>`,
            )}
          </ul>`,
      'whole',
    );
  }

  #card(name, content, size = '') {
    const definition = this.definitions?.get(name);
    const answer = this.numbers[name];
    const published = (this.figures ?? []).filter((figure) => figure.metric === name);
    return html`<section class="card measure ${size}" aria-labelledby="measure-${name}">
      <h2 id="measure-${name}">${this.#name(name)}</h2>
      ${content}
      ${published.map(
        (figure) => html`<p class="published">
          ${withFigure(figure)}
          <cite>${figure.source}${figure.year ? `, ${figure.year}` : ''}</cite>
        </p>`,
      )}
      <metric-note
        .definitions=${[definition]}
        .period=${`${title(answer.counted)} of ${this.period}`}
        .at=${answer.asOf}
      ></metric-note>
    </section>`;
  }

  #number(name, text, {of = null, count}) {
    return html`<button
      class="number"
      ?disabled=${count === 0}
      @click=${() =>
        this.tell('open-leads', {
          metric: name,
          of,
          count,
          title: this.#name(name) + (of && of !== 'part' ? `: ${title(of)}` : ''),
        })}
    >
      ${text}
    </button>`;
  }

  #name(name) {
    return this.definitions?.get(name)?.title ?? title(name.replaceAll('-', '_'));
  }
}

/** What is published, with its figure made to stand out. */
function withFigure({figure, says}) {
  const [before, ...after] = says.split(figure);
  return after.length === 0
    ? html`<strong>${figure}</strong> ${says}`
    : html`${before}<strong>${figure}</strong>${after.join(figure)}`;
}

function percentiles(name, speed) {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${duration(speed.p75)}</td>
    <td>${duration(speed.p90)}</td>
    <td>${duration(speed.p99)}</td>
  </tr>`;
}

customElements.define('measure-cards', MeasureCards);

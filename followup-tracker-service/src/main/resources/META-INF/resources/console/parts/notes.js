import {html, nothing} from 'lit';
import {clock} from '../core/format.js';
import {View} from '../core/view.js';

/** Says what went wrong, and offers another try. */
class ProblemNote extends View {
  static properties = {problem: {attribute: false}, again: {attribute: false}};

  render() {
    const {problem, again} = this;
    return html`<div class="problem" role="alert">
      <p><strong>${headline(problem)}</strong></p>
      <p>${problem.message}</p>
      ${problem.errors?.length
        ? html`<ul>
            ${problem.errors.map((error) => html`<li>${error.detail}</li>`)}
          </ul>`
        : nothing}
      ${again ? html`<button @click=${again}>Try again</button>` : nothing}
    </div>`;
  }
}

function headline(problem) {
  if (problem.status === 0) {
    return 'No answer';
  } else if (problem.status === 403) {
    return 'Not for your role';
  } else if (problem.status === 503) {
    return 'Not available for a moment';
  }
  return problem.title || 'That did not work';
}

/** Says what numbers are: of which period, by which definitions, as of when. */
class MetricNote extends View {
  static properties = {
    definitions: {attribute: false},
    period: {},
    at: {attribute: false},
  };

  render() {
    const {period, at} = this;
    const definitions = (this.definitions ?? []).filter(Boolean);
    return html`<div class="metric-note quiet">
      <span>${period}</span>${at ? html`<span>as of ${clock(at)}</span>` : nothing}
      ${definitions.length === 0
        ? nothing
        : html`<details>
            <summary>${definitions.length === 1 ? 'Definition' : 'Definitions'}</summary>
            ${definitions.map(
              (one) => html`<p>${one.title}: ${one.formula} (${one.name}, version ${one.version})</p>`,
            )}
          </details>`}
    </div>`;
  }
}

customElements.define('problem-note', ProblemNote);
customElements.define('metric-note', MetricNote);

import {html, nothing} from 'lit';
import {PLATFORMS} from '../core/platforms.js';
import {View} from '../core/view.js';

/** Whether only this machine knows the way there. */
function isLocal(url) {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** By what name the secret stands in the address; undefined if it does not. */
function parameterOf(source, platform) {
  return platform?.keyInAddress ? 'key' : source.proof?.by === 'ADDRESS' ? source.proof.name : undefined;
}

/** How a platform is connected, step by step, with what has to be pasted there. */
class SourceSteps extends View {
  static properties = {source: {attribute: false}, copied: {state: true}};

  async #copy(name, text) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = name;
    } catch {
      this.copied = null; // Not allowed: it can be selected and copied by hand.
    }
  }

  render() {
    const {source} = this;
    const platform = PLATFORMS[source.platform];
    return html`<section class="card steps">
      <h2>${platform?.offered ? 'At the sender' : `At ${platform?.name ?? source.platform}`}</h2>
      <ol>
        ${(platform?.steps ?? []).map((step) => html`<li>${step}</li>`)}
      </ol>
      <dl class="paste">
        ${this.#value('Address', this.#address(source, platform))}
        ${source.secret && !parameterOf(source, platform) ? this.#value('Secret', source.secret) : nothing}
        ${source.verifyToken ? this.#value('Verify token', source.verifyToken) : nothing}
      </dl>
      ${source.secret || source.verifyToken
        ? html`<p><strong>Shown this once.</strong> <span class="quiet">If it gets lost, another one can be made under “How it is connected”.</span></p>`
        : html`<p class="quiet">The secret was shown when the source was made, or brought from the platform.</p>`}
      ${isLocal(source.webhookUrl)
        ? html`<p role="note"><strong>No platform can reach this address.</strong> Have whoever runs Baton set
            <code>BATON_INTAKE_PUBLIC_URL</code> to where it can be reached from outside, with https.</p>`
        : nothing}
      <p class="quiet">More about it: the page ${platform?.page ?? 'connecting'}.md of the documentation</p>
    </section>`;
  }

  /** Finished, where the secret is part of it and known. */
  #address(source, platform) {
    const parameter = parameterOf(source, platform);
    const secret = source.secret ? encodeURIComponent(source.secret) : '…';
    return parameter ? `${source.webhookUrl}?${parameter}=${secret}` : source.webhookUrl;
  }

  #value(name, text) {
    return html`<div>
      <dt>${name}</dt>
      <dd>
        <code>${text}</code>
        <button class="plain" aria-label="Copy the ${name.toLowerCase()}" @click=${() => this.#copy(name, text)}>
          ${this.copied === name ? 'Copied' : 'Copy'}
        </button>
      </dd>
    </div>`;
  }
}

customElements.define('source-steps', SourceSteps);

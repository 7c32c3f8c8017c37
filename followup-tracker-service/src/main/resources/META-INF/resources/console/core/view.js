import {LitElement} from 'lit';
import {Directive, directive} from 'lit/directive.js';

/** A component that renders into the page, where the one set of styles applies. */
export class View extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Tells those above; `detail` is what about. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true}));
  }
}

class Properties extends Directive {
  render() {}

  update(part, [properties]) {
    for (const [name, value] of Object.entries(properties)) {
      part.element.style.setProperty(`--${name}`, value);
    }
  }
}

/** Sets custom properties of an element. A style attribute would not pass the content policy. */
export const properties = directive(Properties);

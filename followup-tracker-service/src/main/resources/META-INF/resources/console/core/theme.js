const STORED = 'baton.theme';

/** Light or dark: as the system has it, until somebody chooses. */
class Theme extends EventTarget {
  #system = window.matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    super();
    this.#system.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  get isDark() {
    const chosen = localStorage.getItem(STORED);
    return chosen === null ? this.#system.matches : chosen === 'dark';
  }

  toggle() {
    const other = this.isDark ? 'light' : 'dark';
    const system = this.#system.matches ? 'dark' : 'light';
    if (other === system) {
      localStorage.removeItem(STORED);
    } else {
      localStorage.setItem(STORED, other);
    }
    this.#apply();
  }

  #apply() {
    document.documentElement.dataset.theme = this.isDark ? 'dark' : 'light';
    this.dispatchEvent(new Event('change'));
  }
}

export const theme = new Theme();

/** The value of a colour as the present theme has it. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

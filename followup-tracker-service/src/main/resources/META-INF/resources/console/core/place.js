/**
 * Where somebody is: a page, perhaps an id, and what is chosen there, all in the part of the
 * address behind the #. So each view has an address, and the way back works.
 */
class Place extends EventTarget {
  page = '';
  id = null;
  chosen = {};

  constructor() {
    super();
    window.addEventListener('hashchange', () => this.#read());
    this.#read();
  }

  #read() {
    const [path, search] = location.hash.replace(/^#\/?/, '').split('?');
    const [page, id] = path.split('/');
    this.page = page;
    this.id = id ? decoded(id) : null;
    this.chosen = Object.fromEntries(new URLSearchParams(search ?? ''));
    this.dispatchEvent(new Event('change'));
  }

  /** Chooses something on this page; null takes a choice back. */
  choose(changes) {
    const chosen = {...this.chosen, ...changes};
    location.hash = address(this.page, this.id, chosen);
  }

  /** The same as an address for a link. */
  choosing(changes) {
    return address(this.page, this.id, {...this.chosen, ...changes});
  }
}

/** As it was written if it cannot be read. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a page. */
export function address(page, id = null, chosen = {}) {
  const said = Object.entries(chosen).filter(([, value]) => value !== null && value !== undefined);
  const search = new URLSearchParams(said).toString();
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ''}${search ? `?${search}` : ''}`;
}

export const place = new Place();

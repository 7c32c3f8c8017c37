/** Which pages a role sees. The services decide what it may do; this only hides what they refuse. */
const PAGES = {
  rep: ['my-leads'],
  manager: ['overview', 'my-leads', 'held'],
  marketing: ['overview', 'held', 'sources'],
  ops: ['overview', 'held', 'sources', 'parked'],
  admin: ['overview', 'my-leads', 'held', 'sources', 'parked'],
};

const SEES_NAMES = ['rep', 'manager', 'marketing', 'admin'];
const STORED = 'baton.key';

/** Who looks. Fires `change` when that is somebody else. */
class Session extends EventTarget {
  key = sessionStorage.getItem(STORED) ?? localStorage.getItem(STORED);
  me = null;
  farewell = '';

  get isKnown() {
    return this.me !== null;
  }

  /** The pages of this role; none if the key is for a machine. */
  get pages() {
    return PAGES[this.me?.role] ?? [];
  }

  sees(page) {
    return this.pages.includes(page);
  }

  /** Whether names and addresses of leads may be asked for. */
  get seesNames() {
    return SEES_NAMES.includes(this.me?.role);
  }

  is(...roles) {
    return roles.includes(this.me?.role);
  }

  /** Keeps the key, for this tab or for this browser. */
  begin(key, me, remember) {
    this.key = key;
    this.me = me;
    this.farewell = '';
    (remember ? localStorage : sessionStorage).setItem(STORED, key);
    this.dispatchEvent(new Event('change'));
  }

  /** Forgets the key. */
  end(farewell = '') {
    sessionStorage.removeItem(STORED);
    localStorage.removeItem(STORED);
    this.key = null;
    this.me = null;
    this.farewell = farewell;
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();

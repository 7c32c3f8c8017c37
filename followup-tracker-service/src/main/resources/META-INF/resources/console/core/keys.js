const STORED = 'baton.keys';

/** Whether single letters do something: not everybody wants a letter to record a call. */
export const singleKeys = {
  get areOn() {
    return localStorage.getItem(STORED) !== 'off';
  },

  set areOn(on) {
    if (on) {
      localStorage.removeItem(STORED);
    } else {
      localStorage.setItem(STORED, 'off');
    }
  },
};

/** What can be done by keyboard on a page, for as long as its component is there. */
export class Keys {
  #host;
  #commands;
  #hear = (event) => this.#press(event);

  /** @param commands by key: what it is for, what to do, and whether holding the key repeats it */
  constructor(host, commands) {
    this.#host = host;
    this.#commands = commands;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.#hear);
    present.add(this.#commands);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.#hear);
    present.delete(this.#commands);
  }

  #press(event) {
    const command = this.#commands[event.key];
    const isHeld = event.repeat && !command?.repeats;
    const isOff = !singleKeys.areOn && event.key !== '?' && event.key.length === 1;
    if (command && !isHeld && !isOff && !isTaken(event)) {
      event.preventDefault();
      command.run();
    }
  }
}

const present = new Set();

/** All keys that do something at present: pairs of key and what it is for. */
export function presentKeys() {
  return [...present].flatMap((commands) =>
    Object.entries(commands)
      .filter(([, command]) => command.what)
      .map(([key, command]) => [key, command.what]),
  );
}

/** Whether the key means something else: in a field, in a dialog, or with a modifier. */
function isTaken(event) {
  const field = event.target.closest?.('input, select, textarea, dialog[open]');
  return field !== null || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
}

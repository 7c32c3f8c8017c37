/** What can be done by keyboard on a page, for as long as its component is there. */
export class Keys {
  #host;
  #commands;
  #hear = (event) => this.#press(event);

  /** @param commands by key: what it is for, and what to do */
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
    if (command && !isTaken(event)) {
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

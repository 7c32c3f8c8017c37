const hosts = new Set();
let timer = null;

/** Renders a component anew each second, for as long as it is on the page. */
export class Ticker {
  #host;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    hosts.add(this.#host);
    timer ??= setInterval(() => hosts.forEach((host) => host.requestUpdate()), 1000);
  }

  hostDisconnected() {
    hosts.delete(this.#host);
    if (hosts.size === 0) {
      clearInterval(timer);
      timer = null;
    }
  }
}

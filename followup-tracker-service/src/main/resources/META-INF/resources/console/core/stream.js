import {ask} from './api.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/** The server gives a sign of life every 15 s: after this it is taken for gone. */
const SILENCE = 40_000;

/**
 * Server-sent events for a component. By fetch, because an EventSource could not send the key.
 * Comes back by itself, ever more slowly, for as long as the component is on the page. Nobody
 * listens while the page is hidden: a browser has few connections, and a server better things to do.
 */
export class Stream {
  isLive = false;

  /** Why nothing is heard, or null. */
  problem = null;

  #host;
  #hear;
  #path = null;
  #listening = null;
  #turned = () => this.#begin();

  /** @param hear gets the name of each event, and its data */
  constructor(host, hear) {
    this.#host = host;
    this.#hear = hear;
    host.addController(this);
  }

  /** Listens there, and nowhere else; null: not at all. */
  listen(path) {
    if (path !== this.#path) {
      this.#path = path;
      this.#begin();
    }
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#turned);
    this.#begin();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#turned);
    this.#listening?.abort();
    this.#listening = null;
  }

  #begin() {
    this.#listening?.abort();
    this.#listening = null;
    if (this.#path !== null && this.#host.isConnected && !document.hidden) {
      this.#listening = new AbortController();
      this.#stay(this.#path, this.#listening.signal);
    }
  }

  async #stay(path, signal) {
    let pause = FIRST_PAUSE;
    while (!signal.aborted) {
      try {
        await this.#read(path, signal, () => (pause = FIRST_PAUSE));
      } catch (problem) {
        if (!signal.aborted && problem.status !== undefined) {
          this.problem = problem;
          this.#host.requestUpdate();
        }
        if (problem.status === 401 || problem.status === 403) {
          return;
        }
      }
      if (!signal.aborted) {
        this.#set(false);
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  async #read(path, signal, begun) {
    const response = await ask(path, {signal, headers: {Accept: 'text/event-stream'}});
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const silent = setTimeout(() => reader.cancel(), SILENCE);
      const {value, done} = await reader.read().finally(() => clearTimeout(silent));
      if (done) {
        return;
      }
      begun();
      this.problem = null;
      this.#set(true);
      text += value.replaceAll('\r\n', '\n');
      const events = text.split('\n\n');
      text = events.pop();
      events.forEach((event) => this.#tell(event));
    }
  }

  #tell(event) {
    let name = 'message';
    const data = [];
    for (const line of event.split('\n')) {
      if (line.startsWith('event:')) {
        name = line.slice(6).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5));
      }
    }
    if (data.length > 0) {
      this.#hear(name, JSON.parse(data.join('\n')));
    }
  }

  #set(live) {
    if (live !== this.isLive) {
      this.isLive = live;
      this.#host.requestUpdate();
    }
  }
}

import {html} from 'lit';
import {get} from '../core/api.js';
import {date, hourAndMinute, percent, whole} from '../core/format.js';
import {Load} from '../core/load.js';
import {colour, theme} from '../core/theme.js';
import {View} from '../core/view.js';

const HOUR = 60 * 60 * 1000;

/** What came day by day, and how much of it was followed up: as a picture, and as a table. */
class TrendChart extends View {
  static properties = {
    question: {attribute: false},
    changed: {attribute: false},
    definitions: {attribute: false},
    isTable: {state: true},
  };

  #chart = null;
  #watch = new ResizeObserver(() => this.#chart?.resize());
  #recoloured = () => this.#draw();
  #lines = new Load(this, async (question, signal) => {
    const period = question.step;
    const [funnel, rates] = await Promise.all([
      get(question.metric('funnel', {period}), {signal}),
      get(question.metric('follow-up-rate', {period}), {signal}),
    ]);
    return {question, funnel, rates, points: points(question, funnel, rates)};
  });

  constructor() {
    super();
    this.isTable = false;
  }

  connectedCallback() {
    super.connectedCallback();
    theme.addEventListener('change', this.#recoloured);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.#recoloured);
    this.#watch.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  willUpdate(changes) {
    if (changes.has('question') || changes.has('changed')) {
      this.#lines.run(this.question);
    }
  }

  updated() {
    this.#draw();
  }

  render() {
    return html`<section class="card wide" aria-labelledby="trend-title">
      <header class="card-head">
        <h2 id="trend-title">Through time</h2>
        <button class="plain" @click=${() => (this.isTable = !this.isTable)}>
          ${this.isTable ? 'As a picture' : 'As a table'}
        </button>
      </header>
      ${this.#lines.render((lines) => this.#ready(lines), {lines: 6})}
    </section>`;
  }

  #ready({question, funnel, points}) {
    const note = html`<metric-note
      .period=${`By ${question.step} of ${question.period}; the rate is of the leads qualified in that ${question.step}`}
      .definitions=${['funnel', 'follow-up-rate'].map((name) => this.definitions?.get(name))}
      .at=${funnel.asOf}
    ></metric-note>`;
    if (this.isTable) {
      return html`${this.#table(points)} ${note}`;
    }
    const received = points.reduce((sum, point) => sum + point.received, 0);
    return html`<div
        class="chart"
        role="img"
        aria-label="Received, qualified and followed up by ${question.step}: ${whole(received)} received in all"
      ></div>
      ${note}`;
  }

  #table(points) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Numbers through time">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">From (UTC)</th>
            <th scope="col" class="n">Received</th>
            <th scope="col" class="n">Qualified</th>
            <th scope="col" class="n">Followed up</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            (point) => html`<tr>
              <th scope="row">${point.name}</th>
              <td class="n">${whole(point.received)}</td>
              <td class="n">${whole(point.qualified)}</td>
              <td class="n">${percent(point.rate)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  async #draw() {
    const place = this.querySelector('.chart');
    if (place === null || this.#lines.value === null) {
      this.#chart?.dispose();
      this.#chart = null;
      return;
    }
    const echarts = await import('echarts');
    if (!place.isConnected) {
      return;
    }
    if (this.#chart?.getDom() !== place) {
      this.#chart?.dispose();
      this.#chart = echarts.init(place);
      this.#watch.disconnect();
      this.#watch.observe(place);
    }
    this.#chart.setOption(picture(this.#lines.value.points));
  }
}

/** One point for each hour or day, also for those in which nothing came. */
function points(question, funnel, rates) {
  const isHourly = question.step === 'hour';
  const stages = new Map(funnel.lines.map((line) => [Date.parse(line.period), line.stages]));
  const shares = new Map(rates.lines.map((line) => [Date.parse(line.period), line.rate]));
  const end = Math.min(Date.now(), Date.parse(`${question.to}T00:00:00Z`) + 24 * HOUR);
  const all = [];
  for (let at = Date.parse(`${question.from}T00:00:00Z`); at < end; at += isHourly ? HOUR : 24 * HOUR) {
    all.push({
      name: isHourly ? hourAndMinute(at, 'UTC') : date(at, 'UTC').replace(/ \d{4}$/, ''),
      received: stages.get(at)?.RECEIVED ?? 0,
      qualified: stages.get(at)?.QUALIFIED ?? 0,
      rate: shares.get(at) ?? null,
    });
  }
  return all;
}

function picture(points) {
  const text = {color: colour('muted'), fontFamily: 'Inter, sans-serif', fontSize: 12};
  const bar = {type: 'bar', barGap: '12%', barMaxWidth: 28};
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 250,
    textStyle: text,
    grid: {left: 8, right: 8, top: 40, bottom: 4, containLabel: true},
    legend: {left: 0, top: 0, itemWidth: 12, itemHeight: 8, itemGap: 20, textStyle: text, icon: 'roundRect'},
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colour('surface'),
      borderColor: colour('line-strong'),
      textStyle: {...text, color: colour('text')},
      axisPointer: {type: 'line', lineStyle: {color: colour('line-strong')}},
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.name),
      axisLine: {lineStyle: {color: colour('line-strong')}},
      axisTick: {show: false},
      axisLabel: {...text, hideOverlap: true},
    },
    yAxis: [
      {
        type: 'value',
        minInterval: 1,
        axisLabel: text,
        splitLine: {lineStyle: {color: colour('line')}},
      },
      {
        type: 'value',
        min: 0,
        max: 1,
        axisLabel: {...text, formatter: (rate) => percent(rate)},
        splitLine: {show: false},
      },
    ],
    series: [
      {...bar, name: 'Received', data: points.map((point) => point.received), itemStyle: {color: colour('bar-soft'), borderRadius: [3, 3, 0, 0]}},
      {...bar, name: 'Qualified', data: points.map((point) => point.qualified), itemStyle: {color: colour('accent'), borderRadius: [3, 3, 0, 0]}},
      {
        type: 'line',
        name: 'Followed up',
        yAxisIndex: 1,
        data: points.map((point) => point.rate),
        symbolSize: 6,
        lineStyle: {width: 2, color: colour('good')},
        itemStyle: {color: colour('good')},
        tooltip: {valueFormatter: (rate) => percent(rate)},
      },
    ],
  };
}

customElements.define('trend-chart', TrendChart);

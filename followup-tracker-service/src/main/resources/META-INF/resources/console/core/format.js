const WHOLE = new Intl.NumberFormat('en-GB');
const PERCENT = new Intl.NumberFormat('en-GB', {style: 'percent', maximumFractionDigits: 0});
const FINE_PERCENT = new Intl.NumberFormat('en-GB', {style: 'percent', maximumFractionDigits: 1});

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const NONE = '–';

export function whole(number) {
  return number === null || number === undefined ? NONE : WHOLE.format(number);
}

/** A rate of 0 to 1; with a decimal where it is small. */
export function percent(rate) {
  if (rate === null || rate === undefined) {
    return NONE;
  }
  return (rate > 0 && rate < 0.1 ? FINE_PERCENT : PERCENT).format(rate);
}

/** Milliseconds in the two largest units. */
export function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) {
    return NONE;
  }
  const time = Math.max(0, milliseconds);
  if (time < SECOND) {
    return `${Math.round(time)} ms`;
  } else if (time < 10 * SECOND) {
    return `${(time / SECOND).toFixed(1)} s`;
  } else if (time < MINUTE) {
    return `${Math.round(time / SECOND)} s`;
  } else if (time < HOUR) {
    return two(time, MINUTE, 'min', SECOND, 's');
  } else if (time < DAY) {
    return two(time, HOUR, 'h', MINUTE, 'min');
  }
  return two(time, DAY, 'd', HOUR, 'h');
}

function two(time, unit, name, part, partName) {
  const units = Math.floor(time / unit);
  const parts = Math.floor((time % unit) / part);
  return parts === 0 ? `${units} ${name}` : `${units} ${name} ${parts} ${partName}`;
}

/** How long until then, as of now: "in 3 min", "2 h ago"; in whole seconds, as a display ticks. */
export function distance(instant, now = Date.now()) {
  const left = new Date(instant).getTime() - now;
  const time = Math.abs(left);
  const text = time < MINUTE ? `${Math.floor(time / SECOND)} s` : duration(time);
  return left >= 0 ? `in ${text}` : `${text} ago`;
}

/** The milliseconds of an ISO 8601 duration of days and time, such as PT1H30M. */
export function milliseconds(iso) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(iso ?? '');
  if (parts === null) {
    return null;
  }
  const [days, hours, minutes, rest] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * DAY + hours * HOUR + minutes * MINUTE + rest * SECOND;
}

function formatter(options) {
  const made = new Map();
  return (instant, zone) => {
    if (!instant) {
      return NONE;
    }
    if (!made.has(zone)) {
      made.set(zone, new Intl.DateTimeFormat('en-GB', {...options, timeZone: zone}));
    }
    return made.get(zone).format(new Date(instant));
  };
}

/** Time of day, in this browser's zone unless another is given. */
export const clock = formatter({hour: '2-digit', minute: '2-digit', second: '2-digit'});
export const hourAndMinute = formatter({hour: '2-digit', minute: '2-digit'});
export const day = formatter({weekday: 'short', day: 'numeric', month: 'short'});
export const date = formatter({day: 'numeric', month: 'short', year: 'numeric'});

/** Day and time; today's without the day. */
export function moment(instant, zone) {
  if (!instant) {
    return NONE;
  }
  const today = date(new Date(), zone) === date(instant, zone);
  return today ? clock(instant, zone) : `${day(instant, zone)}, ${hourAndMinute(instant, zone)}`;
}

const TIMES = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** A sentence of the API with the times in it as people write them. */
export function withTimes(sentence) {
  return sentence.replaceAll(TIMES, (time) => moment(time));
}

/** The place of a zone: "Berlin" of Europe/Berlin. */
export function place(zone) {
  return (zone ?? '').split('/').at(-1).replaceAll('_', ' ');
}

/** A constant of the API in words: "no capacity". */
export function words(constant) {
  return (constant ?? '').toLowerCase().replaceAll('_', ' ');
}

/** The same with a capital. */
export function title(constant) {
  const text = words(constant);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Enough of an id to tell it from others. */
export function short(id) {
  return (id ?? '').slice(-8);
}

/** The day of a moment in UTC, as the API writes days. */
export function utcDay(moment) {
  return moment.toISOString().slice(0, 10);
}

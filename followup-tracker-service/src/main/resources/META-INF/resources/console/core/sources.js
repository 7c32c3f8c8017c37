import {INTAKE, put} from './api.js';

/** Where a source is. */
export function pathOf(id) {
  return `${INTAKE}/sources/${encodeURIComponent(id)}`;
}

/** Changes this much of a source. Whatever were left out would go back to its default, so that all of it is sent. */
export function change(source, changes) {
  const {name, platform, campaign, country, active, requestsPerSecond, v3Only, signedText, mapping, proof} = source;
  return put(pathOf(source.id), {
    name,
    platform,
    campaign,
    country,
    active,
    requestsPerSecond,
    v3Only,
    signedText,
    mapping,
    proof,
    ...changes,
  });
}

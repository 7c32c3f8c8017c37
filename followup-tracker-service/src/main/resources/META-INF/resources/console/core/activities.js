import {FOLLOWUP, get, post} from './api.js';
import {uuid} from './uuid.js';

/**
 * What a rep can say of a lead, by stage. Rejection is before contact, the rest after. What `asks`
 * wants to be confirmed, and what `wantsReason` with a reason.
 */
export const COMMANDS = [
  {key: 'a', name: 'Accept', done: 'Accepted', disposition: 'ACCEPTED', stages: ['ASSIGNED']},
  {key: 't', name: 'Called', done: 'Call recorded', type: 'CALL', stages: ['ASSIGNED', 'ACCEPTED', 'TOUCHED', 'CONVERTED']},
  {key: 'e', name: 'E-mailed', done: 'E-mail recorded', type: 'EMAIL', stages: ['ASSIGNED', 'ACCEPTED', 'TOUCHED', 'CONVERTED']},
  {key: 'm', name: 'Met', done: 'Meeting recorded', type: 'MEETING', stages: ['ASSIGNED', 'ACCEPTED', 'TOUCHED', 'CONVERTED']},
  {key: 'c', name: 'Convert', done: 'Converted', disposition: 'CONVERTED', stages: ['TOUCHED'], asks: 'A real opportunity?'},
  {key: 'r', name: 'Reject…', done: 'Rejected', disposition: 'REJECTED', stages: ['ASSIGNED', 'ACCEPTED'], wantsReason: true, asks: 'Why is this no lead for you?'},
  {key: 'd', name: 'Disqualify…', done: 'Disqualified', disposition: 'DISQUALIFIED', stages: ['TOUCHED'], wantsReason: true, asks: 'Why is this no lead?'},
  {key: 'n', name: 'Back to nurture…', done: 'Sent back to nurture', disposition: 'RECYCLED', stages: ['TOUCHED'], wantsReason: true, asks: 'Why not now?'},
  {key: 'w', name: 'Won', done: 'Won', disposition: 'WON', stages: ['CONVERTED'], asks: 'The opportunity was won?'},
  {key: 'l', name: 'Lost…', done: 'Lost', disposition: 'LOST', stages: ['CONVERTED'], wantsReason: true, asks: 'Why was it lost?'},
];

/** The kinds of a rejection, as the field tells them apart. */
export const REJECTIONS = {
  PROCEDURAL: 'Procedural: it belongs elsewhere',
  CLERICAL: 'Clerical: its data is wrong or missing',
  DEFINITIONAL: 'Definitional: it is not what Sales asked for',
};

/**
 * Records that this rep did that now.
 *
 * @param ahead milliseconds by which the clock of Baton is ahead of this one
 */
export function record(command, {leadId, repId, reason, reasonCode, ahead = 0}) {
  return post(`${FOLLOWUP}/activities`, {
    source: 'console',
    activityId: uuid(),
    leadId,
    repId,
    type: command.type ?? 'DISPOSITION',
    direction: 'OUTBOUND',
    disposition: command.disposition,
    reason: reason || undefined,
    reasonCode: reasonCode || undefined,
    occurredAt: new Date(Date.now() + ahead).toISOString(),
  });
}

/** The reason codes that the follow-up policy has. */
export async function reasonCodes(signal) {
  return (await get(`${FOLLOWUP}/followup-policy`, {signal})).reasonCodes;
}

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

/** Clocks that differ by less are taken for the same. */
const SAME_CLOCK = 2_000;

/**
 * Records what a rep does. What may have been recorded although no answer came is sent again as it
 * was, under the same name, so that it counts once.
 */
export class Recording {
  #unanswered = new Map();

  /**
   * Records that this rep did that now.
   *
   * @param ahead milliseconds by which the clock of Baton is ahead of this one
   */
  async record(command, {leadId, repId, reason, reasonCode, ahead = 0}) {
    const now = Date.now() + (Math.abs(ahead) < SAME_CLOCK ? 0 : ahead);
    const said = {
      leadId,
      repId,
      type: command.type ?? 'DISPOSITION',
      direction: 'OUTBOUND',
      disposition: command.disposition,
      reason: reason || undefined,
      reasonCode: reasonCode || undefined,
    };
    const key = JSON.stringify(said);
    const activity = this.#unanswered.get(key) ?? {
      ...said,
      source: 'console',
      activityId: uuid(),
      occurredAt: new Date(now).toISOString(),
    };
    this.#unanswered.set(key, activity);
    try {
      await post(`${FOLLOWUP}/activities`, activity);
      this.#unanswered.delete(key);
    } catch (problem) {
      if (!mayHaveHappened(problem)) {
        this.#unanswered.delete(key);
      }
      throw problem;
    }
  }
}

/** Whether nobody knows what became of a request. */
export function mayHaveHappened(problem) {
  return problem.status === 0 || problem.status >= 500;
}

/** The reason codes that the follow-up policy has. */
export async function reasonCodes(signal) {
  return (await get(`${FOLLOWUP}/followup-policy`, {signal})).reasonCodes;
}

import type {JsonObject, Session} from '@osc-cli/core'
import {type Explanation, explain} from '#state/explain'
import {failedParts, nameOf, type Part, partsOf, placeOf} from '#state/parts'

/** A failed part of a deployment. */
export interface Failure extends Explanation {
  /** `Compute 0`. */
  place: string
  /** The part of it: `server`. */
  resource: string
  type: string
  status: string
  /** What the service says. */
  reason: string
}

/** What failed in a stack, by place. */
export async function failuresOf(session: Session, stack: JsonObject): Promise<Failure[]> {
  return failuresIn(await partsOf(session, stack), String(stack.stack_name))
}

/** The same from the parts of a stack; of a plan with that name. */
export function failuresIn(parts: readonly Part[], plan: string): Failure[] {
  return (
    failedParts(parts)
      // A part that was stopped because another one failed does not explain the failure.
      .filter(({reason}, _, all) => all.length === 1 || !/aborted|cancelled/i.test(reason))
      .map((part) => {
        const reason = part.reason.replace(/^(?:resources\.[\w.[\]-]+: |\w+: )+/, '')
        return {
          place: placeOf(part),
          resource: nameOf(part),
          type: part.type,
          status: part.status,
          reason: part.reason,
          ...explain(reason, plan),
        }
      })
      .sort((a, b) => a.place.localeCompare(b.place, 'en', {numeric: true}))
  )
}

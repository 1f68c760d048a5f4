import {asArray, asObject, isObject, type JsonObject} from '#json'
import type {SandboxCloud} from '#sandbox/service'

/** A change that a record goes through by itself, such as a server that becomes ACTIVE. */
export interface Step {
  /** Seconds on the sandbox's clock after the step before. */
  seconds?: number
  /** Number of times that the record is shown or listed before the change. */
  requests?: number
  /** Keys that change; null deletes the record. */
  change: JsonObject | null
}

/** The steps that records still have to go through; kept in the store, so that a restart does not lose them. */
export interface Later {
  /** Replaces the steps that the record still had. */
  plan(id: string, steps: readonly Step[]): void
  /** Takes the steps that are due. `isShown`: a request shows the record. */
  settle(id: string, isShown: boolean): void
  /** IDs of records that have steps. */
  ids(): string[]
  forget(id: string): void
}

/** `take` makes one change at the time when it was due. */
export function createLater(
  cloud: SandboxCloud,
  name: string,
  take: (id: string, change: JsonObject | null, at: Date) => void,
): Later {
  const plans = cloud.store.collection(`${name}/later`)
  return {
    plan: (id, steps) =>
      plans.put(id, {id, since: cloud.now().getTime(), shown: 0, steps: steps.map((step) => ({...step}))}),
    ids: () => plans.find().map(({id}) => String(id)),
    forget: (id) => void plans.delete(id),
    settle(id, isShown) {
      const plan = plans.get(id)
      if (!plan) return
      const now = cloud.now().getTime()
      let [since, shown] = [Number(plan.since), Number(plan.shown)]
      const steps = asArray(plan.steps).map(asObject)
      const isDue = ({seconds = 0, requests = 0}: JsonObject) =>
        now >= since + Number(seconds) * 1000 && shown >= Number(requests)
      for (let [step] = steps; step && isDue(step); [step] = steps) {
        since = step.requests === undefined ? since + Number(step.seconds ?? 0) * 1000 : now
        shown = 0
        const change = isObject(step.change) ? step.change : null
        if (change) steps.shift()
        else steps.length = 0
        take(id, change, new Date(since))
      }
      if (steps.length === 0) plans.delete(id)
      else plans.put(id, {id, since, shown: shown + Number(isShown), steps: [...steps]})
    },
  }
}

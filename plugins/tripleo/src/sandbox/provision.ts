import type {Json, JsonObject} from '@osc-cli/core'
import type {Step} from '@osc-cli/core/sandbox'

/** A change of the provision state: where it is allowed, the state on the way, and the one after it. */
interface Target {
  from: readonly string[]
  during: string
  to: string
  failed: string
}

/** What Ironic can be asked for. */
export const TARGETS: Readonly<Record<string, Target>> = {
  manage: {
    from: ['enroll', 'available', 'clean failed', 'inspect failed'],
    during: 'verifying',
    to: 'manageable',
    failed: 'enroll',
  },
  inspect: {from: ['manageable', 'inspect failed'], during: 'inspecting', to: 'manageable', failed: 'inspect failed'},
  provide: {from: ['manageable'], during: 'cleaning', to: 'available', failed: 'clean failed'},
  clean: {from: ['manageable'], during: 'cleaning', to: 'manageable', failed: 'clean failed'},
  active: {from: ['available'], during: 'deploying', to: 'active', failed: 'deploy failed'},
  deleted: {from: ['active', 'deploy failed'], during: 'deleting', to: 'available', failed: 'error'},
}

/**
 * What becomes of a machine. Fake hardware has no steps for cleaning. A machine whose capabilities have `broken` fails
 * inspections, and one with `hangs` never ends them.
 */
export function steps(target: Target, {capabilities}: JsonObject, cleanSteps: readonly Json[]): Step[] {
  if (target.during === 'inspecting' && String(capabilities).includes('hangs')) return []
  const isBroken = target.during === 'inspecting' && String(capabilities).includes('broken')
  const reason = isBroken ? 'The inspection failed.' : cleanSteps.length > 0 ? 'The clean step is not supported.' : null
  return [
    {
      requests: 1,
      change: {
        provision_state: reason === null ? target.to : target.failed,
        target_provision_state: null,
        last_error: reason,
      },
    },
  ]
}

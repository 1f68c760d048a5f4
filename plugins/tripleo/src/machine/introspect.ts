import {type CommandContext, Flags, type JsonObject} from '@osc-cli/core'
import type {MachineFailures} from '#machine/failures'
import {Change, changeStates, type Limits, STATE_CALLS} from '#machine/states'
import {requirePassed, VALIDATE_CALLS} from '#validate/run'

export const concurrencyFlag = {
  concurrency: Flags.integer({
    description: 'Maximum number of machines that change at the same time (default: 20)',
    helpValue: 'COUNT',
    default: 20,
    min: 1,
  }),
}

/** How often an inspection is tried, and how long it may take. */
export const inspectionFlags = {
  'node-timeout': Flags.integer({
    description: 'Seconds that the inspection of a machine may take (default: 1200)',
    helpValue: 'SECONDS',
    default: 1200,
    min: 1,
  }),
  'max-retries': Flags.integer({
    description: 'How often to retry a machine whose inspection failed (default: 1)',
    helpValue: 'COUNT',
    default: 1,
    min: 0,
  }),
  'retry-timeout': Flags.integer({
    description: 'Accepted for compatibility: failed inspections are retried at once',
    helpValue: 'SECONDS',
    default: 120,
  }),
}

/** Requests of `introspectMachines`. */
export const INTROSPECT_CALLS = [...STATE_CALLS, ...VALIDATE_CALLS]

/** Has Ironic inspect machines, so that it knows their processors, memory and disks; those that succeeded. */
export async function introspectMachines(
  context: CommandContext,
  machines: readonly JsonObject[],
  {validate, ...limits}: Limits & {validate: boolean},
  failures: MachineFailures,
): Promise<JsonObject[]> {
  if (validate) await requirePassed(context, ['pre-introspection'])
  return await changeStates(context, machines, Change.inspect, failures, limits)
}

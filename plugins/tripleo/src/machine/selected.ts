import {Args, type CommandContext, Flags, type JsonObject, NotFoundError, UsageError} from '@osc-cli/core'
import type {MachineFailures} from '#machine/failures'
import {Machine} from '#machine/machine'

/** The machines of a command: some of them, or all that are manageable. */
export const machineArgs = {
  node: Args.string({description: 'Machines (names or UUIDs)', multiple: true}),
}

/** The machines of a command that always takes some. */
export const machinesArg = Args.string({description: 'Machines (names or UUIDs)', multiple: true, required: true})

export const allManageableFlag = {
  'all-manageable': Flags.boolean({description: 'Select all machines in state manageable'}),
}

/** Requests of `selectMachines`. */
export const SELECT_CALLS = ['GET /v1/nodes', 'GET /v1/nodes/{id}']

/** The machines that arguments and options select. Unknown ones are added to `failures`. UsageError for none, or both. */
export async function selectMachines(
  context: CommandContext,
  names: readonly string[],
  all: boolean,
  failures: MachineFailures,
): Promise<JsonObject[]> {
  if (all === names.length > 0)
    throw new UsageError(all ? 'Machines and --all-manageable are both given.' : 'No machine was specified.', {
      hint: 'Specify machines, or select all manageable ones with --all-manageable.',
    })
  if (!all) return await findMachines(context, names, failures)
  const found = await Array.fromAsync(context.api(Machine).list({provision_state: 'manageable', detail: true}))
  if (found.length > 0) return found
  throw new NotFoundError('No machine is in state manageable.', {
    hint: 'List machines with: osc overcloud profiles list --all',
  })
}

/** Machines by name or UUID. Unknown ones are added to `failures`. */
async function findMachines(
  context: CommandContext,
  names: readonly string[],
  failures: MachineFailures,
): Promise<JsonObject[]> {
  return await failures.each(
    new Set(names),
    (name) => name,
    (name) => context.api(Machine).find(name),
  )
}

import type {CommandContext, JsonObject} from '@osc-cli/core'
import {MachineFailures} from '#machine/failures'
import {selectMachines} from '#machine/selected'

/** Runs `work` on the machines that a command selects. OscError with the reasons if some of them fail. */
export async function runOnMachines(
  context: CommandContext,
  names: string | readonly string[] | undefined,
  flags: {'all-manageable'?: boolean},
  work: (machines: JsonObject[], failures: MachineFailures) => Promise<unknown>,
): Promise<void> {
  const given = [names ?? []].flat()
  const failures = new MachineFailures()
  const machines = await selectMachines(context, given, flags['all-manageable'] ?? false, failures)
  await work(machines, failures)
  failures.refuse(Math.max(machines.length, new Set(given).size))
}

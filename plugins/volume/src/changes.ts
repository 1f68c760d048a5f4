import type {OscCommand} from '@osc-cli/core'

/** Requests by what they change, in words for failures; undefined for what was not asked for. */
export type Changes = Readonly<Record<string, (() => Promise<unknown>) | false>>

/** Makes each change in order, all of them whatever fails, as `openstack ... set` does. */
export async function makeChanges(
  eachInOrder: <T>(names: readonly string[], work: (name: string) => Promise<T>) => Promise<T[]>,
  changes: Changes,
): Promise<void> {
  const requested = Object.keys(changes).filter((name) => changes[name])
  await eachInOrder(requested, async (name) => {
    const change = changes[name]
    if (change) await change()
  })
}

/** Warns about a change that only the database sees. */
export const warnOfReset = (command: Pick<OscCommand, 'note'>, noun: string, name: string): Promise<void> =>
  command.note(`Warning: the state of ${noun} ${name} changes only in Cinder's database, not on the storage back end.`)

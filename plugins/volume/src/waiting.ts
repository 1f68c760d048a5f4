import {asText, type CommandContext, Flags, type JsonObject, type Resource, shellWord} from '@osc-cli/core'

/** `--wait` and `--timeout`; `until` completes "Wait until". */
export const waitFlags = (until: string) => ({
  wait: Flags.boolean({description: `Wait until ${until}`}),
  timeout: Flags.integer({
    description: 'Seconds to wait with --wait (default: no limit)',
    min: 1,
    helpValue: 'SECONDS',
    dependsOn: ['wait'],
  }),
})

interface WaitFlags {
  wait: boolean
  timeout?: number | undefined
}

/** With `--wait`, the record once its state is one of `until`; the state of a failure starts with `error`. */
export async function settled(
  command: CommandContext,
  resource: Resource,
  record: JsonObject,
  {wait, timeout}: WaitFlags,
  until: readonly string[] = ['available'],
): Promise<JsonObject> {
  if (!wait) return record
  const id = asText(record.id) ?? ''
  return await command.waitUntil({
    what: `${resource.noun} ${asText(record.name) || id}`,
    poll: () => command.api(resource).get(id),
    until,
    failed: FAILED,
    timeout,
    follow: `osc ${resource.noun} show ${shellWord(id)}`,
  })
}

/** With `--wait`, returns when the record is gone. */
export async function gone(
  command: CommandContext,
  resource: Resource,
  id: string,
  {wait, timeout}: WaitFlags,
): Promise<void> {
  if (!wait) return
  await command.waitUntil({
    what: `${resource.noun} ${id}`,
    poll: () => command.api(resource).get(id),
    until: 'gone',
    failed: FAILED,
    timeout,
    follow: `osc ${resource.noun} show ${shellWord(id)}`,
  })
}

const FAILED = ['error', 'error_deleting', 'error_extending', 'error_restoring', 'error_backing-up', 'error_managing']

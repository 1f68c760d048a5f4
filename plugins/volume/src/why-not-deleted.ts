import {
  asArray,
  asObject,
  asText,
  type CommandContext,
  ConflictError,
  HttpError,
  type JsonObject,
  Known,
  shellWord,
} from '@osc-cli/core'
import {serversOf} from '#volume'
import {VolumeSnapshot} from '#volume-snapshot'

type Context = Pick<CommandContext, 'api'>

/**
 * The reason why Cinder refused to delete a volume, as an error with the command that removes it: Cinder names all possible
 * reasons in one sentence. The refusal itself where none of them is known to apply.
 */
export async function whyNotDeleted(command: Context, volume: JsonObject, refusal: unknown): Promise<unknown> {
  if (!(refusal instanceof HttpError) || ![400, 409].includes(refusal.failure.status)) return refusal
  const found =
    (await attached(command, volume)) ?? transferred(volume) ?? (await snapshots(command, volume)) ?? grouped(volume)
  return found
    ? new ConflictError(`Volume ${nameOf(volume)} ${found.reason}.`, {hint: found.hint, cause: refusal})
    : refusal
}

interface Reason {
  reason: string
  hint: string
}

const nameOf = ({name, id}: JsonObject): string => asText(name) || asText(id) || ''

async function attached({api}: Context, volume: JsonObject): Promise<Reason | undefined> {
  const attachments = asArray(volume.attachments).map(asObject)
  const [first] = attachments
  if (!first) return undefined
  const names = await orNone(api(Known.Server).names(serversOf([volume])))
  const places = attachments.map(({server_id, device}) => {
    const id = asText(server_id) ?? ''
    return `server ${names?.get(id) ?? id}${device ? ` as ${asText(device)}` : ''}`
  })
  const words = [asText(first.server_id) ?? '', asText(volume.id) ?? ''].map(shellWord).join(' ')
  return {reason: `is attached to ${places.join(' and ')}`, hint: `Detach it first: osc server remove volume ${words}`}
}

function transferred(volume: JsonObject): Reason | undefined {
  if (volume.status !== 'awaiting-transfer') return undefined
  return {
    reason: 'is offered to another project',
    hint: 'Delete the transfer request first: osc volume transfer request list',
  }
}

async function snapshots({api}: Context, volume: JsonObject): Promise<Reason | undefined> {
  const rows = await orNone(Array.fromAsync(api(VolumeSnapshot).list({volume_id: asText(volume.id)})))
  if (!rows || rows.length === 0) return undefined
  const names = rows.slice(0, 5).map(nameOf)
  const more = rows.length > names.length ? ` and ${rows.length - names.length} more` : ''
  return {
    reason: `has dependent snapshots: ${names.join(', ')}${more}`,
    hint: `Delete them as well: osc volume delete --cascade ${shellWord(nameOf(volume))}`,
  }
}

function grouped({group_id: group, consistencygroup_id: old, id}: JsonObject): Reason | undefined {
  const volume = shellWord(asText(id) ?? '')
  if (group)
    return {
      reason: `belongs to volume group ${asText(group)}`,
      hint: `Delete the group with its volumes: osc volume group delete --force ${shellWord(asText(group) ?? '')}`,
    }
  if (!old) return undefined
  const words = [shellWord(asText(old) ?? ''), volume].join(' ')
  return {
    reason: `belongs to consistency group ${asText(old)}`,
    hint: `Remove it from the group first: osc consistency group remove volume ${words}`,
  }
}

/** What another request only explains is not worth a failure of its own. */
async function orNone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof HttpError) return undefined
    throw error
  }
}

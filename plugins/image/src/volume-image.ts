import {asObject, type CommandContext, Flags, type JsonObject, Known} from '@osc-cli/core'
import {PROTECTED, VISIBILITY} from '#image-flags'

/** Options of `image create` that the volume service has no place for. */
const IGNORED = [
  'id',
  'min-disk',
  'min-ram',
  'size',
  'sign-key-path',
  'sign-cert-id',
  'property',
  'tag',
  'project',
  'import',
]

/** Has the volume service create an image from a volume; its answer. */
export async function createFromVolume(
  command: CommandContext,
  name: string,
  volume: string,
  flags: Readonly<Record<string, unknown>>,
): Promise<JsonObject> {
  for (const option of IGNORED.filter((one) => flags[one] !== undefined && flags[one] !== false))
    await command.note(`--${option} has no effect with --volume.`)
  const volumes = command.api(Known.Volume)
  const request = {
    image_name: name,
    force: flags.force === true,
    disk_format: String(flags['disk-format']),
    container_format: String(flags['container-format']),
    visibility: Flags.chosen(flags, VISIBILITY) ?? 'private',
    protected: Flags.chosen(flags, PROTECTED) ?? false,
  }
  const body = {'os-volume_upload_image': request}
  // The first version with visibility and protected.
  const options = {microversion: '3.1'}
  const answer = await volumes.send(await volumes.id(volume), 'POST', '/action', body, options)
  const upload = asObject(answer['os-volume_upload_image'])
  return {...upload, volume_type: asObject(upload.volume_type).name ?? null}
}

import {asObject, asText, type Flags, isObject, Known, type OscCommand, UsageError} from '@osc-cli/core'

/** The image that has all these properties; the first of several, with a note. */
export async function imageWith(command: OscCommand, wanted: readonly Flags.KeyValue[]): Promise<string> {
  const found: string[] = []
  for await (const image of command.api(Known.Image).list()) {
    const all = {...image, ...(isObject(image.properties) ? asObject(image.properties) : {})}
    if (wanted.every(({key, value}) => asText(all[key]) === value)) found.push(asText(image.id) ?? '')
  }
  const [first] = found
  if (first === undefined) throw new UsageError('No images match the property expected by --image-property')
  if (found.length > 1) await command.note(`Multiple matching images: ${found.join(', ')}\nUsing image: ${first}`)
  return first
}

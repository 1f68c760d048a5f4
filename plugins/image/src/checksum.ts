import {asText, type Digests, type JsonObject, OscError, type Source, shellWord} from '@osc-cli/core'

/** Digests that an upload computes: Glance's default, and the one that every version of Glance reports. */
export const UPLOAD_DIGESTS = ['sha512', 'md5']

/** The digests of a source that is read again. */
export async function digestsOf(source: Source): Promise<Digests> {
  const {createHash} = process.getBuiltinModule('node:crypto')
  const hashes = UPLOAD_DIGESTS.map((name) => [name, createHash(name)] as const)
  for await (const chunk of source.open()) for (const [, hash] of hashes) hash.update(chunk)
  return Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]))
}

/** What the data of an image must hash to, by its best digest among `algorithms`; undefined when Glance reports none. */
export function checksumOf(
  image: JsonObject,
  algorithms: readonly string[],
): {algorithm: string; hex: string} | undefined {
  const [algorithm, hash, md5] = [asText(image.os_hash_algo), asText(image.os_hash_value), asText(image.checksum)]
  if (algorithm && hash && algorithms.includes(algorithm)) return {algorithm, hex: hash}
  return md5 ? {algorithm: 'md5', hex: md5} : undefined
}

/** OscError when Glance stored something else than was sent. */
export function verifyUpload(image: JsonObject, sent: Digests): void {
  const expected = checksumOf(image, Object.keys(sent))
  const actual = expected && sent[expected.algorithm]
  if (!expected || actual === expected.hex) return
  throw new OscError(
    `Image ${image.id}: the ${expected.algorithm} checksum of the stored data is ${expected.hex}, but ${actual} was sent.`,
    {hint: `Delete the image and upload it again: osc image delete ${shellWord(String(image.id))}`},
  )
}

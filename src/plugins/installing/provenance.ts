import {asObject, asText} from '#json'
import {type NpmRun, npm} from '#plugins/installing/npm'

/** The address of the attestation that a registry has of a package's origin; undefined where it has none. */
export async function provenanceOf(name: string, version: string, run: NpmRun): Promise<string | undefined> {
  try {
    const dist = asObject(JSON.parse(await npm(['view', `${name}@${version}`, 'dist', '--json'], run)))
    const attestations = asObject(dist.attestations)
    const url = asText(attestations.url)
    const isSigned = asText(asObject(attestations.provenance).predicateType) !== undefined
    return isSigned && url?.startsWith('https://') ? url : undefined
  } catch {
    run.signal.throwIfAborted()
    return undefined
  }
}

import {join} from 'node:path'
import {section} from '#cloud/config/checked'
import {readDefaultCloud} from '#cloud/config/default-cloud'
import {describesCloud} from '#cloud/config/environment'
import {type LocatedMap, merged, scalarText} from '#cloud/config/located'
import {type ReadFile, readFirst, readOwn} from '#cloud/config/read-file'
import type {ConfigInput} from '#cloud/config/types'
import {isRunning, type ProcessIdentity} from '#files/process-identity'
import {dataDirOf} from '#process'

/** What clouds.yaml and secure.yaml say together. */
export interface CloudFiles {
  /** The entries of both, secure.yaml having the last word. */
  clouds: LocatedMap
  /** The section `client`, which holds for every cloud. */
  client: LocatedMap
  /** Those that were read, clouds.yaml first. */
  files: readonly ReadFile[]
  /** Other clouds that can be selected: those of the running sandbox. Known where no entry is named, or an unknown one. */
  others: readonly string[]
}

const NOTHING: LocatedMap = new Map()

/** Reads both files; ConfigError when one is malformed or `clouds` is not what it should be. */
export async function readCloudFiles(input: ConfigInput, warn: (line: string) => void): Promise<CloudFiles> {
  const plain = await readFirst('clouds', input, warn)
  const secure = await readFirst('secure', input, warn)
  const files = [plain, secure].filter((file) => file !== undefined)
  for (const file of files) checkContent(file, warn)
  const content = files.map((file) => file.content ?? NOTHING).reduce(merged, NOTHING)
  const clouds = section(content, 'clouds')
  const client = section(content, 'client')
  const wanted = wantedCloud(input)
  // The file of clouds that osc itself made, asked only for what the user's own files do not have.
  const own = wanted === undefined ? describesCloud(input.env) : clouds.has(wanted)
  const sandbox = own ? undefined : await readSandboxFile(input)
  const theirs = section(sandbox?.content ?? NOTHING, 'clouds')
  if (sandbox && wanted !== undefined && theirs.has(wanted))
    return {clouds: merged(clouds, theirs), client, files: [...files, sandbox], others: []}
  return {clouds, client, files, others: [...theirs.keys()].filter((name) => !clouds.has(name))}
}

function wantedCloud(input: ConfigInput): string | undefined {
  const wanted = input.options.cloud || input.env.OS_CLOUD || readDefaultCloud(input)
  return typeof wanted === 'string' && wanted ? wanted : undefined
}

/** The file in which osc describes the sandbox, while the sandbox runs. */
export async function readSandboxFile(input: ConfigInput): Promise<ReadFile | undefined> {
  const file = await readOwn(join(dataDirOf({...input.env, HOME: input.home}), 'clouds.yaml'), input)
  // Its program may have been killed, and another one may have its port: that one must not get the password.
  return file && isRunning(programOf(section(file.content ?? NOTHING, 'osc_process'))) ? file : undefined
}

const programOf = (entry: LocatedMap): ProcessIdentity => ({
  pid: Number(scalarText(entry.get('pid')?.value)),
  started: scalarText(entry.get('started')?.value) ?? '',
})

/** The entry of one cloud in one file. */
export const entryOf = ({content = NOTHING}: ReadFile, cloud: string): LocatedMap =>
  section(section(content, 'clouds'), cloud, `clouds.${cloud}`)

function checkContent({name, content}: ReadFile, warn: (line: string) => void): void {
  if (!content) warn(`${name} is empty.`)
  else if (!content.has('clouds')) warn(`${name} has no section "clouds".`)
}

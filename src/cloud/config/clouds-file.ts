import {join} from 'node:path'
import {section} from '#cloud/config/checked'
import {readDefaultCloud} from '#cloud/config/default-cloud'
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
}

const NOTHING: LocatedMap = new Map()

/** Reads both files; ConfigError when one is malformed or `clouds` is not what it should be. */
export async function readCloudFiles(input: ConfigInput, warn: (line: string) => void): Promise<CloudFiles> {
  const clouds = await readFirst('clouds', input, warn)
  const secure = await readFirst('secure', input, warn)
  const files = [clouds, secure].filter((file) => file !== undefined)
  for (const file of files) checkContent(file, warn)
  const content = files.map((file) => file.content ?? NOTHING).reduce(merged, NOTHING)
  const own = await ownCloud(section(content, 'clouds'), input)
  const all = own ? merged(content, own.content ?? NOTHING) : content
  return {clouds: section(all, 'clouds'), client: section(all, 'client'), files: own ? [...files, own] : files}
}

/** The file of clouds that osc itself made (the sandbox), asked only for a cloud that the user's own files do not have. */
async function ownCloud(clouds: LocatedMap, input: ConfigInput): Promise<ReadFile | undefined> {
  const wanted = input.options.cloud || input.env.OS_CLOUD || readDefaultCloud(input)
  if (typeof wanted !== 'string' || !wanted || clouds.has(wanted)) return undefined
  const file = await readSandboxFile(input)
  return file && section(file.content ?? NOTHING, 'clouds').has(wanted) ? file : undefined
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

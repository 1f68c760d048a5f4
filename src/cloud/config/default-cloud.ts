import {closeSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ConfigInput} from '#cloud/config/types'
import {makeFolder} from '#files/make-folder'
import {openRegular, readRegular} from '#files/regular-file'
import {dataDirOf} from '#process'

type Place = Pick<ConfigInput, 'env' | 'home'>

/** The file that keeps the cloud chosen with `osc cloud use`. */
export const defaultCloudFile = ({env, home}: Place): string => join(dataDirOf({...env, HOME: home}), 'default-cloud')

/** The cloud chosen with `osc cloud use`; undefined when none is, or the file cannot be read. */
export function readDefaultCloud(place: Place): string | undefined {
  try {
    return readRegular(defaultCloudFile(place)).trim() || undefined
  } catch {
    return undefined
  }
}

/** Chooses a cloud for commands that name none. The system's error when it cannot be written. */
export function writeDefaultCloud(name: string, place: Place): void {
  const file = defaultCloudFile(place)
  makeFolder(join(file, '..'), 0o700)
  const descriptor = openRegular(file, 'replace', 0o600)
  try {
    writeFileSync(descriptor, `${name}\n`)
  } finally {
    closeSync(descriptor)
  }
}

/** False when no cloud was chosen. */
export function clearDefaultCloud(place: Place): boolean {
  const had = readDefaultCloud(place) !== undefined
  rmSync(defaultCloudFile(place), {force: true})
  return had
}

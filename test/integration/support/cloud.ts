import {readFileSync} from 'node:fs'
import {asObject, isObject, type JsonObject} from '#json'
import {type BoundOsc, oscPerSuite} from '../../support/per-test.ts'
import {noteCalls} from './calls.ts'
import {cloudEnv, cloudName, cloudsFile} from './cloud-env.ts'

export {cloudEnv, cloudName, cloudsFile, userCloudName} from './cloud-env.ts'

/** The entry of clouds.yaml. */
export async function cloudEntry(cloud: string = cloudName()): Promise<JsonObject> {
  const {parse} = await import('yaml')
  const {clouds} = asObject(parse(readFileSync(cloudsFile(), 'utf8')))
  const entry = asObject(clouds)[cloud]
  if (!isObject(entry)) throw new Error(`${cloudsFile()} has no cloud '${cloud}'.`)
  return entry
}

/** osc on the cloud under test for the tests of the surrounding `describe`; one login serves them all. */
export const oscOnCloud = (cloud?: string): BoundOsc => oscPerSuite({env: cloudEnv(cloud), record: noteCalls})

const prefix = `osc-${process.pid.toString(36)}${Date.now().toString(36).slice(-5)}`
let count = 0

/** A name that nothing else in the cloud has: `osc-1x4k2-7-project`. */
export function uniqueName(what: string): string {
  count += 1
  return `${prefix}-${count}-${what}`
}

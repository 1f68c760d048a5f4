import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, isObject, type JsonObject} from '#json'
import {type BoundOsc, oscPerSuite} from '../../support/per-test.ts'
import {noteCalls} from './calls.ts'

/** The cloud under test: an administrator's entry of clouds.yaml. OSC_TEST_CLOUD names another one. */
export const cloudName = (): string => process.env.OSC_TEST_CLOUD ?? 'devcloud-admin'

/** The same cloud for somebody with the role member only, in a project of their own. */
export const userCloudName = (): string => process.env.OSC_TEST_USER_CLOUD ?? 'devcloud-demo'

/** Where both are described: OS_CLIENT_CONFIG_FILE, or the devcloud's own file. */
export const cloudsFile = (): string =>
  process.env.OS_CLIENT_CONFIG_FILE ?? join(process.env.DEVCLOUD_DIR ?? '/tmp/devcloud', 'clouds.yaml')

/** What a client needs in its environment to talk to the cloud under test. */
export const cloudEnv = (cloud: string = cloudName()): Record<string, string> => ({
  OS_CLOUD: cloud,
  OS_CLIENT_CONFIG_FILE: cloudsFile(),
})

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

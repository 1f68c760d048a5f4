import {SandboxFailure} from '#sandbox/failure'
import type {Call} from '#sandbox/service'

/** The microversions of a service. */
export interface Microversions {
  /** Its name in the header `OpenStack-API-Version`: `compute`, `volume`. */
  service: string
  lowest: string
  highest: string
  /** An older header that holds the version alone: `x-openstack-ironic-api-version`. */
  header?: string
}

/** The microversion that a request asks for; the lowest one without a header. 406 outside the range. */
export function requestedMicroversion(call: Call, {service, lowest, highest, header}: Microversions): string {
  const common = (call.headers['openstack-api-version'] ?? '').split(',').map((entry) => entry.trim().split(/\s+/))
  const [, named] = common.find(([name]) => name === service) ?? []
  const requested = named ?? (header === undefined ? undefined : call.headers[header.toLowerCase()]) ?? lowest
  if (requested === 'latest') return highest
  const isVersion = /^\d+\.\d+$/.test(requested)
  if (isVersion && atLeast(requested, lowest) && atLeast(highest, requested)) return requested
  throw new SandboxFailure(
    406,
    `Version ${requested} is not supported by the API. Minimum is ${lowest} and maximum is ${highest}.`,
    {},
    {'openstack-api-minimum-version': `${service} ${lowest}`, 'openstack-api-maximum-version': `${service} ${highest}`},
  )
}

/** Whether `version` is `wanted` or newer. */
export function atLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number)
  return major === wantedMajor ? minor >= wantedMinor : major > wantedMajor
}

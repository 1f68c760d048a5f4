import {asObject, asText, type JsonObject} from '@osc-cli/core'

/** Capabilities by their name, from `profile:control,boot_option:local`. */
export function readCapabilities(text: string): Map<string, string> {
  const pairs = text.split(',').flatMap((pair): [string, string][] => {
    const colon = pair.indexOf(':')
    return colon < 1 ? [] : [[pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()]]
  })
  return new Map(pairs)
}

/** The text in which Ironic stores capabilities. */
export const capabilitiesText = (capabilities: ReadonlyMap<string, string>): string =>
  [...capabilities].map(([name, value]) => `${name}:${value}`).join(',')

/** Capabilities of a machine. */
export const capabilitiesOf = ({properties}: JsonObject): Map<string, string> =>
  readCapabilities(asText(asObject(properties).capabilities) ?? '')

const POSSIBLE = /_profile$/

/** Profiles that a machine may get, sorted: those whose capability `NAME_profile` is 1 or true. */
export function possibleProfiles(capabilities: ReadonlyMap<string, string>): string[] {
  return [...capabilities]
    .filter(([name, value]) => POSSIBLE.test(name) && ['1', 'true'].includes(value.toLowerCase()))
    .map(([name]) => name.replace(POSSIBLE, ''))
    .sort()
}

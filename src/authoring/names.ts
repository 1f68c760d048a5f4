import {UsageError} from '#errors'

/** What a new plugin is called, in every place where it is called something. */
export interface PluginNames {
  /** npm package: `osc-plugin-inventory`. */
  package: string
  /** Namespace: `inventory`. */
  short: string
  /** Service type, as in the catalog: `inventory`. */
  service: string
  /** `Inventory`. */
  display: string
  /** What its commands are about: `rack`, `storage pool`. */
  noun: string
}

const PACKAGE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/
const SERVICE = /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/
const NOUN = /^[a-z][a-z0-9]*(?: [a-z][a-z0-9]*)*$/

export interface ChosenNames {
  noun?: string | undefined
  service?: string | undefined
}

/** From `inventory`, `osc-plugin-inventory` or `@acme/osc-plugin-inventory`. UsageError for what npm or osc would refuse. */
export function pluginNames(name: string, {noun, service}: ChosenNames = {}): PluginNames {
  if (!PACKAGE.test(name)) {
    throw new UsageError(`'${name}' is not a valid package name.`, {
      hint: 'Use lowercase letters, digits and dashes, as in: inventory',
    })
  }
  const short = (name.split('/').at(-1) ?? name).replace(/^osc-plugin-/, '')
  const word = noun ?? short.replaceAll(/[^a-z0-9]/g, '')
  if (!NOUN.test(word)) {
    throw new UsageError(`'${word}' is not a valid noun.`, {
      hint: "Use words of lowercase letters and digits, as in: --noun 'storage pool'",
    })
  }
  if (service !== undefined && !SERVICE.test(service)) {
    throw new UsageError(`'${service}' is not a valid service type.`, {
      hint: 'Use the type in the catalog, as in: --service-type shared-file-system',
    })
  }
  return {
    package: short === name ? `osc-plugin-${name}` : name,
    short,
    service: service ?? short,
    display: short.charAt(0).toUpperCase() + short.slice(1),
    noun: word,
  }
}

import {UsageError} from '#errors'

/** What a new plugin is called, in every place where it is called something. */
export interface PluginNames {
  /** npm package: `osc-plugin-inventory`. */
  package: string
  /** Namespace and service type: `inventory`. */
  short: string
  /** `Inventory`. */
  display: string
  /** What its commands are about: `rack`, `storage pool`. */
  noun: string
}

const PACKAGE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/
const NOUN = /^[a-z][a-z0-9]*(?: [a-z][a-z0-9]*)*$/

/** From `inventory`, `osc-plugin-inventory` or `@acme/osc-plugin-inventory`. UsageError for what npm or osc would refuse. */
export function pluginNames(name: string, noun: string | undefined): PluginNames {
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
  return {
    package: short === name ? `osc-plugin-${name}` : name,
    short,
    display: short.charAt(0).toUpperCase() + short.slice(1),
    noun: word,
  }
}

import type {Remedy} from '#advice/remedies/types'

/**
 * What a plugin says for its pages. The module that package.json names as `osc.help` exports it as default:
 * `export default {...} satisfies PluginHelp`. Plain data, which the core formats, sanitizes and caps. Help pages load this module, so
 * it imports only types from the core.
 */
export interface PluginHelp {
  /** What the service is for, one or two sentences. */
  about: string
  /** A typical session: 3 to 6 lines that work as printed, in this order. */
  session: readonly {command: string; description: string}[]
  /** Namespaces of plugins that people use beside this one. */
  related?: readonly string[]
  /** By noun: `stack`. */
  nouns?: Readonly<Record<string, NounHelp>>
  /** What to do about failures of this plugin's commands. */
  remedies?: readonly Remedy[]
}

/** What a plugin says of one noun: on its page, after a `show` on a terminal, and when a conflict names the state. */
export interface NounHelp {
  /** One sentence: what it is. */
  about: string
  /** The states that it can be in, as the API spells them, with the verbs that are valid in each. */
  states?: readonly StateHelp[]
  /** How verbs of `states` are suggested for which the name alone is not enough. */
  lines?: Readonly<Record<string, VerbLine>>
  /** The verbs that people use every day, most used first; default: list, show, create, ... */
  verbs?: readonly string[]
}

/** A state, what it means, and the verbs that are valid in it. */
export interface StateHelp {
  state: string
  about?: string
  verbs: readonly string[]
  /** What errors of the service call it, where that is another word: `stopped` for SHUTOFF. */
  also?: readonly string[]
}

/** How a verb is suggested after a `show` and in a conflict; it is not where a value is unknown or `when` does not hold. */
export interface VerbLine {
  /** The command without the program, with `{name}` and fields of the record as placeholders; default: the verb and the name. */
  line?: string
  /** Regular expressions that fields of the record must match, as text or JSON. */
  when?: Readonly<Record<string, string>>
}

/** Something that an option or a command needs from the cloud, beside its service. */
export interface Needs {
  /** The lowest microversion that has it: `2.67`. */
  microversion?: string
  /** The last microversion that has it: `2.56`. */
  until?: string
  /** Alias of the extension of the service's API that brings it. */
  extension?: string
  /** Type of the service that is asked for it, where that is not the command's: `network`. */
  service?: string
}

/** The needs of a command as its class declares them. */
export const needsOf = ({microversion, requires}: Declared): Needs => ({
  ...(microversion === undefined ? {} : {microversion}),
  ...(requires === undefined ? {} : {extension: requires}),
})

interface Declared {
  microversion?: string | undefined
  requires?: string | undefined
}

/** The types of the services that a command is for: its own, else all that its plugin serves. The first is asked for needs. */
export const servicesOf = (
  {service}: {service?: string | undefined},
  plugin: {services: readonly string[]},
): readonly string[] => (service === undefined ? plugin.services : [service])

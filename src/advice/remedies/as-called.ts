import type {PluginIndex} from '#plugins/types'
import {shellWord} from '#text/shell-word'

/** First words of the core's commands that need no cloud: advice to use them is the same for every cloud. */
const LOCAL = ['cloud', 'completion', 'help', 'plugins', 'search', 'version', 'why']

/** The line selects a cloud itself, wherever the option stands. */
const CLOUD = / --os-cloud(?:=| |$)/

/** How the lines in a text begin. */
export interface CalledAs {
  /** The name that the program was called by. */
  program: string
  /** The program with the --os-cloud of the line that ran: without it a line to type would use another cloud. */
  withCloud?: string | undefined
  index?: PluginIndex | undefined
}

/**
 * The command lines in a text, which stand alone or after a colon, by the name that the program was called by, and with the
 * cloud of the line that ran where they need one.
 */
export function asCalled(text: string, {program, withCloud = program, index}: CalledAs): string {
  // A plugin without a service, as the sandbox, needs no cloud either.
  const plugins = index?.plugins.filter(({services}) => services.length === 0) ?? []
  const local = new Set(['--os-cloud', ...LOCAL, ...plugins.flatMap(({namespaces}) => namespaces)])
  return text.replace(
    /(^ *|: )osc (?=([a-z-]+)(.*))/gm,
    (_, before: string, word: string, rest: string) =>
      `${before}${local.has(word) || CLOUD.test(rest) ? program : withCloud} `,
  )
}

/** The program with the cloud that a line selects: `osc --os-cloud lab`; the program alone for a line that selects none. */
export const onCloud = (program: string, cloud: unknown): string =>
  typeof cloud === 'string' ? `${program} --os-cloud ${shellWord(cloud)}` : program

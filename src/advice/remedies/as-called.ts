import {shellWord} from '#text/shell-word'

/** First words of commands that need no cloud: advice to use them is the same for every cloud. */
const LOCAL = new Set(['cloud', 'completion', 'help', 'plugins', 'sandbox', 'search', 'tosca', 'version', 'why'])

/**
 * The command lines in a text, which stand alone or after a colon, by the name that the program was called by. Those that need a
 * cloud begin with `withCloud`, which has the --os-cloud of the line that ran: without it they would change another cloud.
 */
export const asCalled = (text: string, program: string, withCloud = program): string =>
  text.replace(
    /(^ *|: )osc (?=([a-z-]+))/gm,
    (_, before: string, word: string) => `${before}${word === '--os-cloud' || LOCAL.has(word) ? program : withCloud} `,
  )

/** The program with the cloud that a line selects: `osc --os-cloud lab`; the program alone for a line that selects none. */
export const onCloud = (program: string, cloud: unknown): string =>
  typeof cloud === 'string' ? `${program} --os-cloud ${shellWord(cloud)}` : program

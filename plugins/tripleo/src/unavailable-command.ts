import {OscCommand, OscError} from '@osc-cli/core'
import {type Unavailable, unavailable} from '#unavailable'

/** What a file of a command exports. */
export type CommandClass = new (...given: ConstructorParameters<typeof OscCommand>) => OscCommand

/** The command of an entry of the table: its help says what it does in TripleO, and running it fails with the reason. */
export function unavailableCommand(name: keyof typeof unavailable): CommandClass {
  const {summary, does, needs, instead}: Unavailable = unavailable[name]
  return class UnavailableCommand extends OscCommand {
    static override summary = summary
    static override description = [
      `Not available in osc. In TripleO it ${does}. That requires ${needs}.`,
      `To ${instead[1]}:`,
      `osc ${instead[0]}`,
    ].join('\n\n')
    static override examples = [{command: `osc ${name}`, description: 'Print why osc does not run it'}]
    // Lists of commands show only what can be run.
    static override hidden = true
    static override roles = []
    static override calls = []

    /** Whatever the options: they are those of TripleO's client. */
    async run(): Promise<void> {
      throw new OscError(`\`${name}\` is not available in osc: it ${does}, which requires ${needs}.`, {
        code: 'Unavailable',
        hint: `${capitalized(instead[1])}: osc ${instead[0]}`,
      })
    }
  }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

import {Flags, ListCommand} from '@osc-cli/core'
import type {Fault} from '#faults'
import {allInputs, inOrder, noteUnknown, parameterFlag, templateArg} from '#options'

export default class ToscaValidate extends ListCommand {
  static override summary = 'Check a TOSCA template without a cloud'
  static override description =
    'Checks a TOSCA Simple Profile template (YAML 1.0 to 1.3, or a CSAR archive) and all that it imports, and lists all ' +
    'problems with file, line and column. The exit code is 1 if there are problems.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['tosca show', 'translate template']
  static override examples = [
    {command: 'osc tosca validate app.yaml', description: 'List the problems of a template'},
    {
      command: 'osc tosca validate app.csar --parameter cpus=4',
      description: 'Check an archive with a value for an input',
    },
  ]
  static override args = templateArg
  static override flags = {
    ...parameterFlag,
    offline: Flags.boolean({description: 'Do not check whether URLs of scripts in an archive can be read'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ToscaValidate)
    const values = Flags.toObject(flags.parameter) ?? {}
    const faults = inOrder(await this.#faultsOf(args.file, values, flags.offline))
    const columns = {File: 'file', Line: 'line', Column: 'column', Problem: 'message'}
    const rows = faults.map(({place, message}) => ({...place, message}))
    await this.table(columns, rows)
    if (faults.length > 0) this.exitStatus = 1
    else await this.note(`${args.file} is valid.`)
  }

  async #faultsOf(file: string, values: Record<string, string>, offline: boolean) {
    const [{openTemplate}, {TemplateError}, {checkScripts}, {limitsOf}] = await Promise.all([
      import('#open'),
      import('#faults'),
      import('#read/external'),
      import('#limits'),
    ])
    try {
      const {template, faults} = await openTemplate(this, file, values, offline)
      await checkScripts(template, faults)
      await noteUnknown(this, allInputs(template), values)
      await this.#noteAll('', faults.notes)
      if (faults.all.length > 0) return faults.all
      for (const [command, limits] of await limitsOf(template, values))
        await this.#noteAll(`Rejected by ${command}: `, limits)
      return []
    } catch (cause) {
      // A file that is not there is an error of the line, not of the template.
      if (!(cause instanceof TemplateError) || cause.faults.some(({place}) => place.line === 0)) throw cause
      return cause.faults
    }
  }

  async #noteAll(prefix: string, notes: readonly Fault[]): Promise<void> {
    const {faultText} = await import('#faults')
    for (const note of inOrder(notes)) await this.note(prefix + faultText(note))
  }
}

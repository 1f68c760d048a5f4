import {Args, ListCommand, readText} from '@osc-cli/core'

export default class WorkflowLint extends ListCommand {
  static override summary = 'Check a definition without a cloud'
  static override description =
    'Checks a file with workflows or a workbook for what Mistral refuses, and for what fails or hangs when it runs. ' +
    'The exit code is 1 if there are errors, and 0 if there are only warnings.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['workflow validate', 'workflow create', 'workflow show']
  static override examples = [
    {command: 'osc workflow lint hello.yaml', description: 'List problems with line and column'},
    {command: 'osc workflow lint hello.yaml -f json', description: 'Print the problems as JSON'},
  ]
  static override args = {
    definition: Args.string({description: 'File with workflows or a workbook', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowLint)
    const text = await readText(args.definition, this.runtime)
    const {lint} = await import('#lint/lint')
    const findings = lint(text)
    const rows = findings.map((finding) => ({...finding}))
    const columns = {Line: 'line', Column: 'column', Severity: 'severity', Rule: 'rule', Message: 'message'}
    await this.table(columns, rows)
    if (findings.some(({severity}) => severity === 'error')) this.exitStatus = 1
  }
}

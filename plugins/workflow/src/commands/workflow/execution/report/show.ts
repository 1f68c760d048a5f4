import {Args, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {WorkflowExecution} from '#execution'
import {reportLines} from '#report'

export default class WorkflowExecutionReportShow extends OscCommand {
  static override summary = 'Print a report of a workflow execution'
  static override description = 'Prints the number of tasks by state and the tree of failed tasks.'
  static override roles = ['reader']
  static override calls = ['GET /v2/executions/{id}/report']
  static override seeAlso = ['task execution show', 'workflow execution show']
  static override examples = [
    {
      command: 'osc workflow execution report show --no-errors-only 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'All tasks, not only those that failed',
    },
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID)', required: true})}
  static override flags = {
    'errors-only': Flags.boolean({
      description: 'Include only tasks that failed (default); --no-errors-only: all tasks',
      allowNo: true,
      default: true,
    }),
    'statistics-only': Flags.boolean({description: 'Print only the number of tasks by state'}),
    'max-depth': Flags.optionalValue({
      description: 'Levels of sub-workflows to include (0: none, default: all)',
      helpValue: 'NUMBER',
      bare: '',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowExecutionReportShow)
    const depth = flags['max-depth'] ?? '-1'
    if (depth !== '' && !/^-?\d+$/.test(depth)) throw new UsageError(`Option --max-depth: '${depth}' is not a number.`)
    const query = {
      errors_only: flags['errors-only'] ? 'True' : undefined,
      statistics_only: flags['statistics-only'] ? 'True' : undefined,
      max_depth: depth || undefined,
    }
    const report = await this.api(WorkflowExecution).send(args.execution, 'GET', '/report', undefined, {query})
    for (const line of reportLines(report)) await this.print(line)
  }
}

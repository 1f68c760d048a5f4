import {Flags, OscCommand} from '@osc-cli/core'
import {translateFlags} from '#options'

export default class TranslateWorkflow extends OscCommand {
  static override summary = 'Translate TOSCA workflows to a Mistral workbook'
  static override description =
    'Translates the workflows of a TOSCA template (1.1 or later). Steps become tasks. An operation becomes an action by its ' +
    'artifact: std.http for a URL, std.echo for a text file, std.ssh for a script, which runs on the server of the node. ' +
    'The workflows take the addresses of servers as input `hosts`, and `username` and `private_key` for SSH.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['translate template', 'workbook create', 'workflow execution create']
  static override examples = [
    {
      command: 'osc translate workflow --template-file app.yaml --output-file app-workbook.yaml',
      description: 'Translate the workflows of a template',
    },
  ]
  static override flags = translateFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(TranslateWorkflow)
    const {runWorkflowTranslation} = await import('#run-workflow-translation')
    const {'template-file': file, 'output-file': output} = flags
    await runWorkflowTranslation(this, file, output, Flags.toObject(flags.parameter) ?? {})
  }
}

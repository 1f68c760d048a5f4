import {pluginFolder} from '#authoring/build'
import {lintPlugin} from '#authoring/lint'
import {ListCommand, OscError} from '#sdk'

export default class PluginsLint extends ListCommand {
  static override summary = 'Check the plugin in this folder against the osc conventions'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins lint', description: 'Check grammar, texts, options, conflicts and start-up time'},
    {command: 'osc plugins lint -f json', description: 'Print JSON for scripts'},
  ]

  async run(): Promise<void> {
    await this.parse(PluginsLint)
    const found = await lintPlugin(pluginFolder(this.runtime.cwd), this.runtime)
    if (found.length > 0 || this.format !== 'table')
      await this.table(
        {Rule: 'rule', Where: 'where', Message: 'message'},
        found.map((finding) => ({...finding})),
      )
    if (found.length > 0)
      throw new OscError(`${found.length} ${found.length === 1 ? 'problem' : 'problems'} found.`, {
        code: 'LintFindings',
      })
    await this.note('No problems found.')
  }
}

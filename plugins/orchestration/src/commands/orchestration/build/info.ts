import {asObject, ShowCommand} from '@osc-cli/core'
import {jsonCell} from '#format/cells'

export default class OrchestrationBuildInfo extends ShowCommand {
  static override summary = 'Show build information of Heat'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/build_info']
  static override examples = [
    {command: 'osc orchestration build info', description: 'Show the revisions of the API and the engine'},
  ]

  async run(): Promise<void> {
    await this.parse(OrchestrationBuildInfo)
    const info = asObject(await (await this.session()).get('orchestration', '/build_info'))
    const names = Object.keys(info).sort()
    const cell = (name: string) => () => (name === 'api' || name === 'engine' ? jsonCell(info[name]) : info[name])
    await this.show(info, Object.fromEntries(names.map((name) => [name, cell(name)])))
  }
}

import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {namespaceFlag, publicFlag} from '#definition'
import {dynamicActionFields} from '#dynamic-action'
import {isUuid, nameOrId} from '#uuid'

export default class DynamicActionUpdate extends ShowCommand {
  static override summary = 'Update a dynamic action'
  static override description = 'Without --public the action becomes private.'
  static override roles = ['admin']
  static override calls = ['PUT /v2/dynamic_actions']
  static override seeAlso = ['dynamic action show', 'code source update']
  static override examples = [
    {command: 'osc dynamic action update greet --class-name GreetPolitely', description: 'Another class'},
  ]
  static override args = {action: Args.string({description: 'Dynamic action (name or ID)', required: true})}
  static override flags = {
    'class-name': Flags.optionalValue({description: 'Name of its Python class', helpValue: 'CLASS', bare: ''}),
    'code-source': Flags.optionalValue({description: 'Code source (name or ID)', helpValue: 'SOURCE', bare: ''}),
    ...publicFlag,
    ...namespaceFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(DynamicActionUpdate)
    const body = {
      scope: flags.public ? 'public' : 'private',
      namespace: flags.namespace ?? '',
      [isUuid(args.action) ? 'id' : 'name']: args.action,
      ...(flags['class-name'] && {class_name: flags['class-name']}),
      ...(flags['code-source'] && nameOrId('code_source', flags['code-source'])),
    }
    const session = await this.session()
    const answer = await session.request({service: 'workflow', method: 'PUT', path: '/dynamic_actions', body})
    await this.show(asObject(await answer.json()), dynamicActionFields)
  }
}

import {Args, asObject, Flags, type JsonObject, ShowCommand} from '@osc-cli/core'
import {namespaceFlag, publicFlag} from '#definition'
import {DynamicAction, dynamicActionFields} from '#dynamic-action'
import {inNamespace} from '#named'
import {isUuid, nameOrId} from '#uuid'

export default class DynamicActionUpdate extends ShowCommand {
  static override summary = 'Update a dynamic action'
  static override description = 'Without --public the action becomes private.'
  static override roles = ['admin']
  static override calls = ['GET /v2/dynamic_actions/{id}', 'PUT /v2/dynamic_actions']
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
    const {'class-name': given, 'code-source': source, namespace = ''} = flags
    // Without a class Mistral 15 stores the text 'Unset' as its name.
    const {class_name} = given
      ? {class_name: given}
      : await inNamespace(this.api(DynamicAction), args.action, namespace)
    const body: JsonObject = {
      scope: flags.public ? 'public' : 'private',
      namespace,
      [isUuid(args.action) ? 'id' : 'name']: args.action,
      class_name,
      ...(source && nameOrId('code_source', source)),
    }
    const session = await this.session()
    const answer = await session.request({service: 'workflow', method: 'PUT', path: '/dynamic_actions', body})
    await this.show(asObject(await answer.json()), dynamicActionFields)
  }
}

import {Args, ShowCommand} from '@osc-cli/core'
import {namespaceFlag, publicFlag} from '#definition'
import {DynamicAction, dynamicActionFields} from '#dynamic-action'
import {nameOrId} from '#uuid'

export default class DynamicActionCreate extends ShowCommand {
  static override summary = 'Create an action from a class of a code source'
  static override roles = ['admin']
  static override calls = ['POST /v2/dynamic_actions']
  static override seeAlso = ['code source create', 'action execution run']
  static override examples = [
    {command: 'osc dynamic action create greet Greet greetings', description: 'Class Greet of code source greetings'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new action', required: true}),
    class: Args.string({description: 'Name of its Python class', required: true}),
    source: Args.string({description: 'Code source (name or ID)', required: true}),
  }
  static override flags = {...publicFlag, ...namespaceFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(DynamicActionCreate)
    const body = {
      name: args.name,
      class_name: args.class,
      scope: flags.public ? 'public' : 'private',
      namespace: flags.namespace ?? '',
      ...nameOrId('code_source', args.source),
    }
    await this.show(await this.api(DynamicAction).create(body), dynamicActionFields)
  }
}

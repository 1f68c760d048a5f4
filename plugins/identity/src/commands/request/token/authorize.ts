import {asObject, Flags, ShowCommand} from '@osc-cli/core'
import {pathOf} from '#path'
import {Role} from '#role'

export default class RequestTokenAuthorize extends ShowCommand {
  static override summary = 'Authorize an OAuth request token'
  static override roles = ['admin']
  static override calls = ['GET /v3/roles?name={name}', 'PUT /v3/OS-OAUTH1/authorize/{request_token_id}']
  static override examples = [
    {command: 'osc request token authorize --request-key $REQUEST_KEY --role member', description: 'Delegate one role'},
  ]
  static override flags = {
    'request-key': Flags.string({description: 'Request token key', helpValue: 'KEY', required: true}),
    role: Flags.strings({description: 'Role to delegate (name or ID; repeatable)', helpValue: 'ROLE', required: true}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RequestTokenAuthorize)
    const roles = await Promise.all(flags.role.map(async (role) => ({id: await this.api(Role).id(role)})))
    const path = `/OS-OAUTH1${pathOf('authorize', flags['request-key'])}`
    const answer = await (await this.session()).request({service: 'identity', method: 'PUT', path, body: {roles}})
    await this.show(asObject(asObject(await answer.json()).token))
  }
}

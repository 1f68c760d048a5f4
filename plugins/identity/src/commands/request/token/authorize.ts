import {asObject, Flags, ShowCommand} from '@osc-cli/core'
import {pathOf} from '#path'
import {Role} from '#role'

export default class RequestTokenAuthorize extends ShowCommand {
  static override summary = 'Authorize an OAuth request token: hand on roles of yours.'
  static override roles = ['admin']
  static override calls = ['GET /v3/roles?name={name}', 'PUT /v3/OS-OAUTH1/authorize/{request_token_id}']
  static override examples = [
    {command: 'osc request token authorize --request-key $REQUEST_KEY --role member', description: 'With one role'},
  ]
  static override flags = {
    'request-key': Flags.string({description: 'Key of the request token.', helpValue: 'KEY', required: true}),
    role: Flags.strings({description: 'Role to hand on (name or ID).', helpValue: 'ROLE', required: true}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RequestTokenAuthorize)
    const roles = await Promise.all(flags.role.map(async (role) => ({id: await this.api(Role).id(role)})))
    const path = `/OS-OAUTH1${pathOf('authorize', flags['request-key'])}`
    const answer = await (await this.session()).request({service: 'identity', method: 'PUT', path, body: {roles}})
    await this.show(asObject(asObject(await answer.json()).token))
  }
}

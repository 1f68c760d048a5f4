import {Args, defineResource, fields, ShowCommand} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#server-consoles-servers-os-console-auth-token
const ConsoleToken = defineResource({
  noun: 'console connection',
  service: 'compute',
  path: '/os-console-auth-tokens',
  member: 'console',
  collection: 'consoles',
  by: 'id',
  newest: '2.99',
})

export default class ConsoleConnectionShow extends ShowCommand {
  static override summary = 'Show the connection of a console token'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-console-auth-tokens/{token}']
  static override seeAlso = ['console url show']
  static override examples = [
    {
      command: 'osc console connection show 5e0a5f6c-7d55-4a1d-bb4f-f4d9c0b6a1a2',
      description: 'Show host and port of a console',
    },
  ]
  static override args = {token: Args.string({description: 'Token of a console URL', required: true, secret: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(ConsoleConnectionShow)
    await this.show(await this.api(ConsoleToken).get(args.token), COLUMNS)
  }
}

const COLUMNS = fields({
  host: 'host',
  instance_uuid: 'instance_uuid',
  internal_access_path: 'internal_access_path',
  port: 'port',
  tls_port: 'tls_port',
})

import {asText, Flags, isEmpty, type JsonObject, Known, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, servers} from '#server-action'
import {waitForServer} from '#wait-for-server'

export default class ServerUnshelve extends OscCommand {
  static override summary = 'Unshelve servers'
  static override description = 'Servers that are not shelved are skipped.'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override needs = {
    'availability-zone': {microversion: '2.77'},
    'no-availability-zone': {microversion: '2.91'},
    host: {microversion: '2.91'},
  }
  static override seeAlso = ['server shelve']
  static override examples = [{command: 'osc server unshelve --wait web', description: 'Start a shelved server'}]
  static override args = {server: servers('unshelve')}
  static override flags = {
    'availability-zone': Flags.string({
      description: 'Availability zone for servers that are offloaded',
      helpValue: 'ZONE',
      exclusive: ['no-availability-zone'],
    }),
    'no-availability-zone': Flags.boolean({
      description: 'Unpin the servers from their availability zone',
      exclusive: ['availability-zone'],
    }),
    host: Flags.string({description: 'Host for servers that are offloaded (admin only)', helpValue: 'HOST'}),
    wait: Flags.boolean({description: 'Wait until the servers are active'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerUnshelve)
    const where: JsonObject = {
      host: flags.host || undefined,
      availability_zone: flags['no-availability-zone'] ? null : flags['availability-zone'] || undefined,
    }
    const servers = this.api(Known.Server)
    await this.each(args.server, async (nameOrId) => {
      const server = await servers.find(nameOrId)
      if (!['SHELVED', 'SHELVED_OFFLOADED'].includes(asText(server.status) ?? '')) return
      const id = String(server.id)
      await servers.send(id, 'POST', '/action', {unshelve: isEmpty(where) ? null : where})
      if (flags.wait) await waitForServer(this, nameOrId, id, ['ACTIVE', 'SHUTOFF'], {doing: 'unshelved'})
    })
  }
}

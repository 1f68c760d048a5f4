import {asText, Flags, HttpError, Known, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, servers} from '#server-action'
import {waitForServer} from '#wait-for-server'

export default class ServerShelve extends OscCommand {
  static override summary = 'Shelve servers'
  static override description =
    'A shelved server is stopped and kept as an image. Offloading also removes it from its host. Servers that are shelved already are skipped.'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server unshelve']
  static override examples = [
    {command: 'osc server shelve --offload --wait web', description: 'Shelve a server and free its host'},
  ]
  static override args = {servers: servers('shelve')}
  static override flags = {
    offload: Flags.boolean({description: 'Remove the shelved servers from their hosts (admin only)'}),
    wait: Flags.boolean({description: 'Wait until the servers are shelved'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerShelve)
    await this.each(args.servers, (server) => this.shelve(server, flags))
  }

  private async shelve(nameOrId: string, flags: {offload: boolean; wait: boolean}): Promise<void> {
    const servers = this.api(Known.Server)
    const server = await servers.find(nameOrId)
    if (SHELVED.includes(asText(server.status) ?? '')) return
    const id = String(server.id)
    await servers.send(id, 'POST', '/action', {shelve: null})
    if (!flags.wait && !flags.offload) return
    const {status} = await waitForServer(this, nameOrId, id, SHELVED, {doing: 'shelved'})
    if (!flags.offload || status === 'SHELVED_OFFLOADED') return
    await this.offload(id)
    if (flags.wait) await waitForServer(this, nameOrId, id, ['SHELVED_OFFLOADED'], {doing: 'removed from its host'})
  }

  /** Nova may offload a shelved server by itself at the same moment: the conflict is not a failure then. */
  private async offload(id: string): Promise<void> {
    const servers = this.api(Known.Server)
    try {
      await servers.send(id, 'POST', '/action', {shelveOffload: null})
    } catch (error) {
      if (!(error instanceof HttpError) || error.failure.status !== 409) throw error
      const {status, 'OS-EXT-STS:task_state': task} = await servers.get(id)
      if (status !== 'SHELVED_OFFLOADED' && task !== 'shelving_offloading') throw error
    }
  }
}

const SHELVED = ['SHELVED', 'SHELVED_OFFLOADED']

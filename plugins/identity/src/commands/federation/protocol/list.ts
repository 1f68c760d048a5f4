import {ListCommand} from '@osc-cli/core'
import {protocolsOf} from '#federation'
import {protocolFlags} from '#federation-protocol'

export default class FederationProtocolList extends ListCommand {
  static override summary = 'List the protocols of an identity provider'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/OS-FEDERATION/identity_providers/{idp_id}/protocols']
  static override examples = [
    {
      command: 'osc federation protocol list --identity-provider campus',
      description: 'List the protocols with their mappings',
    },
  ]
  static override flags = protocolFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(FederationProtocolList)
    const protocols = this.api(protocolsOf(flags['identity-provider'])).list()
    await this.table({id: 'id', mapping: 'mapping_id'}, protocols)
  }
}

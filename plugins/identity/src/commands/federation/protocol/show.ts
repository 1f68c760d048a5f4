import {ShowCommand} from '@osc-cli/core'
import {protocolsOf} from '#federation'
import {protocolArgs, protocolFields, protocolFlags} from '#federation-protocol'

export default class FederationProtocolShow extends ShowCommand {
  static override summary = 'Show a protocol of an identity provider'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/OS-FEDERATION/identity_providers/{idp_id}/protocols/{id}']
  static override examples = [
    {command: 'osc federation protocol show --identity-provider campus mapped', description: 'Show its mapping'},
  ]
  static override args = protocolArgs
  static override flags = protocolFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FederationProtocolShow)
    const protocol = await this.api(protocolsOf(flags['identity-provider'])).find(args.federation_protocol)
    await this.show(protocol, protocolFields(flags['identity-provider']))
  }
}

import {Args, OscCommand} from '@osc-cli/core'
import {protocolsOf} from '#federation'
import {protocolFlags} from '#federation-protocol'

export default class FederationProtocolDelete extends OscCommand {
  static override summary = 'Delete protocols of an identity provider'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/OS-FEDERATION/identity_providers/{idp_id}/protocols/{id}']
  static override examples = [
    {command: 'osc federation protocol delete --identity-provider campus mapped', description: 'Delete one of them'},
  ]
  static override args = {
    federation_protocol: Args.string({
      description: 'Federation protocols to delete (IDs)',
      required: true,
      multiple: true,
    }),
  }
  static override flags = protocolFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FederationProtocolDelete)
    const protocols = this.api(protocolsOf(flags['identity-provider']))
    await this.each(args.federation_protocol, (protocol) => protocols.delete(protocol))
  }
}

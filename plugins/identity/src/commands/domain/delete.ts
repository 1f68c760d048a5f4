import {Args, OscCommand} from '@osc-cli/core'
import {Domain} from '#domain'

export default class DomainDelete extends OscCommand {
  static override summary = 'Delete disabled domains and everything in them'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'DELETE /v3/domains/{id}']
  static override examples = [{command: 'osc domain delete partners', description: 'Delete a disabled domain'}]
  static override args = {
    domains: Args.string({description: 'Domains to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(DomainDelete)
    await this.each(args.domains, async (domain) => {
      await this.api(Domain).delete(await this.api(Domain).id(domain))
    })
  }
}

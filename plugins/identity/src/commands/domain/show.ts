import {Args, ShowCommand} from '@osc-cli/core'
import {Domain, domainFields} from '#domain'
import {findOrOwn} from '#own'

export default class DomainShow extends ShowCommand {
  static override summary = 'Show a domain'
  static override roles = []
  static override columns = Object.keys(domainFields)
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/domains/{id}']
  static override examples = [{command: 'osc domain show default', description: 'Show name, description and state'}]
  static override args = {
    domain: Args.string({description: 'Domain (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(DomainShow)
    const access = await (await this.session()).access()
    await this.show(await findOrOwn(this.api, access, Domain, args.domain), domainFields)
  }
}

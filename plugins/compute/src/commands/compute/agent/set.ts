import {Args, Flags, NotFoundError, OscCommand} from '@osc-cli/core'
import {Agent, XEN_ONLY} from '#agent'

export default class ComputeAgentSet extends OscCommand {
  static override summary = 'Change a compute agent'
  static override description = XEN_ONLY
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-agents', 'PUT /v2.1/os-agents/{id}']
  static override seeAlso = ['compute agent list']
  static override examples = [{command: 'osc compute agent set --agent-version 7.1 1', description: 'Set the version'}]
  static override args = {id: Args.string({description: 'Agent (ID)', required: true})}
  static override flags = {
    'agent-version': Flags.string({description: 'Version of the agent', helpValue: 'VERSION'}),
    url: Flags.string({description: 'URL of the agent', helpValue: 'URL'}),
    md5hash: Flags.string({description: 'MD5 hash of the agent', helpValue: 'HASH'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ComputeAgentSet)
    const agents = await Array.fromAsync(this.api(Agent).list())
    const agent = agents.find(({agent_id: id}) => String(id) === args.id)
    if (!agent)
      throw new NotFoundError(`No compute agent with the ID '${args.id}' exists.`, {
        hint: 'List them with: osc compute agent list',
      })
    const para = {
      version: flags['agent-version'] || agent.version,
      url: flags.url || agent.url,
      md5hash: flags.md5hash || agent.md5hash,
    }
    await this.api(Agent).send(args.id, 'PUT', '', {para})
  }
}

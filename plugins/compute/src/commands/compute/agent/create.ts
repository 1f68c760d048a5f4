import {Args, ShowCommand} from '@osc-cli/core'
import {Agent, XEN_ONLY} from '#agent'

export default class ComputeAgentCreate extends ShowCommand {
  static override summary = 'Create a compute agent'
  static override description = XEN_ONLY
  static override roles = ['admin']
  static override calls = ['POST /v2.1/os-agents']
  static override seeAlso = ['compute agent list']
  static override examples = [
    {
      command:
        'osc compute agent create linux x86_64 7.0 https://example.com/agent add6bb58e139be103324d04d82d8f545 xen',
      description: 'Register an agent build',
    },
  ]
  static override args = {
    os: Args.string({description: 'Operating system', required: true}),
    architecture: Args.string({description: 'Architecture', required: true}),
    version: Args.string({description: 'Version of the agent', required: true}),
    url: Args.string({description: 'URL of the agent', required: true}),
    md5hash: Args.string({description: 'MD5 hash of the agent', required: true}),
    hypervisor: Args.string({description: 'Type of hypervisor', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ComputeAgentCreate)
    await this.show(await this.api(Agent).create({...args}))
  }
}

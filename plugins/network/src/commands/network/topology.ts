import {Flags, OscCommand, Pictures, projectFlags, projectOf} from '@osc-cli/core'
import {drawn} from '#topology/draw'
import {readTopology} from '#topology/topology'

export default class NetworkTopology extends OscCommand {
  static override summary = 'Draw networks, subnets, routers and ports'
  static override description =
    'With --project, the drawing also has the networks of other projects that its routers and ports use.'
  static override roles = ['reader']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/networks',
    'GET /v2.0/subnets',
    'GET /v2.0/routers',
    'GET /v2.0/ports',
  ]
  static override requires = 'router'
  static override seeAlso = ['network list', 'router list', 'port list']
  static override examples = [
    {command: 'osc network topology', description: 'Draw a tree'},
    {
      command: 'osc network topology --graph dot | dot -Tsvg > topology.svg',
      description: 'Draw a picture with Graphviz',
    },
  ]
  static override flags = {
    ...projectFlags('Draw what this project owns and uses (name or ID)'),
    graph: Flags.string({
      description: 'Output format: text (default), json, dot (Graphviz) or mermaid',
      helpValue: 'FORMAT',
      options: Pictures.FORMATS,
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkTopology)
    const topology = await readTopology(this.api, await projectOf(this.api, flags))
    await this.print(await drawn(topology, flags.graph ?? 'text'))
  }
}

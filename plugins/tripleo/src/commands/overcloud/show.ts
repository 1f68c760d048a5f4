import {Args, Cells, Flags, type JsonObject, NotFoundError, Pictures, ShowCommand} from '@osc-cli/core'
import {drawn} from '#graph/draw'
import {overcloudGraph} from '#graph/graph'
import {COMPARE_CALLS} from '#plan/compare'
import {loadPlan} from '#plan/load'
import {allValues} from '#plan/values'
import {serversOf} from '#state/servers'
import {factsOf, STATUS_CALLS, statusOf} from '#state/status'

export default class OvercloudShow extends ShowCommand {
  static override summary = 'Show the roles, networks and servers of an overcloud'
  static override service = 'orchestration'
  static override roles = ['member']
  static override calls = [...new Set([...COMPARE_CALLS, ...STATUS_CALLS, 'GET /v2.1/servers/detail'])]
  static override seeAlso = ['overcloud status', 'overcloud server list', 'overcloud plan show']
  static override examples = [
    {command: 'osc overcloud show first', description: 'Show an overcloud'},
    {command: 'osc overcloud show --graph dot first', description: 'Print a picture for Graphviz'},
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    graph: Flags.optionalValue({
      description: 'Draw roles, networks and servers as text (default), json, dot (Graphviz) or mermaid',
      helpValue: 'FORMAT',
      options: Pictures.FORMATS,
      bare: 'text',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudShow)
    const facts = await factsOf(this, args.name)
    if (!facts.hasPlan)
      throw new NotFoundError(`No plan with a name or ID of '${args.name}' exists.`, {
        hint: 'List plans with: osc overcloud plan list',
      })
    const {files, environment} = await loadPlan(await this.session(), args.name)
    const servers = await serversOf(this, facts.parts)
    const {state} = statusOf(facts)
    const graph = overcloudGraph(args.name, state, files, allValues(files, environment), servers)
    if (flags.graph !== undefined) return await this.print(await drawn(graph, flags.graph))
    await this.show(
      {
        name: args.name,
        state,
        networks: graph.networks.map(({name}) => name),
        roles: Object.fromEntries(graph.roles.map(({name, planned}) => [name, planned])),
        servers: graph.roles.flatMap((role) => role.servers.map(({name, status}) => `${name} ${status}`)),
      },
      {
        'Plan Name': 'name',
        'Deployment Status': 'state',
        Networks: ({networks}: JsonObject) => Cells.list(networks),
        Roles: ({roles}: JsonObject) => Cells.dict(roles),
        Servers: ({servers: all}: JsonObject) => Cells.list(all),
      },
    )
  }
}

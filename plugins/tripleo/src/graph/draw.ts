import {Pictures} from '@osc-cli/core'
import type {Graph, GraphRole} from '#graph/graph'

/** A graph in one of the formats of pictures. */
export const drawn = (graph: Graph, format: string): Promise<string> =>
  Pictures.drawn(graph, format, {text: () => textOf(graph), diagram: () => diagramOf(graph)})

const countOf = ({planned, servers}: GraphRole): string => {
  const count = planned === servers.length ? `${planned}` : `${servers.length} of ${planned}`
  return `${count} ${count === '1' ? 'server' : 'servers'}`
}

function textOf({name, state, networks, roles}: Graph): string {
  const below = [
    ...networks.map((network) => ({
      text: `${network.name} network${network.range === null ? '' : ` ${network.range}`}`,
    })),
    ...roles.map((role) => ({
      text: `${role.name} role: ${[countOf(role), ...role.networks].join(', ')}`,
      below: role.servers.map((server) => ({
        text: `${server.number}: ${server.name ?? '(no name)'} ${server.status}`,
      })),
    })),
  ]
  return Pictures.treeText([{text: `${name}: ${state}`, below}])
}

const HEALTH: Readonly<Record<string, Pictures.Health>> = {
  ACTIVE: 'good',
  ERROR: 'bad',
  MISSING: 'bad',
  BUILD: 'busy',
}

/** Roles are boxes around their servers; a line leads from a role to each of its networks. */
const diagramOf = ({name, networks, roles}: Graph): Pictures.Diagram => ({
  name,
  undirected: true,
  nodes: [
    ...networks.map((network) => ({
      key: `network ${network.name}`,
      label: [network.name, ...(network.range === null ? [] : [network.range])],
      shape: 'round' as const,
    })),
    ...roles.flatMap((role) => [
      {key: `role ${role.name}`, label: [role.name], shape: 'plain' as const, group: role.name},
      ...role.servers.map((server) => ({
        key: `${role.name} ${server.number}`,
        label: [server.name ?? '', server.status],
        health: HEALTH[server.status] ?? 'waiting',
        group: role.name,
      })),
    ]),
  ],
  groups: roles.map((role) => ({key: role.name, label: `${role.name}: ${countOf(role)}`})),
  edges: roles.flatMap((role) =>
    role.networks.map((network) => ({from: `role ${role.name}`, to: `network ${network}`})),
  ),
})

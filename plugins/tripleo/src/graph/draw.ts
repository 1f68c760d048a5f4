import type {Graph, GraphRole} from '#graph/graph'

/** How a picture is printed. */
export const FORMATS = ['text', 'json', 'dot', 'mermaid'] as const

/** A graph in one of the formats. */
export function drawn(graph: Graph, format: string): string {
  switch (format) {
    case 'json':
      return JSON.stringify(graph, null, 2)
    case 'dot':
      return dotOf(graph)
    case 'mermaid':
      return mermaidOf(graph)
    default:
      return textOf(graph)
  }
}

const countOf = ({planned, servers}: GraphRole): string => {
  const count = planned === servers.length ? `${planned}` : `${servers.length} of ${planned}`
  return `${count} ${count === '1' ? 'server' : 'servers'}`
}

function textOf({name, state, networks, roles}: Graph): string {
  const branches = [
    ...networks.map((network) => [`${network.name} network${network.range === null ? '' : ` ${network.range}`}`]),
    ...roles.map((role) => [
      `${role.name} role: ${[countOf(role), ...role.networks].join(', ')}`,
      ...role.servers.map((server) => `${server.number}: ${server.name ?? '(no name)'} ${server.status}`),
    ]),
  ]
  const branch = (lines: readonly string[], isLast: (index: number) => boolean, indent = '') =>
    lines.map((line, index) => `${indent}${isLast(index) ? '└─ ' : '├─ '}${line}`)
  return [
    `${name}: ${state}`,
    ...branches.flatMap(([head = '', ...servers], index) => {
      const isLast = index === branches.length - 1
      const below = branch(servers, (server) => server === servers.length - 1, isLast ? '   ' : '│  ')
      return [...branch([head], () => isLast), ...below]
    }),
  ].join('\n')
}

const COLORS: Readonly<Record<string, string>> = {
  ACTIVE: 'palegreen',
  ERROR: 'lightcoral',
  MISSING: 'lightcoral',
  BUILD: 'lightskyblue',
}

function dotOf({name, networks, roles}: Graph): string {
  const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
  return [
    `graph ${quoted(name)} {`,
    '  node [shape=box];',
    ...networks.map(
      (network) =>
        `  ${quoted(`network ${network.name}`)} [label=${quoted([network.name, network.range].filter(Boolean).join('\n'))}, shape=ellipse];`,
    ),
    ...roles.flatMap((role) => [
      `  subgraph ${quoted(`cluster ${role.name}`)} {`,
      `    label=${quoted(`${role.name}: ${countOf(role)}`)};`,
      `    ${quoted(`role ${role.name}`)} [label=${quoted(role.name)}, shape=plain];`,
      ...role.servers.map(
        (server) =>
          `    ${quoted(`${role.name} ${server.number}`)} [label=${quoted([server.name ?? '', server.status].join('\n'))}, style=filled, fillcolor=${COLORS[server.status] ?? 'khaki'}];`,
      ),
      '  }',
      ...role.networks.map((network) => `  ${quoted(`role ${role.name}`)} -- ${quoted(`network ${network}`)};`),
    ]),
    '}',
  ].join('\n')
}

function mermaidOf({networks, roles}: Graph): string {
  const escaped = (text: string) => text.replace(/[&"<>#%{}|`]/g, (char) => `#${char.codePointAt(0)};`)
  const quoted = (text: string) => `"${text.split('\n').map(escaped).join('<br>')}"`
  const ids = new Map<string, string>()
  const idOf = (key: string) => {
    const id = ids.get(key) ?? `n${ids.size}`
    ids.set(key, id)
    return id
  }
  return [
    'flowchart TD',
    ...networks.map(
      ({name, range}) => `  ${idOf(`network ${name}`)}([${quoted([name, range].filter(Boolean).join('\n'))}])`,
    ),
    ...roles.flatMap((role) => [
      `  subgraph ${idOf(`role ${role.name}`)} [${quoted(`${role.name}: ${countOf(role)}`)}]`,
      ...role.servers.map(
        (server) =>
          `    ${idOf(`${role.name} ${server.number}`)}[${quoted([server.name ?? '', server.status].join('\n'))}]`,
      ),
      '  end',
      ...role.networks.map((network) => `  ${idOf(`role ${role.name}`)} --- ${idOf(`network ${network}`)}`),
    ]),
  ].join('\n')
}

/** A picture of nodes and the edges between them, for Graphviz or Mermaid. */
export interface Diagram {
  name: string
  nodes: readonly DiagramNode[]
  edges: readonly DiagramEdge[]
  /** Boxes around nodes. */
  groups?: readonly DiagramGroup[]
  /** Whether edges are lines; default: arrows. */
  undirected?: boolean
}

/** A box with text. */
export interface DiagramNode {
  /** What edges call it. */
  key: string
  /** The lines of its text. */
  label: readonly string[]
  /** Default: a box. */
  shape?: 'round' | 'plain' | 'diamond'
  /** Colors the node. */
  health?: Health | undefined
  /** Key of the group that it is in. */
  group?: string
}

/** How something is, as far as its state shows: green, red, blue, yellow. */
export type Health = 'good' | 'bad' | 'busy' | 'waiting'

/** An arrow or a line between two nodes. */
export interface DiagramEdge {
  from: string
  to: string
  label?: string
  dashed?: boolean
}

/** A box around nodes. */
export interface DiagramGroup {
  key: string
  label: string
}

const DOT_COLORS: Readonly<Record<Health, string>> = {
  good: 'palegreen',
  bad: 'lightcoral',
  busy: 'lightskyblue',
  waiting: 'khaki',
}
const DOT_SHAPES = {round: 'ellipse', plain: 'plain', diamond: 'diamond'}

/** The picture in the language of Graphviz. */
export function dotText({name, nodes, edges, groups = [], undirected = false}: Diagram): string {
  const node = ({key, label, shape, health}: DiagramNode) => {
    const settings = [
      `label=${dotQuoted(label.join('\n'))}`,
      ...(shape ? [`shape=${DOT_SHAPES[shape]}`] : []),
      ...(health ? ['style=filled', `fillcolor=${DOT_COLORS[health]}`] : []),
    ]
    return `  ${dotQuoted(key)} [${settings.join(', ')}];`
  }
  const edge = ({from, to, label, dashed}: DiagramEdge) => {
    const settings = [
      ...(label === undefined ? [] : [`label=${dotQuoted(label)}`]),
      ...(dashed ? ['style=dashed'] : []),
    ]
    const line = `  ${dotQuoted(from)} ${undirected ? '--' : '->'} ${dotQuoted(to)}`
    return settings.length > 0 ? `${line} [${settings.join(', ')}];` : `${line};`
  }
  return [
    `${undirected ? 'graph' : 'digraph'} ${dotQuoted(name)} {`,
    '  node [shape=box];',
    ...nodes.filter(({group}) => group === undefined).map(node),
    ...groups.flatMap(({key, label}) => [
      `  subgraph ${dotQuoted(`cluster ${key}`)} {`,
      `    label=${dotQuoted(label)};`,
      ...nodes.filter(({group}) => group === key).map((inside) => `  ${node(inside)}`),
      '  }',
    ]),
    ...edges.map(edge),
    '}',
  ].join('\n')
}

const dotQuoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

const MERMAID_STYLES: Readonly<Record<Health, string>> = {
  good: 'fill:#b7e4c7',
  bad: 'fill:#f4978e',
  busy: 'fill:#a9d6e5',
  waiting: 'fill:#ffe8a3',
}

/** The picture in the language of Mermaid, which code hosts and documentation tools render. */
export function mermaidText({nodes, edges, groups = [], undirected = false}: Diagram): string {
  // Keys may be keywords of Mermaid, such as `end`.
  const ids = new Map([...nodes, ...groups].map(({key}, index) => [key, `n${index}`]))
  const node = ({key, label, shape, health}: DiagramNode) => {
    const text = `"${label.map(mermaidEscaped).join('<br>')}"`
    return `  ${ids.get(key)}${inShape(text, shape)}${health ? `:::${health}` : ''}`
  }
  const edge = ({from, to, label, dashed}: DiagramEdge) => {
    const arrow = undirected ? (dashed ? '-.-' : '---') : dashed ? '-.->' : '-->'
    return `  ${ids.get(from)} ${arrow}${label === undefined ? '' : `|"${mermaidEscaped(label)}"|`} ${ids.get(to)}`
  }
  const used = Object.entries(MERMAID_STYLES).filter(([name]) => nodes.some(({health}) => health === name))
  return [
    'flowchart TD',
    ...nodes.filter(({group}) => group === undefined).map(node),
    ...groups.flatMap(({key, label}) => [
      `  subgraph ${ids.get(key)} ["${mermaidEscaped(label)}"]`,
      ...nodes.filter(({group}) => group === key).map((inside) => `  ${node(inside)}`),
      '  end',
    ]),
    ...edges.map(edge),
    ...used.map(([name, style]) => `  classDef ${name} ${style}`),
  ].join('\n')
}

const inShape = (text: string, shape: DiagramNode['shape']): string =>
  shape === undefined ? `[${text}]` : shape === 'diamond' ? `{{${text}}}` : `([${text}])`

const mermaidEscaped = (text: string): string =>
  text.replace(/[&"<>#%{}|`]/g, (char) => `#${char.codePointAt(0)};`).replaceAll('\n', ' ')

/** A line with what is below it. */
export interface Branch {
  text: string
  below?: readonly Branch[]
}

/** Trees of lines, one under the other. */
export const treeText = (trees: readonly Branch[]): string =>
  trees.flatMap(({text, below = []}) => [text, ...linesBelow(below)]).join('\n')

const linesBelow = (branches: readonly Branch[], indent = ''): string[] =>
  branches.flatMap(({text, below = []}, index) => {
    const isLast = index === branches.length - 1
    return [`${indent}${isLast ? '└─ ' : '├─ '}${text}`, ...linesBelow(below, `${indent}${isLast ? '   ' : '│  '}`)]
  })

/** The formats of `drawn`. */
export const FORMATS = ['text', 'json', 'dot', 'mermaid']

/** The two forms of a picture, of which only the one that is printed is made. */
export interface Drawing {
  /** For a terminal. */
  text(): string | Promise<string>
  /** For Graphviz and Mermaid. */
  diagram(): Diagram | Promise<Diagram>
}

/** A picture of the subject in one of `FORMATS`; json is the subject itself. */
export async function drawn(subject: object, format: string, {text, diagram}: Drawing): Promise<string> {
  switch (format) {
    case 'json':
      return JSON.stringify(subject, null, 2)
    case 'dot':
      return dotText(await diagram())
    case 'mermaid':
      return mermaidText(await diagram())
    default:
      return await text()
  }
}

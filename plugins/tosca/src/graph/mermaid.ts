import {edgeText, type Graph, shortType} from '#graph/graph'

/** The graph for Mermaid, which code hosts and documentation tools render. */
export function mermaidOf({nodes, relationships}: Graph): string {
  // Names of nodes may be keywords of Mermaid, such as `end`.
  const ids = new Map(nodes.map(({name}, index) => [name, `n${index}`]))
  return [
    'flowchart TD',
    ...nodes.map(({name, type}) => `  ${ids.get(name)}["${escaped(name)}<br>${escaped(shortType(type))}"]`),
    ...relationships.map((edge) => `  ${ids.get(edge.from)} -->|"${escaped(edgeText(edge))}"| ${ids.get(edge.to)}`),
  ].join('\n')
}

const escaped = (text: string): string =>
  text.replace(/[&"<>#%{}|`]/g, (char) => `#${char.codePointAt(0)};`).replaceAll('\n', ' ')

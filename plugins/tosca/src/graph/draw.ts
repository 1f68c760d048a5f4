import {Pictures} from '@osc-cli/core'
import {graphOf} from '#graph/graph'
import type {Template} from '#model/model'

/** The graph of a template as text, json, dot or mermaid. */
export async function drawn(template: Template, format: string): Promise<string> {
  const graph = graphOf(template)
  switch (format) {
    case 'json':
      return JSON.stringify(graph, null, 2)
    case 'dot':
      return Pictures.dotText((await import('#graph/diagram')).diagramOf(graph))
    case 'mermaid':
      return Pictures.mermaidText((await import('#graph/diagram')).diagramOf(graph))
    default:
      return (await import('#graph/text')).textOf(graph)
  }
}

import {Pictures} from '@osc-cli/core'
import {graphOf} from '#graph/graph'
import type {Template} from '#model/model'

/** The graph of a template in one of the formats of pictures. */
export async function drawn(template: Template, format: string): Promise<string> {
  const graph = graphOf(template)
  return await Pictures.drawn(graph, format, {
    text: async () => (await import('#graph/text')).textOf(graph),
    diagram: async () => (await import('#graph/diagram')).diagramOf(graph),
  })
}

import {Pictures} from '@osc-cli/core'
import type {Topology} from '#topology/topology'

export const FORMATS = ['text', 'json', 'dot', 'mermaid']

/** The drawing of a topology in one of `FORMATS`. */
export async function drawn(topology: Topology, format: string): Promise<string> {
  switch (format) {
    case 'json':
      return JSON.stringify(topology, null, 2)
    case 'dot':
      return Pictures.dotText((await import('#topology/diagram')).diagramOf(topology))
    case 'mermaid':
      return Pictures.mermaidText((await import('#topology/diagram')).diagramOf(topology))
    default:
      return (await import('#topology/text')).textOf(topology)
  }
}

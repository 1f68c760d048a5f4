import type {Topology} from '#topology/topology'

export const FORMATS = ['text', 'json', 'dot', 'mermaid']

/** The drawing of a topology in one of `FORMATS`. */
export async function drawn(topology: Topology, format: string): Promise<string> {
  switch (format) {
    case 'json':
      return JSON.stringify(topology, null, 2)
    case 'dot':
      return (await import('#topology/dot')).dotOf(topology)
    case 'mermaid':
      return (await import('#topology/mermaid')).mermaidOf(topology)
    default:
      return (await import('#topology/text')).textOf(topology)
  }
}

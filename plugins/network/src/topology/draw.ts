import {Pictures} from '@osc-cli/core'
import type {Topology} from '#topology/topology'

/** The drawing of a topology in one of the formats of pictures. */
export const drawn = (topology: Topology, format: string): Promise<string> =>
  Pictures.drawn(topology, format, {
    text: async () => (await import('#topology/text')).textOf(topology),
    diagram: async () => (await import('#topology/diagram')).diagramOf(topology),
  })

import type {Template} from '#model/model'

export interface GraphNode {
  name: string
  type: string
}

/** A requirement: the node `from` needs the node `to`. */
export interface GraphEdge {
  from: string
  to: string
  requirement: string
  relationship: string
}

/** Nodes and relationships of a template. */
export interface Graph {
  name: string
  nodes: GraphNode[]
  relationships: GraphEdge[]
}

export const graphOf = ({file, nodes}: Template): Graph => ({
  name: file,
  nodes: nodes.map(({name, type}) => ({name, type: type.name})),
  relationships: nodes.flatMap(({name: from, requirements}) =>
    requirements.flatMap(({name: requirement, target, relationship}): GraphEdge[] =>
      target ? [{from, to: target.name, requirement, relationship: relationship?.type.name ?? ''}] : [],
    ),
  ),
})

/** Normative types without `tosca.KIND.`. */
export const shortType = (type: string): string => type.replace(/^tosca\.(?:nodes|relationships)\./, '')

/** `host: HostedOn`. */
export const edgeText = ({requirement, relationship}: GraphEdge): string =>
  relationship === '' ? requirement : `${requirement}: ${shortType(relationship)}`

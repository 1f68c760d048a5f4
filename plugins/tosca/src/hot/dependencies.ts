import {isCompute, lastOf, type Translation} from '#hot/resource'
import type {Node} from '#model/model'

const HOSTED_ON = 'tosca.relationships.HostedOn'

const REFERENCES = ['network.LinksTo', 'network.BindsTo', 'nfv.VirtualLinksTo', 'nfv.VirtualBindsTo', 'nfv.AttachesTo']

/** What each resource waits for, by the requirements of its node. */
export function addDependencies(nodes: readonly Node[], translation: Translation): void {
  const {types} = translation.template
  for (const node of nodes) {
    const own = translation.ofNode.get(node)
    if (!own) continue
    for (const {target, relationship} of node.requirements) {
      const other = target && translation.ofNode.get(target)
      if (!target || !other || !relationship) continue
      // A port refers to its network and server, which Heat then waits for by itself.
      const isReference = REFERENCES.some((name) => types.isA(relationship.type, `tosca.relationships.${name}`))
      const isHost = isCompute(translation, target) && relationship.type.name === HOSTED_ON
      if (!isReference && !isHost) own.dependsOn.add(lastOf(other))
      const last = lastDeployment(target, translation)
      if (last && last !== own) own.dependsOn.add(last)
    }
  }
}

/** The deployment that completes a node. */
function lastDeployment(node: Node, {ofOperation}: Translation) {
  const deployments = ['create', 'configure', 'start'].flatMap((name) => {
    const operation = node.operations.get(name)
    return (operation && ofOperation.get(operation)) ?? []
  })
  return deployments.at(-1)
}

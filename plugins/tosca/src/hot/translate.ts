import type {Json, JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import type {Flavor, Image} from '#hot/choose'
import {translateCompute} from '#hot/compute'
import {addDependencies} from '#hot/dependencies'
import {
  machineOfPoint,
  translateConnectionPoint,
  translateVdu,
  translateVirtualLink,
  translateVirtualStorage,
} from '#hot/etsi'
import {connectPorts, serverOfPort, translateFloatingIp, translateNetwork, translatePort} from '#hot/network'
import {descriptionOf, parametersOf} from '#hot/parameters'
import {translatePolicies} from '#hot/policies'
import {COMPUTE, type Resource, resource, type Translation} from '#hot/resource'
import {resolveInputs, translateConnections, translateOperations} from '#hot/software'
import {translateAttachments, translateContainer, translateVolume} from '#hot/storage'
import {bodyOf} from '#hot/template'
import {hotValue} from '#hot/value'
import type {Node, Template} from '#model/model'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** What a template becomes: the Heat template, its nested ones, and what the user should know. */
export interface Translated {
  main: JsonObject
  /** By file name. */
  nested: ReadonlyMap<string, JsonObject>
  notes: readonly string[]
}

interface Options {
  values: Readonly<Record<string, string>>
  flavors: readonly Flavor[]
  images: readonly Image[]
}

/** What a kind of nodes becomes. */
interface Kind {
  /** The type of the resource; none where only the operations of a node become something. */
  type?: string
  /** Sets the properties of the resource, and adds others that it needs. */
  translate?: (node: Node, own: Resource, translation: Translation) => void
}

const PORT = 'tosca.nodes.network.Port'
const CONNECTION_POINT = 'tosca.nodes.nfv.VduCp'

/** The kinds of nodes that Heat has something for, in the order of translation: a port needs to know its network. */
const KINDS: Readonly<Record<string, Kind>> = {
  'tosca.nodes.network.Network': {type: 'OS::Neutron::Net', translate: translateNetwork},
  'tosca.nodes.BlockStorage': {type: 'OS::Cinder::Volume', translate: translateVolume},
  'tosca.nodes.ObjectStorage': {type: 'OS::Swift::Container', translate: translateContainer},
  [PORT]: {type: 'OS::Neutron::Port', translate: translatePort},
  [COMPUTE]: {type: 'OS::Nova::Server', translate: translateCompute},
  'tosca.nodes.network.FloatingIP': {type: 'OS::Neutron::FloatingIP', translate: translateFloatingIp},
  'tosca.nodes.nfv.Vdu.Compute': {type: 'OS::Nova::Server', translate: translateVdu},
  'tosca.nodes.nfv.Vdu.VirtualBlockStorage': {type: 'OS::Cinder::Volume', translate: translateVirtualStorage},
  'tosca.nodes.nfv.VnfVirtualLink': {type: 'OS::Neutron::Net', translate: translateVirtualLink},
  [CONNECTION_POINT]: {type: 'OS::Neutron::Port', translate: translateConnectionPoint},
  'tosca.nodes.SoftwareComponent': {},
  'tosca.nodes.WebApplication': {},
  'tosca.nodes.Database': {},
  'tosca.nodes.nfv.VNF': {},
}

/** Translates a template that was checked to a Heat template. What cannot be translated is added to `faults`. */
export function translate(template: Template, faults: Faults, options: Options): Translated {
  const translation: Translation = {
    ...options,
    template,
    faults,
    notes: [],
    resources: [],
    ofNode: new Map(),
    ofOperation: new Map(),
    serversOf: new Map(),
    scopes: new Map(),
    version: '2013-05-23',
    parameters: {},
    nested: new Map(),
    scaled: undefined,
  }
  translateNodes(translation)
  for (const [node, own] of translation.ofNode)
    translation.resources.push(...translateOperations(node, own, translation))
  for (const node of template.nodes) translation.resources.push(...translateConnections(node, translation))
  addDependencies(template.nodes, translation)
  removeEmpty(translation)
  resolveInputs(translation)
  translation.parameters = parametersOf(translation)
  checkNames(translation.resources, translation)
  const ofNodes = new Set(translation.resources)
  translatePolicies(translation)
  const ofPolicies = translation.resources.filter((each) => !ofNodes.has(each))
  // Each server of a scaling aspect has the same group.
  const unique = new Map(ofPolicies.map((each) => [each.name, each]))
  checkNames([...translation.resources.filter((each) => ofNodes.has(each)), ...unique.values()], translation)
  const main = mainTemplate(translation, outputsOf(translation))
  // A function of an output may be in a nested template.
  for (const nested of translation.nested.values())
    if (String(nested.heat_template_version) < translation.version) nested.heat_template_version = translation.version
  return {main, nested: translation.nested, notes: translation.notes}
}

/** Names that Heat rejects, and resources of which only one would be left. */
function checkNames(resources: readonly Resource[], {template, faults}: Translation): void {
  const known = new Set<string>()
  for (const {name} of resources) {
    const place = placeOfKey(template.topology.node_templates, name)
    if (name === '' || name.includes('/'))
      faults.add(place, `Heat does not accept ${JSON.stringify(name)} as the name of a resource`)
    if (known.has(name)) faults.add(place, `two resources in the Heat template would have the name ${name}`)
    known.add(name)
  }
}

/** The resources of the nodes, without their operations. */
function translateNodes(translation: Translation): void {
  const {template, ofNode, resources} = translation
  const kinds = new Map(template.nodes.map((node) => [node, kindOf(node, translation)]))
  const nodesOf = (kind: string): Node[] => template.nodes.filter((node) => kinds.get(node) === kind)
  for (const [node, kind = ''] of kinds) ofNode.set(node, resource(node.name, KINDS[kind]?.type))
  resources.push(...ofNode.values())
  for (const [kind, {translate: translateNode}] of Object.entries(KINDS))
    for (const [node, own] of ofNode) if (kinds.get(node) === kind) translateNode?.(node, own, translation)
  connectPorts(nodesOf(PORT), (port) => serverOfPort(port, translation), translation)
  connectPorts(nodesOf(CONNECTION_POINT), machineOfPoint, translation)
  attachVolumes(nodesOf(COMPUTE), translation)
}

function kindOf(node: Node, {template, faults}: Translation): string | undefined {
  const chain = template.types.chain(node.type)
  const found = chain.find(({name}) => Object.hasOwn(KINDS, name))
  if (!found) {
    const message = `node ${node.name}: Heat has nothing for type ${node.type.name}`
    faults.add(placeOfValue(node.body, 'type'), message)
  }
  return found?.name
}

function attachVolumes(servers: readonly Node[], translation: Translation): void {
  let count = 1
  for (const server of servers) {
    const attachments = translateAttachments(server, count, translation)
    translation.resources.push(...attachments)
    count += attachments.length
  }
}

/** What has no type, or exists already, is not made; nothing waits for it. */
function removeEmpty(translation: Translation): void {
  const isMade = ({type, existing}: Resource): boolean => type !== undefined && existing === undefined
  translation.resources = translation.resources.filter(isMade)
  for (const each of translation.resources)
    for (const other of each.dependsOn) if (!isMade(other) || other === each) each.dependsOn.delete(other)
}

function outputsOf(translation: Translation): JsonObject {
  const outputs: JsonObject = {}
  for (const {name, body} of translation.template.outputs) {
    const value = hotValue(body.value, {}, translation)
    if (value === undefined) {
      translation.notes.push(`Output ${name} is left out: Heat has no value for it.`)
      continue
    }
    outputs[name] = {value: ofScaled(name, value, translation), ...descriptionOf(body)}
  }
  return outputs
}

/** An output of what is scaled comes from the nested template, once for each member of the group. */
function ofScaled(name: string, value: Json, {scaled, nested}: Translation): Json {
  const text = JSON.stringify(value)
  const names = [...(scaled?.inside ?? [])].map((each) => each.name)
  const isInside = names.some(
    (each) => text.includes(`"get_attr":["${each}"`) || text.includes(`"get_resource":"${each}"`),
  )
  const template = scaled && nested.get(scaled.file)
  if (!isInside || !template) return value
  template.outputs = {...(template.outputs as JsonObject | undefined), [name]: {value}}
  return {get_attr: [scaled.group, 'outputs_list', name]}
}

function mainTemplate(translation: Translation, outputs: JsonObject): JsonObject {
  const {template, resources, version, parameters} = translation
  const description = template.description?.split(/\s+/).filter(Boolean).join(' ')
  return {
    heat_template_version: version,
    ...(description && {description: `${description}\n`}),
    parameters,
    resources: Object.fromEntries(resources.map((each) => [each.name, bodyOf(each)])),
    outputs,
  }
}

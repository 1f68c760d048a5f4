import {asObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import type {Flavor, Image} from '#hot/choose'
import {translateCompute} from '#hot/compute'
import {addDependencies} from '#hot/dependencies'
import {translateConnectionPoints, translateVdu, translateVirtualLink, translateVirtualStorage} from '#hot/etsi'
import {translateFloatingIp, translateNetwork, translatePorts} from '#hot/network'
import {descriptionOf, parametersOf} from '#hot/parameters'
import {translatePolicies} from '#hot/policies'
import {type Resource, resource, type Translation} from '#hot/resource'
import {resolveInputs, translateConnections, translateOperations} from '#hot/software'
import {translateAttachments, translateContainer, translateVolume} from '#hot/storage'
import {bodyOf} from '#hot/template'
import {hotValue} from '#hot/value'
import type {Node, Template} from '#model/model'
import {placeOfValue} from '#yaml/places'

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

/** The types of nodes that Heat has something for. */
const SUPPORTED: Readonly<Record<string, string | undefined>> = {
  'tosca.nodes.Compute': 'OS::Nova::Server',
  'tosca.nodes.BlockStorage': 'OS::Cinder::Volume',
  'tosca.nodes.ObjectStorage': 'OS::Swift::Container',
  'tosca.nodes.network.Network': 'OS::Neutron::Net',
  'tosca.nodes.network.Port': 'OS::Neutron::Port',
  'tosca.nodes.network.FloatingIP': 'OS::Neutron::FloatingIP',
  'tosca.nodes.SoftwareComponent': undefined,
  'tosca.nodes.WebApplication': undefined,
  'tosca.nodes.Database': undefined,
  'tosca.nodes.nfv.VNF': undefined,
  'tosca.nodes.nfv.Vdu.Compute': 'OS::Nova::Server',
  'tosca.nodes.nfv.Vdu.VirtualBlockStorage': 'OS::Cinder::Volume',
  'tosca.nodes.nfv.VduCp': 'OS::Neutron::Port',
  'tosca.nodes.nfv.VnfVirtualLink': 'OS::Neutron::Net',
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
    scopes: new Map(),
    version: '2013-05-23',
    nested: new Map(),
    scaled: undefined,
  }
  const kinds = new Map(template.nodes.map((node) => [node, kindOf(node, translation)]))
  const nodesOf = (kind: string): Node[] => template.nodes.filter((node) => kinds.get(node) === kind)
  makeResources(kinds, translation)
  for (const node of nodesOf('tosca.nodes.network.Network'))
    withOwn(node, translation, (own) => translation.resources.push(...translateNetwork(node, own, translation)))
  for (const node of nodesOf('tosca.nodes.BlockStorage'))
    withOwn(node, translation, (own) => translateVolume(node, own, translation))
  for (const node of nodesOf('tosca.nodes.ObjectStorage'))
    withOwn(node, translation, (own) => translateContainer(node, own, translation))
  translatePorts(nodesOf('tosca.nodes.network.Port'), translation)
  for (const node of nodesOf('tosca.nodes.Compute'))
    withOwn(node, translation, (own) => translateCompute(node, own, translation))
  for (const node of nodesOf('tosca.nodes.network.FloatingIP'))
    withOwn(node, translation, (own) => translateFloatingIp(node, own, translation))
  translateEtsi(nodesOf, translation)
  attachVolumes(nodesOf('tosca.nodes.Compute'), translation)
  for (const node of template.nodes)
    withOwn(node, translation, (own) => translation.resources.push(...translateOperations(node, own, translation)))
  for (const node of template.nodes) translation.resources.push(...translateConnections(node, translation))
  addDependencies(template.nodes, translation)
  removeEmpty(translation)
  resolveInputs(translation)
  const parameters = parametersOf(translation)
  translatePolicies(translation)
  const outputs = outputsOf(translation)
  for (const nested of translation.nested.values()) fillNested(nested, parameters)
  return {main: mainTemplate(translation, parameters, outputs), nested: translation.nested, notes: translation.notes}
}

function translateEtsi(nodesOf: (kind: string) => Node[], translation: Translation): void {
  for (const node of nodesOf('tosca.nodes.nfv.Vdu.Compute'))
    withOwn(node, translation, (own) => translation.resources.push(...translateVdu(node, own, translation)))
  for (const node of nodesOf('tosca.nodes.nfv.Vdu.VirtualBlockStorage'))
    withOwn(node, translation, (own) => translateVirtualStorage(node, own, translation))
  for (const node of nodesOf('tosca.nodes.nfv.VnfVirtualLink'))
    withOwn(node, translation, (own) => translation.resources.push(...translateVirtualLink(node, own, translation)))
  translateConnectionPoints(nodesOf('tosca.nodes.nfv.VduCp'), translation)
}

const withOwn = (node: Node, {ofNode}: Translation, work: (own: Resource) => unknown): void => {
  const own = ofNode.get(node)
  if (own) work(own)
}

function kindOf(node: Node, {template, faults}: Translation): string | undefined {
  const chain = template.types.chain(node.type)
  const found = chain.find(({name}) => Object.hasOwn(SUPPORTED, name))
  if (!found) {
    const message = `node ${node.name}: Heat has nothing for type ${node.type.name}`
    faults.add(placeOfValue(node.body, 'type'), message)
  }
  return found?.name
}

function makeResources(kinds: ReadonlyMap<Node, string | undefined>, translation: Translation): void {
  for (const [node, kind] of kinds) {
    const own = resource(node.name, kind === undefined ? undefined : SUPPORTED[kind])
    translation.resources.push(own)
    translation.ofNode.set(node, own)
  }
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

/** The nested template of a scaling policy has the parameters of the main one; those of ETSI's aspects have their own. */
function fillNested(nested: JsonObject, parameters: JsonObject): void {
  if (nested.parameters === undefined || Object.keys(asObject(nested.parameters)).length > 0) return
  if (Object.keys(parameters).length > 0) nested.parameters = parameters
  else delete nested.parameters
}

function mainTemplate(translation: Translation, parameters: JsonObject, outputs: JsonObject): JsonObject {
  const {template, resources, version} = translation
  const description = template.description?.split(/\s+/).filter(Boolean).join(' ')
  return {
    heat_template_version: version,
    ...(description && {description: `${description}\n`}),
    parameters,
    resources: Object.fromEntries(resources.map((each) => [each.name, bodyOf(each)])),
    outputs,
  }
}

import {asArray, asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import {parse} from 'yaml'
import {workbooks} from '#engine/setup'
import type {Clients} from '#sandbox/clients'

/** What a validation found. */
interface Found {
  failed: string[]
  warned: string[]
}

const PREFIX = 'osc.check.v1.'

/** Validations that the sandbox runs, by name. */
const CHECKS: Readonly<Record<string, (plan: string, cloud: Clients) => Promise<string[]>>> = {
  async images_and_flavors(plan, cloud) {
    const values = asObject(
      asObject(decodeJson((await cloud.object(`${plan}/plan-environment.yaml`)) ?? '{}')).parameter_defaults,
    )
    const roles = asArray(parse((await cloud.object(`${plan}/roles_data.yaml`)) ?? '[]')).map(asObject)
    const named = (rows: JsonObject[]) => new Set(rows.flatMap(({name, id}) => [asText(name), asText(id)]))
    const images = asArray((await cloud.get('image', '/v2/images?limit=500')).images).map(asObject)
    const flavors = asArray((await cloud.get('compute', '/v2.1/flavors')).flavors).map(asObject)
    const [imageNames, flavorNames] = [named(images.filter(({status}) => status === 'active')), named(flavors)]
    return roles
      .filter(({name, CountDefault: count}) => Number(values[`${name}Count`] ?? count ?? 0) > 0)
      .flatMap(({name, ImageDefault: image, FlavorDefault: flavor}) => {
        const [wantedImage, wantedFlavor] = [
          asText(values[`${name}Image`] ?? image) ?? 'overcloud',
          asText(values[`${name}Flavor`] ?? flavor) ?? 'baremetal',
        ]
        return [
          ...(imageNames.has(wantedImage) ? [] : [`${name}: no active image is named ${wantedImage}.`]),
          ...(flavorNames.has(wantedFlavor) ? [] : [`${name}: no flavor is named ${wantedFlavor}.`]),
        ]
      })
  },
  async machines(_, cloud) {
    const nodes = asArray((await cloud.get('baremetal', '/v1/nodes')).nodes).map(asObject)
    return nodes
      .filter(({provision_state: state}) => /failed$|^error$/.test(String(state)))
      .map(({name, uuid, provision_state: state}) => `${name ?? uuid} is ${state}`)
  },
}

/** The result of a validation. Those that the sandbox cannot run say so in a warning. */
async function check(id: string, plan: string, cloud: Clients): Promise<Found> {
  const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : ''
  const run = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined
  if (!run) return {failed: [], warned: ['The sandbox does not run this validation.']}
  return {failed: await run(plan, cloud), warned: []}
}

/** What `tripleo.validations.v1.run_validation` does. */
export async function runValidation({validation_name: id, plan}: JsonObject, cloud: Clients): Promise<JsonObject> {
  const {failed, warned} = await check(String(id), String(plan), cloud)
  return {
    validation_name: id ?? null,
    status: failed.length === 0 ? 'SUCCESS' : 'FAILED',
    stdout: [...failed, ...warned].join('\n'),
    stderr: '',
  }
}

/** What fails of the validations of a group. */
export async function checkGroup(group: string, plan: string, cloud: Clients): Promise<string[]> {
  const {workflows} = asObject(parse(workbooks().find(({name}) => `${name}.` === PREFIX)?.text ?? ''))
  const names = Object.entries(asObject(workflows)).flatMap(([name, workflow]) =>
    asArray(asObject(workflow).tags).includes(`group:${group}`) ? [name] : [],
  )
  const found = await Promise.all(names.map((name) => check(`${PREFIX}${name}`, plan, cloud)))
  return found.flatMap(({failed}) => failed)
}

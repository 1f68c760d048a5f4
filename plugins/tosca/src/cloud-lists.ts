import {asText, type CommandContext, defineResource, type JsonObject, Known} from '@osc-cli/core'
import type {Flavor, Image} from '#hot/choose'

const FlavorResource = defineResource({
  noun: 'flavor',
  service: 'compute',
  path: '/flavors',
  listPath: '/flavors/detail',
  member: 'flavor',
  collection: 'flavors',
})

/** The flavors of the cloud. */
export async function cloudFlavors({api}: Pick<CommandContext, 'api'>): Promise<Flavor[]> {
  const records = await Array.fromAsync(api(FlavorResource).list())
  return records.map(({name, vcpus, ram, disk}) => ({
    name: asText(name) ?? '',
    vcpus: Number(vcpus),
    ram: Number(ram),
    disk: Number(disk),
  }))
}

/** The images of the cloud that say what they are. */
export async function cloudImages({api}: Pick<CommandContext, 'api'>): Promise<Image[]> {
  const records = await Array.fromAsync(api(Known.Image).list({status: 'active'}))
  return records.map(imageOf).filter((image) => Object.keys(image).length > 1)
}

function imageOf(record: JsonObject): Image {
  const text = (...keys: string[]): string | undefined => keys.map((key) => asText(record[key])).find(Boolean)
  const known = {
    architecture: text('architecture'),
    type: text('type', 'os_type'),
    distribution: text('distribution', 'os_distro'),
    version: text('version', 'os_version'),
  }
  const given = Object.entries(known).filter(([, value]) => value !== undefined)
  return {id: asText(record.id) ?? '', ...Object.fromEntries(given)}
}

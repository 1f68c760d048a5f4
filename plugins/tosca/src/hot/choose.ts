import type {Json, JsonObject} from '@osc-cli/core'
import {sizeIn} from '#model/scalars'

/** What the choice of a flavor knows of it. */
export interface Flavor {
  name: string
  vcpus: number
  /** In MiB. */
  ram: number
  /** In GiB. */
  disk: number
}

/** What the choice of an image knows of it. */
export interface Image {
  /** Its ID, or its name in the built-in list. */
  id: string
  architecture?: string
  type?: string
  distribution?: string
  version?: string
}

/** The flavor with the least memory of those that are large enough; undefined when none is. */
export function chooseFlavor(flavors: readonly Flavor[], host: JsonObject): Flavor | undefined {
  const {num_cpus = null, mem_size = null, disk_size = null} = host
  const [cpus, memory, disk] = [Number(num_cpus), inWhole('MB', mem_size), inWhole('GB', disk_size)]
  const fitting = flavors.filter((each) => each.vcpus >= cpus && each.ram >= memory && each.disk >= disk)
  return fitting.reduce<Flavor | undefined>((least, each) => (least && least.ram <= each.ram ? least : each), undefined)
}

const inWhole = (unit: 'MB' | 'GB', value: Json): number => Math.ceil(sizeIn(unit, value) ?? 0)

const IMAGE_KEYS = ['architecture', 'type', 'distribution', 'version'] as const

/**
 * The image that fits an operating system; undefined when none does. An image that does not say what it is counts as
 * fitting, after those that do.
 */
export function chooseImage(images: readonly Image[], os: JsonObject): Image | undefined {
  const keys = IMAGE_KEYS.filter((key) => os[key] !== undefined && os[key] !== null)
  // Of images that fit equally well, heat-translator takes the first one when the architecture and more is given, else the last one.
  const isFirst = keys.includes('architecture') && keys.length > 1
  let candidates = isFirst ? [...images] : images.toReversed()
  for (const key of keys) {
    const wanted = String(os[key]).toLowerCase()
    const fits = candidates.filter((image) => image[key]?.toLowerCase() === wanted)
    const silent = candidates.filter((image) => image[key] === undefined)
    candidates = [...fits, ...silent]
  }
  return candidates[0]
}

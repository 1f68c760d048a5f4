/** What a quota refused of one resource; undefined where the service does not say. */
export interface QuotaShortage {
  resource: string
  needed: string | undefined
  used: string | undefined
  limit: string | undefined
}

type Parse = (text: string) => QuotaShortage[] | undefined

const items = (list: string): string[] => list.split(',').map((item) => item.trim().replace(/^'|'$/g, ''))

const one = (resource: string, needed?: string, used?: string, limit?: string): QuotaShortage[] => [
  {resource, needed, used, limit},
]

/** Nova: Quota exceeded for cores, ram: Requested 8, 16384, but already used 18, 1024 of 20, 51200 cores, ram */
const nova: Parse = (text) => {
  const found = /quota exceeded for ([\w, -]+): requested ([\d, -]+), but already used ([\d, -]+) of ([\d, -]+)/i.exec(
    text,
  )
  if (!found) return undefined
  const [resources = [], needed = [], used = [], limits = []] = found.slice(1).map(items)
  return resources.map((resource, at) => ({resource, needed: needed[at], used: used[at], limit: limits[at]}))
}

/** Cinder: ... exceeds allowed gigabytes quota. Requested 100G, quota is 1000G and 950G has been consumed. */
const cinderSize: Parse = (text) => {
  const found =
    /exceeds allowed (\w+)[\w ]* quota\. requested (\d+)G?, (?:the )?(?:maximum|quota is|limit is) ?(\d+)G?(?:,? and (\d+)G? ha)?/i.exec(
      text,
    )
  return found ? one(found[1] ?? '', found[2], found[4], found[3]) : undefined
}

/** Cinder: Maximum number of volumes allowed (10) exceeded for quota 'volumes'. */
const cinderCount: Parse = (text) => {
  const found = /maximum number of [\w ]+ allowed \((\d+)\) exceeded(?: for quota '([\w-]+)')?/i.exec(text)
  return found ? one(found[2] ?? 'volumes', undefined, undefined, found[1]) : undefined
}

/** oslo.limit: Resource servers is over limit of 10 due to current usage 10 and delta 1 */
const unified: Parse = (text) => {
  const found = [
    ...text.matchAll(/resource ([\w:-]+) is over limit of (\d+) due to current usage (\d+) and delta (\d+)/gi),
  ]
  if (found.length === 0) return undefined
  return found.map(([, resource = '', limit, used, needed]) => ({resource, needed, used, limit}))
}

/** Heat: You have reached the maximum stacks per tenant, 100. Barbican and others: Only 10 secrets are allowed */
const maximum: Parse = (text) => {
  const heat = /reached the maximum (\w+) per (?:tenant|project),? \(?(\d+)/i.exec(text)
  const only = /only (\d+) ([\w-]+) (?:are|is) allowed/i.exec(text)
  // It asks whether there is one left.
  if (heat) return one(heat[1] ?? '', '1', heat[2], heat[2])
  return only ? one(only[2] ?? '', undefined, undefined, only[1]) : undefined
}

/** Neutron, Octavia, Trove: Quota exceeded for resources: ['network']. They report no numbers. */
const named: Parse = (text) => {
  const found = /quota (?:has been met|exceeded) for resources?:? \[?((?:'?[\w-]+'?(?:, )?)+)\]?/i.exec(text)
  return found ? items(found[1] ?? '').map((resource) => ({...one(resource)[0], resource}) as QuotaShortage) : undefined
}

const PARSERS: readonly Parse[] = [nova, unified, cinderSize, cinderCount, maximum, named]

/** What a refusal says of quotas; empty when it names none but is about one; undefined when it is about something else. */
export function quotaShortages(text: string): readonly QuotaShortage[] | undefined {
  const found = PARSERS.map((parse) => parse(text)).find(Boolean)
  if (found) return found
  return /quota (?:exceeded|reached|has been)|over[_ ]?quota|exceeds? (?:the |allowed |available )?\w* ?quota/i.test(
    text,
  )
    ? []
    : undefined
}

/** For people: `cores: needed 8, used 18, limit 20; ram`, with the numbers that the service reports. */
export function quotaText(shortages: readonly QuotaShortage[]): string | undefined {
  const parts = shortages.map(({resource, needed, used, limit}) => {
    const numbers = Object.entries({needed, used, limit}).flatMap(([name, value]) =>
      value ? [`${name} ${value}`] : [],
    )
    return numbers.length > 0 ? `${resource}: ${numbers.join(', ')}` : resource
  })
  return parts.join('; ') || undefined
}

/** The same as a sentence; undefined without numbers, since the message names the resources. */
export function quotaHint(shortages: readonly QuotaShortage[]): string | undefined {
  const isKnown = shortages.some(({needed, used, limit}) => needed ?? used ?? limit)
  return isKnown ? `${quotaText(shortages)}.` : undefined
}

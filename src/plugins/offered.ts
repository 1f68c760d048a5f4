import {age} from '#context/age'
import {offeredTypes, offerOf} from '#context/offers'
import {type ContextInput, readContext} from '#context/read'
import {asText} from '#json'

/** What is known without a request of the services that the selected cloud offers. */
export interface Offer {
  /** The cloud's name, or its Keystone's host. */
  cloud: string | undefined
  /** `unknown` when nobody logged in to the cloud with this configuration lately. */
  offers(services: readonly string[]): 'yes' | 'no' | 'unknown'
  /** The service types of its catalog. */
  types: readonly string[]
  /** Where that comes from, and how old it is: `catalog, 3 h old`. Undefined when nothing is known. */
  source: string | undefined
}

/** Reads the catalog of the last log-in to the selected cloud from the cache. Sends no request; whatever is missing is unknown. */
export async function cachedOffer(input: Omit<ContextInput, 'options'> & Partial<ContextInput>): Promise<Offer> {
  const context = await readContext({options: {}, ...input})
  const url = asText(context.config?.auth.auth_url)
  return {
    cloud: context.config?.name ?? (url !== undefined && URL.canParse(url) ? new URL(url).host : undefined),
    types: offeredTypes(context) ?? [],
    source: context.access && `catalog, ${age(context.access.at, context.now)}`,
    offers(services) {
      const found = services.map((service) => offerOf(service, context))
      if (found.some((offer) => offer?.here)) return 'yes'
      return found.length === 0 || found.includes(undefined) ? 'unknown' : 'no'
    },
  }
}

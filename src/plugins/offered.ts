import {readAccess} from '#cloud/auth/access'
import {decodeEntry} from '#cloud/cache/entry'
import {readPrivate} from '#cloud/cache/files'
import {listCache} from '#cloud/cache/inventory'
import {hasService} from '#cloud/catalog'
import {loadCloudConfig} from '#cloud/config/load'
import {serviceType} from '#cloud/service-types'
import type {CatalogEntry} from '#cloud/types'
import {asObject, asText} from '#json'
import {homeOf} from '#process'
import type {Runtime} from '#runtime'

/** What is known without a request of the services that the selected cloud offers. */
export interface Offer {
  /** The cloud's name, or its Keystone's host. */
  cloud: string | undefined
  /** `unknown` when nobody logged in to the cloud from here lately. */
  offers(services: readonly string[]): 'yes' | 'no' | 'unknown'
  /** The service types of its catalog, as it names them. */
  types: readonly string[]
}

export type Asker = Pick<Runtime, 'env' | 'cwd' | 'cacheDir'> & {options?: Runtime['options']}

/** Reads the catalog of the newest log-in to the selected cloud from the cache. Asks nobody; whatever is amiss is unknown. */
export async function cachedOffer({env, cwd, cacheDir, options = {}}: Asker): Promise<Offer> {
  const cloud = await selectedCloud({env, cwd, options})
  const catalog = cloud === undefined ? undefined : newestCatalog(cacheDir, cloud)
  return {
    cloud,
    types: catalog?.map(({type}) => type) ?? [],
    offers(services) {
      if (!catalog || services.length === 0) return 'unknown'
      return services.some((service) => hasService(catalog, serviceType(service).types)) ? 'yes' : 'no'
    },
  }
}

/** As log-ins are labelled in the cache. */
async function selectedCloud(asker: Required<Omit<Asker, 'cacheDir'>>): Promise<string | undefined> {
  try {
    const {name, auth} = await loadCloudConfig({...asker, home: homeOf(asker.env)})
    const url = asText(auth.auth_url)
    return name ?? (url === undefined ? undefined : new URL(url).host)
  } catch {
    return undefined
  }
}

function newestCatalog(cacheDir: string, cloud: string): readonly CatalogEntry[] | undefined {
  const logins = listCache(cacheDir).filter((thing) => thing.kind === 'token' && thing.cloud === cloud)
  // An unscoped token has no catalog, and says nothing.
  for (const {file} of logins.toReversed()) {
    const {catalog} = readAccess('', asObject(decodeEntry(readPrivate(file) ?? '')?.value.answer))
    if (catalog.length > 0) return catalog
  }
  return undefined
}

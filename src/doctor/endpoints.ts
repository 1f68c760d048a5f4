import {interfaceName} from '#cloud/catalog'
import type {CloudConfig} from '#cloud/config/types'
import type {Transport} from '#cloud/transport-types'
import type {Access} from '#cloud/types'
import {type Finding, failed, ok, skipped} from '#doctor/finding'

/** Whether something answers at each endpoint that the settings choose; whatever it answers is fine. */
export async function endpointFindings(config: CloudConfig, access: Access, transport: Transport): Promise<Finding[]> {
  const chosen = access.catalog.flatMap(({type, endpoints}) => {
    const fitting = endpoints.find(
      (endpoint) =>
        interfaceName(endpoint.interface) === interfaceName(config.interface) &&
        (config.region === undefined || endpoint.region === config.region),
    )
    return fitting && URL.canParse(fitting.url) ? [{type, url: new URL(fitting.url).origin}] : []
  })
  if (chosen.length === 0) return [skipped('endpoint', 'the catalog has no endpoint for this region and interface')]
  return await Promise.all(chosen.map((service) => endpointFinding(service, config.name, transport)))
}

async function endpointFinding(
  {type, url}: {type: string; url: string},
  cloud: string | undefined,
  transport: Transport,
): Promise<Finding> {
  try {
    const answer = await transport.send({method: 'GET', url: `${url}/`})
    answer.stream().resume()
    return ok('endpoint', `${type} answers at ${url}`)
  } catch (error) {
    const key = `${type.replaceAll('-', '_')}_endpoint_override`
    const place = cloud === undefined ? key : `clouds.${cloud}.${key}`
    return {...failed('endpoint', error), fix: `Ask the operator of ${type}, or set ${place} in clouds.yaml.`}
  }
}

import type {CloudConfig, ConfigInput} from '#cloud/config/types'

/** A cloud of clouds.yaml that logs in at the same Keystone as somebody with the role, as its name or user says. */
export async function cloudWithRole(
  role: string,
  config: CloudConfig,
  input: ConfigInput,
): Promise<string | undefined> {
  const [{listClouds}, {loadCloudConfig}] = await Promise.all([
    import('#cloud/config/list'),
    import('#cloud/config/load'),
  ])
  for (const {name} of await listClouds(input)) {
    if (name === config.name) continue
    const other = await loadCloudConfig({...input, options: {cloud: name}}).catch(() => undefined)
    const sameKeystone = other?.auth.auth_url === config.auth.auth_url
    if (sameKeystone && [name, other?.auth.username].some((text) => String(text).includes(role))) return name
  }
  return undefined
}

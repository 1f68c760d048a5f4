import {rmSync} from 'node:fs'
import type {SandboxCloud} from '@osc-cli/core/sandbox'
import {writePrivateFile} from '#private-file'

const USERS = [
  {cloud: 'sandbox', user: 'admin'},
  {cloud: 'sandbox-demo', user: 'demo'},
]

export const CLOUDS = USERS.map(({cloud}) => cloud)

/** Describes the sandbox for `--os-cloud sandbox` (admin) and `--os-cloud sandbox-demo` (member of a project). */
export const writeCloudsFile = (file: string, cloud: SandboxCloud): void => writePrivateFile(file, cloudsYaml(cloud))

export const removeCloudsFile = (file: string): void => rmSync(file, {force: true})

/** As openstacksdk reads it, so that other clients can be pointed to it by OS_CLIENT_CONFIG_FILE. */
export function cloudsYaml({url, region, secret}: SandboxCloud): string {
  const entries = USERS.map(
    ({cloud, user}) => `  ${cloud}:
    region_name: ${region}
    auth:
      auth_url: ${url}/identity/v3
      username: ${user}
      password: ${secret(`${user}-password`)}
      project_name: ${user}
      user_domain_name: Default
      project_domain_name: Default
`,
  )
  return `# Written by osc sandbox start; gone when it stops.\nclouds:\n${entries.join('')}`
}

import {rmSync} from 'node:fs'
import {type ProcessIdentity, processIdentity, type SandboxCloud} from '@osc-cli/core/sandbox'
import {writePrivateFile} from '#private-file'

const USERS = [
  {cloud: 'sandbox', user: 'admin'},
  {cloud: 'sandbox-demo', user: 'demo'},
]

/** Names of the sandbox's clouds. */
export const CLOUDS = USERS.map(({cloud}) => cloud)

/** Describes the clouds of the sandbox, which this process runs: `sandbox` (admin) and `sandbox-demo` (member of a project). */
export function writeCloudsFile(file: string, cloud: SandboxCloud): void {
  const {pid, started}: ProcessIdentity = processIdentity(process.pid) ?? {pid: process.pid, started: ''}
  // osc uses the file only while this process runs; other clients ignore the entry.
  writePrivateFile(file, `${cloudsYaml(cloud)}osc_process: {pid: ${pid}, started: '${started}'}\n`)
}

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
  return `# Written by osc sandbox start; removed when the sandbox stops.\nclouds:\n${entries.join('')}`
}

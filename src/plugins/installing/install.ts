import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {OscError} from '#errors'
import {asObject, asText} from '#json'
import type {ProcessRuntime} from '#line/make-runtime'
import {changePlugins} from '#plugins/installing/change'
import {npm} from '#plugins/installing/npm'
import {type PackageSpec, parsePackageSpec} from '#plugins/installing/package-spec'
import {provenanceOf} from '#plugins/installing/provenance'
import {
  notedPlugins,
  notePlugin,
  readNotes,
  readTrust,
  type Trust,
  writeNotes,
  writeTrust,
} from '#plugins/installing/records'
import {verifyPlugin} from '#plugins/installing/verify'
import {Reading} from '#plugins/reading'

export interface InstallOptions {
  /** Run the packages' own install scripts, which may do anything. */
  allowScripts?: boolean
  /** Take a package whose content changed under the same version. */
  force?: boolean
}

export interface Installed extends Trust {
  name: string
}

export type Installer = Pick<ProcessRuntime, 'coreRoot' | 'dataDir' | 'version' | 'cwd' | 'env' | 'signal' | 'stderr'>

/** Installs plugins, or other versions of them, for this user: all of them or none. npm checks their integrity. */
export async function installPlugins(
  texts: readonly string[],
  options: InstallOptions,
  io: Installer,
): Promise<Installed[]> {
  return await changePlugins(io, async (stage) => {
    const installed: Installed[] = []
    for (const text of texts)
      installed.push(await installOne(parsePackageSpec(text, stage, io.cwd), stage, options, io))
    return installed
  })
}

async function installOne(
  wanted: PackageSpec,
  stage: string,
  options: InstallOptions,
  io: Installer,
): Promise<Installed> {
  if (wanted.name !== undefined) refuseCore(wanted.name)
  const before = dependencies(stage)
  // npm wants a package.json to save to, or it looks for one further up.
  writeNotes(stage, notedPlugins(stage))
  if (wanted.name !== undefined) dropPackage(wanted.name, stage)
  const scripts = options.allowScripts ? ['--no-ignore-scripts'] : ['--ignore-scripts']
  await npm(['install', wanted.spec, '--omit=dev', ...scripts], {...io, cwd: stage})
  const name = wanted.name ?? nameOf(wanted.spec, before, dependencies(stage))
  refuseCore(name)
  const version = verifyPlugin(name, stage, io.version)
  const trust = readTrust(stage)
  const integrity = integrityOf(name, stage)
  // Who names a file knows what is in it; a name and a version must mean the same as ever.
  const known = wanted.name === undefined || options.force ? undefined : trust[name]
  if (known?.version === version && known.integrity && integrity && known.integrity !== integrity) {
    throw new OscError(
      `The content of ${name} ${version} has changed since this version was installed. Nothing was changed.`,
      {
        code: 'IntegrityChanged',
        hint: 'Ask the authors of the package, or accept the change with --force.',
      },
    )
  }
  const provenance = wanted.name === undefined ? undefined : await provenanceOf(name, version, {...io, cwd: stage})
  const now = {version, integrity, scripts: options.allowScripts ?? false, provenance}
  writeTrust(stage, {...trust, [name]: now})
  const origin = wanted.name === undefined ? {url: wanted.spec} : {tag: wanted.tag ?? 'latest'}
  notePlugin(stage, {name, type: 'user', ...origin})
  return {name, ...now}
}

/** Parts of osc itself, however they are called for: from here they would never be used. */
function refuseCore(name: string): void {
  if (name !== '@osc-cli/core' && !name.startsWith('@oclif/')) return
  throw new OscError(`${name} is a part of osc, not a plugin. Nothing was changed.`, {
    hint: 'Update osc: npm install -g @osc-cli/core',
  })
}

/** npm leaves a damaged copy of the right version as it is: without a copy it takes a new one. */
export function dropPackage(name: string, folder: string): void {
  rmSync(join(folder, 'node_modules', name), {recursive: true, force: true})
  rmSync(join(folder, 'node_modules/.package-lock.json'), {force: true})
}

const dependencies = (folder: string) => asObject(readNotes(folder).dependencies)

/** A file or an address does not say its name; npm's list of dependencies does. */
function nameOf(spec: string, before: Record<string, unknown>, after: Record<string, unknown>): string {
  const changed = Object.keys(after).find((name) => after[name] !== before[name])
  const name = changed ?? Object.keys(after).find((each) => after[each] === spec)
  if (name === undefined) throw new OscError(`npm did not report the name of the package ${spec}. Nothing was changed.`)
  return name
}

function integrityOf(name: string, folder: string): string | undefined {
  const lock = new Reading().json(join(folder, 'package-lock.json'))
  return asText(asObject(asObject(lock.packages)[`node_modules/${name}`]).integrity)
}

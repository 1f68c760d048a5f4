import {realpathSync} from 'node:fs'
import {resolve} from 'node:path'
import {NotFoundError} from '#errors'
import {asText} from '#json'
import {changePlugins} from '#plugins/installing/change'
import {
  dropPackage,
  type Installed,
  type Installer,
  type InstallOptions,
  installPlugins,
} from '#plugins/installing/install'
import {npm} from '#plugins/installing/npm'
import {forgetPlugin, notedPlugins} from '#plugins/installing/records'

/** Removes plugins, by package or by the folder of a linked one; all of them or none. Returns their names. What was trusted stays noted. */
export async function uninstallPlugins(wanted: readonly string[], io: Installer): Promise<string[]> {
  return await changePlugins(io, async (stage) => {
    const removed: string[] = []
    for (const text of wanted) {
      const folder = folderAt(resolve(io.cwd, text))
      const entry = notedPlugins(stage).find(({name, root}) => name === text || (root !== undefined && root === folder))
      const name = asText(entry?.name)
      if (!entry || name === undefined) throw notInstalled(text, stage)
      removed.push(name)
      // npm does not touch a package that it cannot read.
      if (entry.type !== 'link') dropPackage(name, stage)
      if (entry.type !== 'link') await npm(['uninstall', name, '--ignore-scripts'], {...io, cwd: stage})
      forgetPlugin(stage, name)
    }
    return removed
  })
}

function folderAt(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function notInstalled(name: string, folder: string): NotFoundError {
  const names = notedPlugins(folder).flatMap((entry) => asText(entry.name) ?? [])
  const have = names.length === 0 ? 'No plugin is installed.' : `Installed plugins: ${names.join(', ')}.`
  return new NotFoundError(
    `Plugin '${name}' was not installed with osc plugins install or link. Nothing was changed.`,
    {
      hint: `Use npm uninstall -g for packages installed with npm install -g. ${have}`,
    },
  )
}

/** Installs the newest version that fits each installed plugin's tag or range. Those from files and addresses stay. */
export async function updatePlugins(options: InstallOptions, io: Installer): Promise<Installed[]> {
  const specs = notedPlugins(io.dataDir).flatMap(({name, type, tag, url}) =>
    type === 'user' && url === undefined ? [`${asText(name)}@${asText(tag) ?? 'latest'}`] : [],
  )
  return specs.length === 0 ? [] : await installPlugins(specs, options, io)
}

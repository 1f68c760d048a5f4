import {NotFoundError} from '#errors'
import {asText} from '#json'
import {changePlugins} from '#plugins/installing/change'
import {type Installed, type Installer, type InstallOptions, installPlugins} from '#plugins/installing/install'
import {npm} from '#plugins/installing/npm'
import {forgetPlugin, notedPlugins} from '#plugins/installing/records'

/** Removes plugins that were installed or linked; all of them or none. What was trusted stays in memory. */
export async function uninstallPlugins(names: readonly string[], io: Installer): Promise<void> {
  await changePlugins(io, async (stage) => {
    for (const name of names) {
      const entry = notedPlugins(stage).find((each) => each.name === name)
      if (!entry) throw notInstalled(name, stage)
      if (entry.type !== 'link') await npm(['uninstall', name, '--ignore-scripts'], {...io, cwd: stage})
      forgetPlugin(stage, name)
    }
  })
}

function notInstalled(name: string, folder: string): NotFoundError {
  const names = notedPlugins(folder).flatMap((entry) => asText(entry.name) ?? [])
  const have = names.length === 0 ? 'None is.' : `These are: ${names.join(', ')}.`
  return new NotFoundError(
    `Plugin '${name}' was not installed with osc plugins install or link. Nothing was changed.`,
    {
      hint: `${have} What came with npm install -g is removed with npm uninstall -g.`,
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

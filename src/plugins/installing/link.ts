import {existsSync, realpathSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {NotFoundError, OscError} from '#errors'
import {asText} from '#json'
import {changePlugins} from '#plugins/installing/change'
import type {Installer} from '#plugins/installing/install'
import {notePlugin} from '#plugins/installing/records'
import {readPlugin} from '#plugins/read-plugin'
import {oneLine, Reading} from '#plugins/reading'

/** Notes that the plugin in `folder` is used from there. An error when there is none, or it is not built. */
export async function linkPlugin(folder: string, io: Installer): Promise<{name: string; root: string}> {
  const path = resolve(io.cwd, folder)
  if (!statSync(path, {throwIfNoEntry: false})?.isDirectory()) throw new NotFoundError(`Folder ${path} was not found.`)
  const root = realpathSync(path)
  const name = checked(root)
  await changePlugins(io, async (stage) => notePlugin(stage, {name, type: 'link', root}))
  return {name, root}
}

/** The name of a plugin that can be used. */
function checked(root: string): string {
  const reading = new Reading()
  try {
    const pjson = reading.json(join(root, 'package.json'))
    const name = asText(pjson.name)
    if (name === undefined) throw new Error('package.json has no name')
    if (pjson.oclif !== undefined && !existsSync(join(root, 'oclif.manifest.json'))) {
      throw new OscError(`Plugin ${name} is not built: ${root} has no oclif.manifest.json.`, {
        code: 'NoPlugin',
        hint: `Build it: cd ${root} && osc plugins build`,
      })
    }
    readPlugin({name, root, kind: 'link'}, pjson, reading)
    return name
  } catch (error) {
    if (error instanceof OscError) throw error
    throw new OscError(`${root} is not an osc plugin: ${oneLine(error)}.`, {code: 'NoPlugin'})
  }
}

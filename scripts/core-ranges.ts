// After `changeset version`: each plugin's `osc.core`, which osc checks, says what its peer dependency on the core says.
import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

interface PackageJson {
  osc: object
  peerDependencies: Record<string, string>
}

for (const file of globSync('plugins/*/package.json', {cwd: root})) {
  const path = join(root, file)
  const pjson = JSON.parse(readFileSync(path, 'utf8')) as PackageJson
  const osc = {...pjson.osc, core: pjson.peerDependencies['@osc-cli/core']}
  writeFileSync(path, `${JSON.stringify({...pjson, osc}, null, 2)}\n`)
}

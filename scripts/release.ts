// `npm run release`: publishes every package whose version the registry does not have yet. `-- --dry-run` only says which.
import {execFileSync, spawnSync} from 'node:child_process'
import {globSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const {values} = parseArgs({options: {'dry-run': {type: 'boolean', default: false}}})
const root = dirname(dirname(fileURLToPath(import.meta.url)))

interface Release {
  name: string
  version: string
  files: number
  bytes: number
  published: boolean
}

/** What `npm pack --json` says, as far as it is used. */
interface Packed {
  entryCount: number
  size: number
}

const pending = readdirSync(join(root, '.changeset')).filter((file) => file.endsWith('.md') && file !== 'README.md')
const releases = packages()
const versions = new Set(releases.map(({version}) => version))
if (versions.size > 1)
  fail(`The packages have several versions: ${[...versions].join(', ')}. Run npm run release:version.`)
for (const {name, version, files, bytes, published} of releases) {
  const what = published ? 'is published already' : `${files} files, ${(bytes / 1024).toFixed(0)} KiB`
  process.stdout.write(`${name} ${version}: ${what}\n`)
}
if (pending.length > 0) {
  process.stdout.write(`${pending.length} changes are in no version yet: ${pending.join(', ')}\n`)
}
if (values['dry-run']) process.stdout.write('Nothing was published.\n')
else publish()

function publish(): void {
  if (pending.length > 0) fail('Run npm run release:version, review what it changed, commit, and release again.')
  if (execFileSync('git', ['status', '--porcelain'], {cwd: root, encoding: 'utf8'}) !== '')
    fail('There are changes that are not committed.')
  const {status} = spawnSync('npx', ['changeset', 'publish'], {cwd: root, stdio: 'inherit'})
  process.exitCode = status ?? 1
}

/** What npm would publish of each package, as it is built now. */
function packages(): Release[] {
  const files = globSync(['package.json', 'plugins/*/package.json', 'meta-package/package.json'], {cwd: root})
  return files.sort().map((file) => {
    const {name, version} = JSON.parse(readFileSync(join(root, file), 'utf8')) as {name: string; version: string}
    const packed = JSON.parse(
      npm('pack', '--dry-run', '--json', '--ignore-scripts', join(root, dirname(file))),
    ) as Packed[]
    const {entryCount = 0, size = 0} = packed[0] ?? {}
    return {name, version, files: entryCount, bytes: size, published: isPublished(name, version)}
  })
}

function isPublished(name: string, version: string): boolean {
  const {status, stdout, stderr} = spawnSync('npm', ['view', `${name}@${version}`, 'version', '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status === 0) return stdout.trim() !== ''
  if (/E404/.test(stdout + stderr)) return false
  return fail(`The registry does not say whether ${name} ${version} is published:\n${stderr}`)
}

function npm(...args: string[]): string {
  return execFileSync('npm', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']})
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

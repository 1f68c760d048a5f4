import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, asText, decodeJson} from '#json'
import {stepsOf} from '../support/docs/commands.ts'
import {type Page, readPages} from '../support/docs/pages.ts'
import {makeWorkspace, type Workspace} from '../support/docs/workspace.ts'
import {makePlace, type Place, removePlace} from '../support/place.ts'
import {type Result, runShell} from '../support/run.ts'

// As people have it: pages name the folders, and completion is installed for the shell of the log-in.
const env = {OSC_DATA_DIR: undefined, OSC_CACHE_DIR: undefined, SHELL: '/bin/bash'}

const runnable = ({blocks}: Page) =>
  blocks.filter(({language, notRun}) => ['sh', 'console'].includes(language) && notRun === undefined)

/** What the pages of a built plugin say that can be run: its session, then the examples of its commands. */
async function promised(root: string): Promise<string[]> {
  const help = asObject(asObject(await import(join(root, 'dist', 'help.js'))).default)
  const {commands} = asObject(decodeJson(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')))
  const examples = Object.values(asObject(commands)).flatMap((command) => asArray(asObject(command).examples))
  const lines = [...asArray(help.session), ...examples].map((example) => asText(asObject(example).command) ?? '')
  assert.ok(lines.length > 5 && lines.every((line) => line.startsWith('osc ')), lines.join('\n'))
  return lines
}

/** The shell blocks of each page as they are printed, one after the other, by somebody who has osc and nothing else. */
describe('the documentation', () => {
  for (const page of readPages().filter((one) => runnable(one).length > 0)) {
    describe(page.name, () => {
      let place: Place
      let workspace: Workspace
      const shell = (line: string): Promise<Result> =>
        runShell(line, {place, cwd: workspace.root, env, timeout: 60_000})
      const ok = async (line: string): Promise<string> => {
        const {status, stdout, stderr} = await shell(line)
        assert.equal(status, 0, `${line}\n${stdout}\n${stderr}`)
        return stdout
      }

      before(() => {
        place = makePlace()
        workspace = makeWorkspace(page)
      })
      after(async () => {
        await shell('osc sandbox stop')
        removePlace(place)
        workspace.remove()
      })

      for (const block of runnable(page)) {
        const {place: where, language, text} = block
        it(where, async () => {
          // A block sees only the files above it.
          workspace.write(page.blocks.slice(0, page.blocks.indexOf(block)))
          if (language === 'sh') return void (await ok(`set -e\n${text}`))
          for (const {command, output} of stepsOf(text)) {
            const {stdout, stderr} = await shell(command)
            const shown = (stderr + stdout).split('\n').map((line) => line.trimEnd())
            assert.ok(` ${shown.join('\n')}\n`.includes(output.join('\n')), `${command}\n${shown.join('\n')}`)
          }
        })
      }

      if (!page.blocks.some(({file}) => file === 'package.json')) return
      it('is a plugin whose tests pass', async () => {
        workspace.write(page.blocks)
        assert.match(await ok('npm test'), /\d passing/)
      })
      it('is a plugin whose help works as printed', async () => {
        await ok('osc sandbox reset --yes')
        for (const line of await promised(workspace.root)) await ok(`export OS_CLOUD=sandbox; ${line}`)
      })
      it('is a plugin with nothing to fix', async () => {
        writeFileSync(join(workspace.root, 'README.md'), '# As the page says\n')
        assert.deepEqual(decodeJson(await ok('osc plugins lint -f json')), [])
      })
    })
  }
})

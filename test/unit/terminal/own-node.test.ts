import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {repository} from '../../support/program.ts'
import {runProgram} from '../../support/run.ts'

interface OwnNode {
  ownNode(folder: string): string | undefined
}
const FILE = join(repository, 'bin', 'own-node.js')

describe('the Node.js that the repository installs', () => {
  let root: string
  let node: string
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'osc-node-'))
    node = join(root, 'node_modules', 'node', 'bin', 'node')
    mkdirSync(dirname(node), {recursive: true})
    writeFileSync(node, '#!/bin/sh\necho "ran $*"\nexit 7\n')
    chmodSync(node, 0o755)
    mkdirSync(join(root, 'meta-package'))
  })
  after(() => rmSync(root, {recursive: true}))

  const load = async (): Promise<OwnNode> => (await import(pathToFileURL(FILE).href)) as OwnNode

  it('is found beside a package and above it', async () => {
    const {ownNode} = await load()
    assert.deepEqual([ownNode(root), ownNode(join(root, 'meta-package'))], [node, node])
  })
  it('is not there for a package elsewhere', async () => assert.equal((await load()).ownNode('/'), undefined))
  it('runs the same line, and ends as it does', async () => {
    const script = `import {runWith} from ${JSON.stringify(pathToFileURL(FILE).href)}\nawait runWith(${JSON.stringify(node)})\n`
    const file = join(root, 'osc.mjs')
    writeFileSync(file, script)
    const {status, stdout} = await runProgram([process.execPath, file, 'stack', 'list'])
    assert.deepEqual([status, stdout], [7, `ran ${file} stack list\n`])
  })
})

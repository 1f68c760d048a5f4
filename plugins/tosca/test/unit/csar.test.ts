import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {after, before, describe, it} from 'mocha'
import {faultText, TemplateError} from '#faults'
import {translate} from '#hot/translate'
import {workbookOf} from '#mistral/workbook'
import {loadTemplate} from '#model/load'
import {archiveFiles} from '#output/archive-files'
import {writeOutput} from '#output/write-files'
import {checkReferences, checkScripts} from '#read/external'
import {openInput} from '#read/input'
import {webOf} from '../support/load.ts'
import {type ZipEntry, zipOf} from '../support/zip.ts'

const HEAD = 'tosca_definitions_version: tosca_simple_yaml_1_0\n'
const META = 'TOSCA-Meta-File-Version: 1.0\nCSAR-Version: 1.1\nCreated-By: osc\nEntry-Definitions: defs/app.yaml\n'

const meta = (content = META): ZipEntry => ({name: 'TOSCA-Metadata/TOSCA.meta', content})

const app = (...lines: string[]): ZipEntry => ({
  name: 'defs/app.yaml',
  content: `${HEAD}${lines.map((line) => `${line}\n`).join('')}`,
})

const software = (script: string): ZipEntry =>
  app(
    'topology_template:',
    '  node_templates:',
    '    server: {type: Compute}',
    '    tool:',
    '      type: SoftwareComponent',
    '      requirements: [{host: server}]',
    '      interfaces:',
    '        Standard:',
    `          create: ${script}`,
  )

describe('CSAR archives', () => {
  let cwd = ''
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'osc-csar-'))
  })
  after(() => rmSync(cwd, {recursive: true}))

  const web = {'http://example.org/run.sh': '#!/bin/sh\n'}

  async function faultsOf(bytes: Buffer, name = 'app.csar'): Promise<string[]> {
    writeFileSync(join(cwd, name), bytes)
    try {
      const download = webOf(web)
      const input = await openInput(name, {cwd, download})
      const {template, faults} = await loadTemplate(input.files, input.location)
      if (input.csar) await checkReferences(input.csar, template, faults, {download}, false)
      return faults.all.map(faultText)
    } catch (cause) {
      if (!(cause instanceof TemplateError)) throw cause
      return cause.faults.map(faultText)
    }
  }

  const good: [string, ZipEntry[]][] = [
    ['with TOSCA.meta', [meta(), app()]],
    ['with blocks for single files in TOSCA.meta', [meta(`${META}\nName: x.sh\nContent-Type: text/x\n`), app()]],
    [
      'without TOSCA.meta',
      [{name: 'app.yaml', content: `${HEAD}metadata: {template_name: a, template_version: '1'}\n`}],
    ],
    [
      'with a name that begins with two dots',
      [{name: '..app.yaml', content: `${HEAD}metadata: {template_name: a, template_version: '1'}\n`}],
    ],
    ['that import', [meta(), app('imports: [../types/a.yaml]'), {name: 'types/a.yaml', content: HEAD}]],
    ['with a script', [meta(), software('../scripts/run.sh'), {name: 'scripts/run.sh', content: ''}]],
    ['with a script on the web', [meta(), software('http://example.org/run.sh')]],
  ]
  for (const [name, entries] of good)
    it(`accepts archives ${name}`, async () => assert.deepEqual(await faultsOf(zipOf(entries)), []))

  const bad: [string, ZipEntry[], RegExp][] = [
    [
      'a name that leads outside',
      [meta(), app(), {name: '../evil.sh', content: ''}],
      /cannot be read: invalid relative path: \.\.\/evil\.sh$/,
    ],
    [
      'an absolute name',
      [meta(), app(), {name: '/etc/evil', content: ''}],
      /cannot be read: absolute path: \/etc\/evil$/,
    ],
    [
      'a backslash',
      [meta(), app(), {name: '..\\evil.sh', content: ''}],
      /cannot be read: invalid characters in fileName/,
    ],
    [
      'a symbolic link',
      [meta(), app(), {name: 'link', content: '/etc', mode: 0o120777}],
      /entry link is a symbolic link$/,
    ],
    [
      'a bomb',
      [meta(), app(), {name: 'big', content: Buffer.alloc(3_000_000)}],
      /entry big expands to more than 200 times its size$/,
    ],
    [
      'a bomb that lies about its size',
      [meta(), {...app('# '.padEnd(3_000_000)), size: 100}],
      /cannot be read: too many bytes in the stream/,
    ],
    [
      'a huge entry',
      [meta(), app(), {name: 'big', content: '', size: 4_000_000_000}],
      /entry big is larger than 64 MiB$/,
    ],
    [
      'an archive without files',
      [],
      /the archive has no TOSCA-Metadata\/TOSCA\.meta, and 0 YAML files at the top instead of one$/,
    ],
    ['a missing entry', [meta()], /TOSCA\.meta:4:20: the archive has no file defs\/app\.yaml$/],
    [
      'a TOSCA.meta without keys',
      [meta('CSAR-Version: 1.1\n'), app()],
      /TOSCA\.meta: required: TOSCA-Meta-File-Version, Created-By, Entry-Definitions$/,
    ],
    [
      'a TOSCA.meta that is a list',
      [meta('CSAR-Version, 1.1\n'), app()],
      /TOSCA\.meta: the file does not have lines of the form `Key: value`$/,
    ],
    [
      'no TOSCA.meta and no template',
      [{name: 'readme.txt', content: ''}],
      /no TOSCA-Metadata\/TOSCA\.meta, and 0 YAML files at the top instead of one$/,
    ],
    [
      'no TOSCA.meta and no name',
      [{name: 'app.yaml', content: HEAD}],
      /app\.yaml has no template_name and template_version in its metadata$/,
    ],
    [
      'an import that is not there',
      [meta(), app('imports: [no.yaml]')],
      /app\.yaml:2:11: no\.yaml cannot be imported: the archive has no such file$/,
    ],
    [
      'an import outside',
      [meta(), app('imports: [../../../etc/passwd]')],
      /cannot be imported: the path leads out of the archive$/,
    ],
    [
      'an import from the disk',
      [meta(), app('imports: [/etc/passwd]')],
      /cannot be imported: the archive has no such file$|leads out/,
    ],
    [
      'a script that is not there',
      [meta(), software('../scripts/no.sh')],
      /the archive has no file \.\.\/scripts\/no\.sh$/,
    ],
    [
      'a script that the web does not have',
      [meta(), software('http://example.org/no.sh')],
      /http:\/\/example\.org\/no\.sh cannot be read: HTTP 404$/,
    ],
  ]
  for (const [name, entries, message] of bad)
    it(`refuses ${name}`, async () => {
      const faults = await faultsOf(zipOf(entries))
      assert.equal(faults.length, 1, faults.join('\n'))
      assert.match(faults[0] ?? '', message)
    })

  it('refuses many entries', async () => {
    const faults = await faultsOf(zipOf([meta(), app()], 10_001))
    assert.match(faults[0] ?? '', /more than 10000 entries$/)
  })

  it('refuses a file that is not an archive', async () => {
    assert.deepEqual(await faultsOf(Buffer.from('PK'), 'no.zip'), ['no.zip: the file is not a zip archive'])
    const cut = zipOf([meta(), app()]).subarray(0, 100)
    assert.match((await faultsOf(cut))[0] ?? '', /^app\.csar: the archive cannot be read: /)
  })

  it('finds scripts at the top of the archive, and beside the file that names them', async () => {
    const entries = [
      meta(),
      app(
        'imports: [types/own.yaml]',
        'topology_template:',
        '  node_templates:',
        '    server: {type: Compute}',
        '    one: {type: SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: run/a.sh}}}',
        '    two: {type: own.Tool, requirements: [{host: server}]}',
        '  workflows: {w: {steps: {a: {target: one, activities: [{call_operation: create}]}, b: {target: two, activities: [{call_operation: create}]}}}}',
      ),
      {
        name: 'defs/types/own.yaml',
        content: `${HEAD}node_types: {own.Tool: {derived_from: SoftwareComponent, interfaces: {Standard: {create: b.sh}}}}\n`,
      },
      {name: 'run/a.sh', content: 'echo one'},
      {name: 'defs/types/b.sh', content: 'echo two'},
    ]
    writeFileSync(join(cwd, 'scripts.csar'), zipOf(entries))
    const {files, location, csar} = await openInput('scripts.csar', {cwd, download: webOf({})})
    const {template, faults} = await loadTemplate(files, location)
    if (csar) await checkReferences(csar, template, faults, {download: webOf({})}, false)
    await checkScripts(template, faults)
    const {workbook} = await workbookOf(template, faults, {})
    assert.deepEqual([faults.all, faults.notes], [[], []])
    assert.match(JSON.stringify(workbook), /echo one.*echo two/)
    const result = translate(template, faults, {values: {}, flavors: [], images: []})
    const written = csar ? await archiveFiles(result, csar) : new Map<string, Buffer>()
    assert.deepEqual([...written.keys()], ['run/a.sh', 'defs/types/b.sh'])
  })

  it('says what to do about a symbolic link', async () => {
    writeFileSync(join(cwd, 'link.csar'), zipOf([meta(), app(), {name: 'link', content: '/etc', mode: 0o120777}]))
    await assert.rejects(openInput('link.csar', {cwd, download: webOf({})}), {
      hint: 'Replace the link with a copy of the file it leads to.',
    })
  })

  it('writes nothing outside the folder', () => {
    const files = new Map([['../outside.sh', '']])
    assert.throws(() => writeOutput(cwd, 'out/app.yaml', 'main', files), /^OscError: \.\.\/outside\.sh is outside /)
    assert.equal(existsSync(join(cwd, 'outside.sh')), false)
    writeOutput(cwd, 'out/app.yaml', 'main', new Map([['scripts/run.sh', 'run']]))
    assert.equal(readFileSync(join(cwd, 'out/scripts/run.sh'), 'utf8'), 'run')
  })

  const links: [string, string, RegExp][] = [
    ['a folder that is a symbolic link', 'scripts', /linked\/scripts is a symbolic link\.$/],
    ['a file that is a symbolic link', 'scripts/run.sh', /linked\/scripts\/run\.sh is a symbolic link\.$/],
    ['a dangling symbolic link', 'run.sh', /linked\/run\.sh is a symbolic link\.$/],
  ]
  for (const [name, link, message] of links)
    it(`does not follow ${name}`, () => {
      const [folder, outside] = [join(cwd, 'linked'), join(cwd, 'elsewhere')]
      const target = link === 'run.sh' ? join(outside, 'missing') : outside
      mkdirSync(outside)
      mkdirSync(join(folder, dirname(link)), {recursive: true})
      symlinkSync(target, join(folder, link))
      const files = new Map([
        ['first.sh', 'first'],
        [link === 'scripts' ? 'scripts/run.sh' : link, 'run'],
      ])
      assert.throws(() => writeOutput(cwd, 'linked/app.yaml', 'main', files), {name: 'FileExistsError', message})
      assert.deepEqual(readdirSync(outside), [])
      assert.equal(existsSync(join(folder, 'first.sh')), false)
      for (const each of [folder, outside]) rmSync(each, {recursive: true})
    })

  it('leaves no incomplete file', function () {
    // Writing to this device always fails, as to a full disk.
    if (!existsSync('/dev/full')) this.skip()
    assert.throws(
      () => writeOutput(cwd, '/dev/full', 'main', new Map()),
      /UsageError: File \/dev\/full cannot be written: no space/,
    )
    assert.ok(existsSync('/dev/full'))
  })

  it('writes nothing when the output is a folder', () => {
    mkdirSync(join(cwd, 'folder/inner'), {recursive: true})
    const files = new Map([['first.sh', '']])
    assert.throws(() => writeOutput(cwd, 'folder/inner', 'main', files), /^UsageError: folder\/inner is a folder\.$/)
    assert.deepEqual(readdirSync(join(cwd, 'folder')), ['inner'])
  })

  it('writes nothing when a file would replace the output', () => {
    const files = new Map([
      ['first.sh', ''],
      ['app.yaml', ''],
    ])
    assert.throws(
      () => writeOutput(cwd, 'taken/app.yaml', 'main', files),
      /^UsageError: The template needs a file app\.yaml /,
    )
    assert.equal(existsSync(join(cwd, 'taken')), false)
  })

  it('ends where the folder of the output cannot be created', function () {
    if (process.platform !== 'linux') this.skip()
    const code =
      "import {writeOutput} from '#output/write-files'; writeOutput('/', 'proc/osc/app.yaml', 'main', new Map())"
    // In a process of its own: Node's own way to create folders never returns there.
    const {stderr} = spawnSync(process.execPath, ['-C', '@osc/source', '--input-type=module', '-e', code], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
      timeout: 20_000,
      killSignal: 'SIGKILL',
    })
    assert.match(stderr, /UsageError: File proc\/osc\/app\.yaml cannot be written: /)
  })
})

import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseAllDocuments} from 'yaml'
import {decodeJson} from '#json'
import {wrongWith, wrongWithSpoken} from '../../support/docs/check-command.ts'
import {commandsOf, spokenOf, stepsOf} from '../../support/docs/commands.ts'
import {type Block, readPage, readPages} from '../../support/docs/pages.ts'
import {makeWorkspace} from '../../support/docs/workspace.ts'
import {repository} from '../../support/program.ts'

/** How many blocks may be shown that no test runs: installing things globally, starting a cloud of root's, and the like. */
const NOT_RUN_AT_MOST = 12

const IMPORTABLE = /^(?:@osc-cli\/core(?:\/sandbox|\/testing)?|node:.*|#.*)$/

describe('the blocks of code in the documentation', () => {
  const pages = readPages()
  const blocks = pages.flatMap((page) => page.blocks)
  const every = (language: string, test: (block: Block) => void) => {
    for (const block of blocks.filter((one) => one.language === language))
      it(`${block.place} ${language}`, () => test(block))
  }

  it('are fenced and say their language', () => {
    const languages = new Set(['ts', 'json', 'yaml', 'sh', 'console', 'text'])
    const unknown = blocks
      .filter(({language}) => !languages.has(language))
      .map(({place, language}) => `${place} ${language}`)
    assert.deepEqual(unknown, [])
    for (const {name, prose} of pages) assert.doesNotMatch(prose, /\n\n {4}\S/, `${name}: an indented block`)
  })

  it(`are run, but for ${NOT_RUN_AT_MOST} that say why not`, () => {
    const skipped = blocks.filter(({notRun}) => notRun !== undefined)
    assert.ok(skipped.length <= NOT_RUN_AT_MOST, skipped.map(({place, notRun}) => `${place} ${notRun}`).join('\n'))
    assert.deepEqual(
      skipped.filter(({language}) => language !== 'sh').map(({place}) => place),
      [],
    )
  })

  it('have a file name where they are TypeScript', () => {
    assert.deepEqual(
      blocks.filter(({language, file}) => language === 'ts' && !file).map(({place}) => place),
      [],
    )
  })

  every('json', ({text}) => assert.ok(decodeJson(text)))
  every('yaml', ({text}) =>
    assert.deepEqual(
      parseAllDocuments(text).flatMap(({errors}) => errors),
      [],
    ),
  )
  every('console', ({text}) => {
    assert.match(text, /^\$ /)
    for (const {command, output} of stepsOf(text))
      assert.ok(output.length > 0, `${command} shows no output: make it sh`)
  })

  for (const {place, text, notRun = ''} of blocks.filter((block) => block.notRun !== undefined)) {
    it(`${place} has only commands and options that there are`, async () => {
      for (const words of commandsOf(text)) assert.equal(await wrongWith(words), undefined, words.join(' '))
    })

    const [file] = /\S+\.test\.ts/.exec(notRun) ?? []
    if (file === undefined) continue
    it(`${place} is run by ${file}`, () => {
      const test = readFileSync(join(repository, file), 'utf8')
      const lines = commandsOf(text).flatMap((words) => (words[0] === 'cd' ? [] : [words.join(' ')]))
      assert.deepEqual(
        lines.filter((line) => !test.includes(line)),
        [],
      )
    })
  }

  for (const {name, prose} of pages) {
    it(`${name} names only commands and options that there are`, () => {
      for (const words of spokenOf(prose)) assert.equal(wrongWithSpoken(words), undefined, words.join(' '))
    })
  }

  for (const page of pages.filter(({blocks: all}) => all.some(({language}) => language === 'ts'))) {
    it(`${page.name} type-checks`, function () {
      this.timeout(60_000)
      const workspace = makeWorkspace(page)
      workspace.write(page.blocks)
      try {
        const tsc = join(repository, 'node_modules', '.bin', 'tsc')
        for (const config of workspace.configs) {
          const argv = ['-p', config, '--noEmit', '--pretty', 'false']
          const {stdout, status} = spawnSync(tsc, argv, {encoding: 'utf8', cwd: workspace.root})
          assert.equal(status, 0, stdout)
        }
      } finally {
        workspace.remove()
      }
    })
  }

  const plugins = pages.filter(({blocks: all}) => all.some(({file}) => file === 'package.json'))
  for (const {name, blocks: all} of plugins) {
    it(`${name} imports only what plugins may`, () => {
      const imported = all.flatMap(({text}) =>
        [...text.matchAll(/^(?:import|.*\}) (?:.* )?(?:from )?'(.+)'$/gm)].map(([, from = '']) => from),
      )
      assert.ok(imported.length > 0)
      assert.deepEqual(
        imported.filter((from) => !IMPORTABLE.test(from)),
        [],
      )
    })
  }

  it('there is a plugin among them', () => assert.ok(plugins.length > 0))
})

describe('reading a page', () => {
  const page = readPage(
    'x.md',
    [
      '# X',
      '<!-- not run: it is far -->',
      '```sh',
      "A=1 osc a 'b c' \\",
      '  --d && npm ci # e',
      '```',
      '',
      '```ts',
      '// src/a.ts',
      '```',
    ].join('\n'),
  )

  it('finds blocks, their files and why they are not run', () => {
    assert.deepEqual(
      page.blocks.map(({place, language, file, notRun}) => [place, language, file, notRun]),
      [
        ['x.md:3', 'sh', undefined, 'it is far'],
        ['x.md:8', 'ts', 'src/a.ts', undefined],
      ],
    )
  })

  it('finds the commands of a block', () => {
    assert.deepEqual(commandsOf(page.blocks[0]?.text ?? ''), [
      ['osc', 'a', 'b c', '--d'],
      ['npm', 'ci'],
    ])
  })

  const wrong: [string, RegExp | undefined][] = [
    ['osc project list --long', undefined],
    ['osc --os-cloud x project lists', /not a command/],
    ['osc project list --lang', /--lang/],
    ['npm run nothing', /does not exist/],
    ['npm install -g @osc-cli/none', /no package/],
    ['test/devcloud/upward', /no file/],
  ]
  const prompted: [string, RegExp | undefined][] = [
    ['osc plugins', undefined],
    ['osc heat stack list', undefined],
    ['osc proj li', undefined],
    ['osc plugins doctor [--json]', undefined],
    ['osc plugin doctors', /No command/],
    ['osc plugins doctor [--yaml]', /--yaml/],
  ]
  for (const [command, message] of prompted) {
    it(`${command} in a text: ${message ? 'wrong' : 'right'}`, () => {
      const found = wrongWithSpoken(command.split(' '))
      if (message) assert.match(found ?? '', message)
      else assert.equal(found, undefined)
    })
  }

  for (const [command, message] of wrong) {
    it(`${command}: ${message ? 'wrong' : 'right'}`, async () => {
      const found = await wrongWith(command.split(' '))
      if (message) assert.match(found ?? '', message)
      else assert.equal(found, undefined)
    })
  }
})

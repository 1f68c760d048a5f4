import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {CORE_REMEDIES} from '#advice/remedies/core-remedies'
import {errorCodes} from '#error-codes'
import coreHelp from '#help/core-help'
import type {PluginHelp} from '#help/declare'
import type {CommandFacts} from '#help/facts'
import {pageLines} from '#help/page'
import {TOPIC_NAMES, topicPage} from '#help/topics'
import {globalOptions} from '#line/global-options'
import {indexOf} from '#plugins/merge'
import {repository} from '../../support/program.ts'
import {commentsOf, literalsOf} from '../../support/proposed-lines.ts'
import {descriptionFaults, longSentences, oddMessages, oddWordings, prose, summaryFaults} from './rules.ts'

const read = (file: string) => readFileSync(join(repository, file), 'utf8')
const files = (...patterns: string[]) => globSync(patterns, {cwd: repository}).sort()
const clean = (faults: readonly string[]) => assert.deepEqual([...new Set(faults)], [])

function commandsOf(manifest: string): CommandFacts[] {
  const {commands} = JSON.parse(read(manifest)) as {commands: Record<string, CommandFacts>}
  return Object.values(commands).filter(({hidden}) => !hidden)
}

/** The sentences of a plugin's help module. */
const helpTexts = ({about, session, nouns = {}, remedies = []}: PluginHelp): string[] => [
  about,
  ...session.map(({description}) => description),
  ...Object.values(nouns).flatMap((noun) => [noun.about, ...(noun.states ?? []).map((state) => state.about ?? '')]),
  ...remedies.flatMap(({cause = '', fix = ''}) => [cause, fix]),
]

/** What the blocks of a test file are called. */
const titlesOf = (source: string): string[] =>
  [...source.matchAll(/\b(?:it|describe)\(\s*(['`"])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , title = '']) => title)

describe('plain English', () => {
  for (const manifest of files('oclif.manifest.json', 'plugins/*/oclif.manifest.json'))
    it(`in the command texts of ${manifest}`, () => {
      for (const {id, summary = '', description = '', examples = [], flags, args} of commandsOf(manifest)) {
        const values = [...Object.values(flags), ...Object.values(args)].filter(
          (value) => !('hidden' in value && value.hidden),
        )
        const described = values.map((value) => value.description ?? '')
        const shown = examples.map((example) => (typeof example === 'string' ? '' : example.description))
        const faults = [
          ...summaryFaults(summary),
          ...described.flatMap(descriptionFaults),
          ...[summary, description, ...shown, ...described].flatMap(oddMessages),
        ]
        clean(faults.map((fault) => `${id}: ${fault}`))
      }
    })

  it('in the global options', () =>
    clean(globalOptions().flatMap(({summary}) => [...descriptionFaults(summary), ...oddMessages(summary)])))

  for (const file of ['src/help/core-help.ts', ...files('plugins/*/src/help.ts')])
    it(`in ${file}`, async () => {
      const {default: help} =
        file === 'src/help/core-help.ts'
          ? {default: coreHelp}
          : ((await import(pathToFileURL(join(repository, file)).href)) as {default: PluginHelp})
      clean(helpTexts(help).flatMap(oddMessages))
    })

  it('in the topics', () => {
    // Options and exit codes are tables of their own, checked above and below.
    const pages = TOPIC_NAMES.flatMap((name) => topicPage(name, indexOf([]), 'osc') ?? [])
    assert.ok(pages.length >= 8)
    clean(pages.flatMap((page) => pageLines(page, 1000)).flatMap(oddMessages))
  })

  it('in error codes and remedies', () =>
    clean(
      [
        ...errorCodes().map(({meaning}) => meaning),
        ...CORE_REMEDIES.flatMap(({cause = '', fix = ''}) => [cause, fix]),
      ].flatMap(oddMessages),
    ))

  for (const file of files('plugins/*/data.json'))
    it(`in the error codes of ${file}`, () => {
      const {errorCodes: codes = []} = JSON.parse(read(file)) as {errorCodes?: {meaning: string}[]}
      clean(codes.flatMap(({meaning}) => oddMessages(meaning)))
    })

  // The words of a question that a search leaves out are not a message.
  const sources = files('src', 'plugins/*/src').map((folder) => [folder, files(`${folder}/**/*.ts`)] as const)
  for (const [folder, paths] of sources)
    it(`in the messages of ${folder}`, () => {
      const texts = paths
        .filter((path) => path !== 'src/advice/search/question.ts')
        .flatMap((path) => literalsOf(read(path)))
      clean(texts.filter((text) => /[a-z] [a-z]+ [a-z]/i.test(text)).flatMap(oddMessages))
    })

  const folders = ['src', 'scripts', 'test', 'bench', 'templates', ...files('plugins/*/src', 'plugins/*/test')]
  for (const folder of folders)
    it(`in the comments of ${folder}`, () =>
      clean(files(`${folder}/**/*.ts`).flatMap((path) => commentsOf(read(path)).flatMap(oddWordings))))

  it('in names of the code', () => {
    const names =
      /\b(?:const|let|function|class|interface|type) (told|seen|said|asked|asker|spoken|doomed|around|peek|either|tell[A-Z]\w*)\b/gi
    const sources = folders.flatMap((folder) => files(`${folder}/**/*.ts`))
    clean(sources.flatMap((path) => [...read(path).matchAll(names)].map(([found]) => `${path}: ${found}`)))
  })

  for (const folder of ['test', ...files('plugins/*/test')])
    it(`in the titles of the tests in ${folder}`, () =>
      clean(files(`${folder}/**/*.ts`).flatMap((path) => titlesOf(read(path)).flatMap(oddWordings))))

  // The SDK reference is generated from docstrings.
  for (const file of files('README.md', 'docs/*.md', 'plugins/*/README.md', 'templates/plugin/README.md').filter(
    (name) => name !== 'docs/sdk.md',
  ))
    it(`in ${file}`, () => clean([...prose(read(file)).flatMap(oddWordings), ...longSentences(read(file))]))
})

describe('the rules of plain English', () => {
  for (const text of [
    "'server lst' is no osc command.",
    'The certificate of the service is over.',
    'Wait until it is done, and tell the events.',
    'table: at most so wide; 0 is as wide as it gets.',
    'Port 18999 of 127.0.0.1 is not to be had.',
    'CREATE_COMPLETE It stands.',
    'Mend it: osc plugins install X',
    'If the port speaks TLS, the URL begins with https://.',
    'The compressed body of the answer is cut short.',
    'Options that may stand anywhere on the line.',
    'It has: public in One.',
    'The rule R does not allow it: it may not.',
    'SUSPEND_COMPLETE It sleeps.',
    'CHECK_COMPLETE It was looked after and is well.',
    'Seconds between two looks with --wait.',
    'How it is printed.',
    'Sort upwards (the default).',
    'Only this column. May be repeated.',
    'Role to hand on (name or ID).',
    'Identity provider that speaks it (ID).',
    'Let go of a stack: it is forgotten, its resources stay.',
    'Keep a credential of any kind in Keystone for a user.',
    'Delete what was made when the creation fails.',
    'Nobody said yes, so nothing is done.',
    'Nobody can be asked here, so nothing was installed.',
    'There is no failure 403: 20 are kept.',
    'all commands of 6 load',
    'Put `osc` where `openstack` stands.',
    'Scripts go on as before.',
  ])
    it(`refuse '${text}'`, () => assert.equal(oddWordings(text).length, 1))

  for (const text of [
    'The sandbox at http://x does not answer.',
    'The compute service answered without the new server.',
    'A version whose content has changed is refused.',
    'osc asks for what is missing.',
    'Options --a and --b exclude each other.',
    'Wait, exit status 6',
    'In force: 7 (--max-width).',
    'Name another file with --log-file.',
    'Give exactly one of --a, --b.',
    'Type more of its name.',
    'The folder belongs to somebody else.',
    'Use the option that approves beforehand.',
    'Option --cloud needs a value (NAME).',
    'Show the description too',
  ])
    it(`refuse '${text}' in messages`, () => assert.equal(oddMessages(text).length, 1))

  it('accept a text of the field', () =>
    assert.deepEqual(oddMessages('The token has expired: there is no answer, and it is no longer valid.'), []))

  it('refuse summaries that are long or have a full stop', () => {
    assert.deepEqual(summaryFaults('List stacks'), [])
    assert.equal(summaryFaults('List stacks.').length, 1)
    assert.equal(summaryFaults('list stacks'.padEnd(61, 'x')).length, 2)
  })

  it('refuse descriptions that begin with It or end a single sentence with a full stop', () => {
    assert.deepEqual(descriptionFaults('Maximum number of stacks. Default: all.'), [])
    assert.equal(descriptionFaults('It is printed').length, 1)
    assert.equal(descriptionFaults('Output format.').length, 1)
  })

  it('refuse sentences of more than 25 words outside code', () => {
    const words = (count: number) => Array.from({length: count}, () => 'word').join(' ')
    assert.deepEqual(longSentences(`${words(25)}.\n\n    ${words(30)}\n\n| ${words(30)} |`), [])
    assert.equal(longSentences(`${words(26)}.`).length, 1)
  })
})

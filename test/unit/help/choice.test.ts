import assert from 'node:assert/strict'
import {splitFormat} from '#line/help-choice'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {removePlace} from '../../support/place.ts'
import {run} from '../../support/run.ts'

describe('the format of a page on a line', () => {
  const cases: [string, string | undefined, string][] = [
    ['--help --json', 'json', '--help'],
    ['--man a -- --json', 'man', 'a -- --json'],
    ['--markd', 'markdown', ''],
    ['--ma', undefined, '--ma'],
    ['-- --json', undefined, '-- --json'],
    ['--json --js', 'json', ''],
    ['--jsonx --', undefined, '--jsonx --'],
  ]
  for (const [line, format, rest] of cases)
    it(`of '${line}' is ${format}`, () =>
      assert.deepEqual(splitFormat(line.split(' ')), {format, rest: rest.split(' ').filter(Boolean)}))
  it('is one', () => assert.throws(() => splitFormat(['--json', '--man']), /--json and --man are mutually exclusive/))
})

describe('help in a format', () => {
  const place = makeFixedPlace()
  after(() => removePlace(place))
  const page = async (line: string) => {
    const {status, stdout, stderr} = await run(line.split(' ').filter(Boolean), {place})
    assert.deepEqual([status, stderr], [0, ''])
    return stdout
  }

  const same: [string, string][] = [
    ['stack create --help --json', 'help stack create --json'],
    ['stack --help --json', 'help stack --json'],
    ['stack --json', 'help stack --json'],
    ['heat --help --markdown', 'help heat --markdown'],
    ['--help --man', 'help --man'],
    ['--help --all', 'help --all'],
    ['heat --all --help', 'help heat --all'],
    ['why --help --json', 'help why --json'],
    ['why --json --help', 'help why --json'],
  ]
  for (const [line, other] of same)
    it(`of osc ${line} is that of osc ${other}`, async () => assert.equal(await page(line), await page(other)))

  it('has the short form, too', async () => {
    const {title, sections} = JSON.parse(await page('stack create -h --json'))
    assert.equal(title, 'stack create')
    assert.deepEqual(
      sections.map((section: {title: string}) => section.title),
      ['USAGE', 'OPTIONS', 'MORE'],
    )
  })

  it('leaves a command its own option of that name', async () => {
    assert.equal(await page('why --json'), 'null\n')
  })

  it('is not an option of a command that is not asked for help', async () => {
    const {status, stderr} = await run(['whoami', '--json'], {place})
    assert.equal(status, 2)
    assert.match(stderr, /Unknown option --json/)
  })
})

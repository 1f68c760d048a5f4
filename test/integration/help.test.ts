import assert from 'node:assert/strict'
import {asObject, asText, decodeJson, type JsonObject} from '#json'
import {login} from './support/api.ts'
import {cloudEnv, cloudName, oscOnCloud, uniqueName, userCloudName} from './support/cloud.ts'
import {fails, ok} from './support/ok.ts'

const ONE_LINE = /\s+/g

describe('help on a cloud', () => {
  const callers = [
    {who: 'an administrator', cloud: cloudName(), isAdmin: true},
    {who: 'a plain user', cloud: userCloudName(), isAdmin: false},
  ]
  for (const {who, cloud, isAdmin} of callers)
    describe(`as ${who}`, () => {
      const osc = oscOnCloud(cloud)
      let facts: JsonObject
      before(async () => {
        facts = asObject(decodeJson(await ok(osc('whoami', '-f', 'json'))))
      })
      const page = async (...argv: string[]) => {
        const {status, stdout, stderr, requests} = await osc(argv, {record: true})
        assert.deepEqual([status, stderr, requests], [0, '', []])
        return stdout.replace(ONE_LINE, ' ')
      }

      it('shows the cloud, project, user and region first', async () => {
        const first = `Cloud ${cloud}, project ${asText(facts.project)}, user ${asText(facts.user)}, region ${asText(facts.region)} (logged in `
        assert.ok((await page()).startsWith(first), first)
      })

      it('marks nothing that the cloud offers as not offered', async () => {
        for (const service of ['identity', 'heat']) assert.doesNotMatch(await page(service), /not offered/i)
      })

      it('shows where a service is', async () => {
        const {projectId} = await login(cloud)
        assert.match(await page('heat'), new RegExp(`orchestration: http\\S+${projectId}\\S* \\(catalog, `))
      })

      it("shows the caller's roles next to those that a command requires", async () => {
        const text = await page('region', 'create', '--help')
        const [, mine = ''] = /Usually required: admin\. Your roles: ([^(]+) \(login, /.exec(text) ?? []
        assert.equal(mine.split(', ').includes('admin'), isAdmin, text)
      })

      it('marks commands for administrators in a list', async () => {
        assert.equal((await page('help', 'region')).includes('Create a region (requires role admin)'), !isAdmin)
      })

      it('shows the source and the age of each fact', async () => {
        const rows = JSON.parse(await ok(osc('context', 'show', '-f', 'json'))) as Record<string, string>[]
        const services = rows.find(({Fact}) => Fact === 'services')
        assert.equal(services?.Source, 'catalog')
        assert.match(services?.Age ?? '', /^\d+ (s|min) old$/)
        assert.match(String(services?.Value), /identity/)
      })
    })
})

describe('a refusal on a cloud', () => {
  const osc = oscOnCloud(userCloudName())
  const region = uniqueName('refused')

  it('names the rule, the roles, the project and who may', async () => {
    const stderr = await fails(1, osc('region', 'create', region))
    assert.match(stderr, /identity:create_region.*\(HTTP 403\) \(Request-ID: req-\S+\)\n/)
    assert.match(
      stderr,
      /Not allowed by policy rule identity:create_region\. Your roles? on project \S+: .*\. Usually required: admin\.\n/,
    )
  })

  it('is explained afterwards, on the page and for a program', async () => {
    const failure = asObject(decodeJson(await ok(osc('why', '--json'))))
    const {status, rule} = asObject(failure.evidence)
    assert.deepEqual([failure.code, status, rule], ['PolicyRefused', 403, 'identity:create_region'])
    assert.match(await ok(osc('why')), /Evidence {2}POST http\S+\/v3\/regions: HTTP 403/)
  })

  it('gives hints on a terminal alone, at most three lines, and none when they are off', async () => {
    const line = ['region', 'create', region]
    const terminal = {terminal: {streams: ['stderr' as const]}}
    const hints = (text: string) => text.split('\n').filter((one) => one.trimStart().startsWith('Next: '))
    const shown = await osc(line, terminal)
    assert.ok(hints(shown.stderr).length > 0 && hints(shown.stderr).length <= 3, shown.stderr)
    const silent = await osc(line, {...terminal, env: {...cloudEnv(userCloudName()), OSC_HINTS: '0'}})
    assert.deepEqual([hints(silent.stderr), hints((await osc(line)).stderr)], [[], []])
    assert.deepEqual([shown.stdout, shown.status], [silent.stdout, silent.status])
  })
})

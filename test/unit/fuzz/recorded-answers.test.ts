import assert from 'node:assert/strict'
import {globSync} from 'node:fs'
import {join} from 'node:path'
import {holds, type Random, withOddParts} from '../../support/fuzz.ts'
import {repository} from '../../support/program.ts'
import {type Exchange, type Recording, readRecording} from '../../support/recording/recording.ts'
import {type Replay, startReplay} from '../../support/recording/replay.ts'

const RECORDINGS = globSync(['test/recordings/*.json', 'plugins/*/test/recordings/*.json'], {cwd: repository})
  .sort()
  .map((file) => readRecording(join(repository, file)))

/** The login has tests of its own: without it there is nothing else to see. */
const isLogin = ({request}: Exchange) => request.startsWith('POST ') && request.endsWith('/auth/tokens')

function withOddAnswers(recording: Recording, random: Random): Recording {
  const exchange = recording.exchange.map((one) => {
    if (isLogin(one) || typeof one.body !== 'object') return one
    const headers = Object.fromEntries(
      Object.entries(one.headers).filter(([name]) => name.toLowerCase() !== 'content-length'),
    )
    return {...one, headers, body: JSON.stringify(withOddParts(one.body, random, 25))}
  })
  return {...recording, exchange}
}

describe('answers with odd parts', function () {
  this.timeout(600_000)
  let replay: Replay
  before(async () => {
    replay = await startReplay()
  })
  after(() => replay.stop())

  holds('are printed, or refused, by any command', 150, async (random) => {
    const recording = withOddAnswers(random.pick(RECORDINGS), random)
    const {stderr} = await replay.run(recording, random.pick(Object.keys(recording.printed)))
    assert.doesNotMatch(stderr, /bug in/, `${recording.argv.join(' ')}: ${stderr}`)
  })
})

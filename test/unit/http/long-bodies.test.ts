import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import {failureText} from '#cloud/http/failure-text'
import {jsonSource} from '#cloud/http/json-source'
import {makeMask} from '#cloud/trace/mask'
import {wrapText} from '#output/wrap-text'

// Each took minutes when the work grew with the square of the length: the limit of time is far above what it takes now.
describe('a long text is scanned once', function () {
  this.timeout(60_000)

  it('an error page of nothing but brackets', () => {
    assert(failureText('<'.repeat(400_000), 'text/html').length < 3000)
    assert(failureText('<h1>'.repeat(100_000), 'text/html').length < 3000)
  })

  it('a body of backslashes', () => {
    const text = '\\'.repeat(500_000)
    assert.equal(makeMask().text(text), text)
  })

  it('a word that takes many lines of a table', () => {
    assert.equal(wrapText('x'.repeat(1_000_000), 10).length, 100_000)
  })

  it('a value that comes in many chunks', async () => {
    const chunk = Buffer.from('y'.repeat(64 * 1024))
    function* chunks() {
      yield Buffer.from('"')
      for (let i = 0; i < 320; i += 1) yield chunk
      yield Buffer.from('"]')
    }
    const source = jsonSource(Readable.from(chunks()))
    assert.equal((await source.value()).length, 320 * 64 * 1024 + 2)
    assert.equal(await source.take(']'), ']')
    assert.equal(await source.nextChar(), '')
  })

  it('hides hex, and JSON in JSON in JSON', () => {
    const mask = makeMask()
    mask.add('a"secret')
    const nested = JSON.stringify(JSON.stringify(JSON.stringify('a"secret')))
    assert.doesNotMatch(mask.text(nested), /secret/)
    assert.equal(mask.text(Buffer.from('a"secret').toString('hex')), '***')
  })
})

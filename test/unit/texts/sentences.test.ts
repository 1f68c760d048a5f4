import assert from 'node:assert/strict'
import {commandDocuments} from '#advice/search/make-index'
import {sentences} from '#text/sentences'

describe('sentences', () => {
  const cases: [parts: (string | undefined)[], text: string][] = [
    [['Type of the key', 'One of ssh, x509.'], 'Type of the key. One of ssh, x509.'],
    [['Folder (default: .)', 'Repeatable.'], 'Folder (default: .). Repeatable.'],
    [['Name of the key', '[NAME]'], 'Name of the key [NAME]'],
    [[undefined, 'One of a, b.'], 'One of a, b.'],
    [['Ends already.', 'Next.'], 'Ends already. Next.'],
  ]
  for (const [parts, text] of cases) it(text, () => assert.equal(sentences(...parts), text))

  it('are what a search shows of an option with choices', () => {
    const flag = {name: 'type', type: 'option', description: 'Type of the key', options: ['ssh', 'x509']} as const
    const flags = {type: {...flag, options: [...flag.options]}}
    const [document] = commandDocuments([{id: 'keypair create', args: {}, flags}])
    assert.ok(document?.fields.some(({text}) => text === 'Type of the key. One of ssh, x509.'))
  })
})

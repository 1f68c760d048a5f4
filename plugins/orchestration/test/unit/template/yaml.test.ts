import assert from 'node:assert/strict'
import {pythonJson} from '../../../src/format/python-json.ts'
import {parseYaml} from '../../../src/template/yaml.ts'

const read = async (text: string) => pythonJson(await parseYaml({url: 'file:///t.yaml', text}))

describe('YAML as PyYAML reads it', () => {
  const values: [what: string, yaml: string, json: string][] = [
    ['booleans of YAML 1.1', '[yes, Off, TRUE, y, nO]', '[true, false, true, "y", "nO"]'],
    ['null', '[~, null, Null, "", nULL]\n', '[null, null, null, "", "nULL"]'],
    ['integers', '[010, 0x1F, -0b11, 1_000, +1, -0, 08, 0o7]', '[8, 31, -3, 1000, 1, 0, "08", "0o7"]'],
    ['base 60', '[1:30, 22:22:22, 1:30.5, 01:30, 1:60]', '[90, 80542, 90.5, "01:30", "1:60"]'],
    ['floats', '[1.0, .5, 1., 1e3, 1.5e3, 1.5e+3, -1.50]', '[1.0, 0.5, 1.0, "1e3", "1.5e3", 1500.0, -1.5]'],
    [
      'large and small numbers',
      '[12345678901234567890, 1.0e+16, 0.00001, 0.0001]',
      '[12345678901234567890, 1e+16, 1e-05, 0.0001]',
    ],
    ['dates as texts', '[2016-10-25, 2001-12-14t21:59:43.10-05:00]', '["2016-10-25", "2001-12-14t21:59:43.10-05:00"]'],
    ['tags', '[!!str 1, !!int "1", !!float 1, !!bool "yes", !!binary aGk=, ! 1]', '["1", 1, 1.0, true, "hi", 1]'],
    ['the order of keys', '{b: 1, 80: 2, 7: 3, a: 4}', '{"b": 1, "80": 2, "7": 3, "a": 4}'],
    ['keys of other types', '{yes: 1, ~: 2, 1.50: 3, 010: 4}', '{"true": 1, "null": 2, "1.5": 3, "8": 4}'],
    ['the last of a repeated key', '{a: 1, b: 2, a: 3}', '{"a": 3, "b": 2}'],
    ['a key named __proto__', '{__proto__: {a: 1}}', '{"__proto__": {"a": 1}}'],
    ['aliases', '{a: &x [1], b: *x}', '{"a": [1], "b": [1]}'],
    ['merge keys', 'a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a}', '{"a": {"x": 1, "y": 2}, "b": {"x": 1, "y": 3}}'],
    ['merged lists, the first counts', 'a: {<<: [{x: 1}, {x: 2, y: 2}], z: 3}', '{"a": {"x": 1, "y": 2, "z": 3}}'],
    ['a quoted merge key', '{"<<": {a: 1}}', '{"<<": {"a": 1}}'],
    ['a block at the end of a line', 'a: |\n  x\n', '{"a": "x\\n"}'],
    ['a block at the end of the file', 'a: |\n  x', '{"a": "x"}'],
    ['brackets that end at the margin', 'a: {\n  b: [\n  1\n  ]\n}\n', '{"a": {"b": [1]}}'],
    [
      'brackets that continue at the margin',
      'a:\n  b: {c: {\n  d: 1,\ne: 2\n}}\nf: 3',
      '{"a": {"b": {"c": {"d": 1, "e": 2}}}, "f": 3}',
    ],
    ['quotes that continue at the margin', 'a:\n  b: "one\ntwo"\nc: 3', '{"a": {"b": "one two"}, "c": 3}'],
    ['sets as lists', 'a: !!set {x, y}\nb: !!set\n  ? 1\n  ? 2\n', '{"a": ["x", "y"], "b": [1, 2]}'],
    ['ordered mappings as lists', 'a: !!omap\n- b: 1\n- a: [2]\n', '{"a": [["b", 1], ["a", [2]]]}'],
    ['pairs as lists', '!!pairs [a: 1, a: 2]', '[["a", 1], ["a", 2]]'],
    ['an equals sign as key or in quotes', '{=: 1, b: "="}', '{"=": 1, "b": "="}'],
    ['nothing', '# only a comment\n', 'null'],
    ['characters of all scripts', 'ü: 😀', '{"\\u00fc": "\\ud83d\\ude00"}'],
  ]
  for (const [what, yaml, json] of values) {
    it(`reads ${what}`, async () => assert.equal(await read(yaml), json))
  }

  const errors: [what: string, yaml: string, message: RegExp][] = [
    ['one colon too many', 'a: 1\nb: c: d\n', /^\/t\.yaml:2:4: there is a second ":" on the line/],
    ['an open bracket', 'a: [1, 2\n', /^\/t\.yaml:1:4: the list that begins here is not closed by \]$/],
    [
      'an open quote',
      'a: 1\nb: "c\nd: 1\n',
      /^\/t\.yaml:2:4: the text in double quotes that begins here is not closed by "$/,
    ],
    ['a tab', 'a:\n\tb: 1', /^\/t\.yaml:2:1: a tab is used for indentation/],
    ['two documents', 'a: 1\n---\nb: 2', /^\/t\.yaml:2:1: a second document begins here/],
    ['an unknown tag', 'a: !Ref b', /^\/t\.yaml:1:\d: the tag is unknown/],
    ['a tag that does not fit', 'a: !!int b', /^\/t\.yaml:1:\d+: the tag .*does not fit/],
    ['an alias without anchor', 'a: *b', /^\/t\.yaml:1:4: an alias refers to no anchor above it/],
    ['an alias inside itself', 'a: &b [*b]', /^\/t\.yaml:1:8: an alias refers to a part that contains it/],
    ['a NUL', 'a: "b\0"', /^\/t\.yaml:1:6: a control character is not allowed/],
    ['an equals sign alone', 'a: =', /^\/t\.yaml:1:4: a value that is only = must be in quotes/],
    ['an ordered mapping of texts', '!!omap [a]', /^\/t\.yaml:1:9: each item of this list must be one key/],
    ['a merge of texts', 'a: {<<: b}', /^\/t\.yaml:1:9: << requires a mapping/],
    ['a list as key', '{[a]: b}', /^\/t\.yaml:1:2: a key must be a single value/],
    ['deep nesting', `a: ${'['.repeat(100_000)}`, /^\/t\.yaml:1:\d+: the document is nested too deeply$/],
    ['what JSON cannot represent', 'a: .inf', /^\/t\.yaml:1:4: JSON, which is sent to Heat, cannot represent \.inf/],
  ]
  for (const [what, yaml, message] of errors) {
    it(`refuses ${what}`, () => assert.rejects(read(yaml), {name: 'DocumentError', message}))
  }

  for (const text of ['password: *S3cret', 'password: !S3cret', 'password: !!S3cret', 'a: &S3cret [*S3cret]']) {
    it(`does not print what may be a password: ${text.replace(/S3cret/g, '...')}`, () =>
      assert.rejects(read(text), (error: Error) => !error.message.includes('S3cret')))
  }

  it('refuses aliases that grow without bounds', async () => {
    const levels = Array.from(
      {length: 9},
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`)}]`,
    )
    await assert.rejects(read(`l0: &l0 [1]\n${levels.join('\n')}\n`), {message: /the aliases expand to more than/})
  })
})

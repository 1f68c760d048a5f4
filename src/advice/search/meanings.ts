import {stems} from '#advice/search/stem'
import {synonymsOf} from '#advice/suggest/synonyms'
import {pluginData} from '#plugins/data'
import type {Words} from '#plugins/data-file'

/** Words of a question, with those that help has for the same: beside those for words of commands. By stem. */
const TERMS: Words = {
  access: ['role'],
  allow: ['permission'],
  authenticate: ['auth', 'login'],
  autocomplete: ['completion', 'complete'],
  backup: ['snapshot'],
  choose: ['select'],
  code: ['status'],
  curl: ['api', 'request'],
  download: ['show', 'save'],
  error: ['failure', 'wrong', 'code'],
  everything: ['all'],
  expir: ['end'],
  expire: ['end'],
  forbidden: ['refuse', 'policy'],
  have: ['assignment'],
  interactive: ['prompt'],
  launch: ['create', 'start'],
  login: ['auth', 'issue', 'whoami'],
  logout: ['clear', 'revoke'],
  me: ['you', 'your'],
  my: ['you', 'your'],
  own: ['your'],
  permission: ['role', 'assignment'],
  raise: ['set'],
  raw: ['api'],
  rename: ['set'],
  reset: ['set'],
  return: ['exit'],
  rollback: ['restore'],
  signin: ['login', 'auth', 'issue'],
  slow: ['timing', 'time'],
  stop: ['suspend', 'cancel'],
  stuck: ['cancel'],
  switch: ['select', 'set'],
  try: ['start'],
  unlock: ['enable', 'set'],
  url: ['connect', 'address'],
  who: ['assignment'],
  work: ['doctor', 'check', 'fix'],
  write: ['create', 'make'],
  wrong: ['failure', 'fail'],
}

/** What a word of a question may be called in help, nearest first. */
export const means = (stem: string): readonly string[] =>
  // The tables have whole words (floating), the index has stems (float).
  [...of(TERMS, stem), ...of(pluginData().meanings, stem), ...synonymsOf(stem)].flatMap(stems)

const of = (table: Words, stem: string): readonly string[] => (Object.hasOwn(table, stem) && table[stem]) || []

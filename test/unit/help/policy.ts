/** Somebody who asks: the roles that their token has, on what. */
export interface Persona {
  scope: 'project' | 'domain' | 'system'
  roles: readonly string[]
}

/** Check strings by rule name, as the services define them. */
export type Rules = Readonly<Record<string, string>>

/**
 * Whether a check string of oslo.policy allows this on what is the persona's own: their user, project and domain. What
 * it compares of the target is theirs where their token has it.
 */
export function allows(check: string, persona: Persona, rules: Rules): boolean {
  const words = check.match(/%\([^)]*\)s|[()]|(?:%\([^)]*\)s|[^\s()])+/g) ?? []
  const left = joined(words)
  const any = (): boolean => {
    let value = all()
    while (left[0]?.toLowerCase() === 'or') {
      left.shift()
      value = all() || value
    }
    return value
  }
  const all = (): boolean => {
    let value = one()
    while (left[0]?.toLowerCase() === 'and') {
      left.shift()
      value = one() && value
    }
    return value
  }
  const one = (): boolean => {
    const word = left.shift()
    if (word?.toLowerCase() === 'not') return !one()
    if (word !== '(') return term(word ?? '', persona, rules)
    const value = any()
    left.shift()
    return value
  }
  const value = check === '' || any()
  if (left.length > 0) throw new Error(`Check string '${check}' is not understood from '${left[0]}' on.`)
  return value
}

/** `user_id:%(target.user.id)s` is one word though it has parentheses. */
function joined(words: readonly string[]): string[] {
  const whole: string[] = []
  for (const word of words) {
    if (whole.at(-1)?.endsWith(':') && word.startsWith('%(')) whole.push(`${whole.pop()}${word}`)
    else whole.push(word)
  }
  return whole
}

function term(word: string, persona: Persona, rules: Rules): boolean {
  if (word === '@') return true
  if (word === '!') return false
  const at = word.indexOf(':')
  const [kind, match] = [word.slice(0, at), word.slice(at + 1)]
  if (kind === 'rule') return allows(ruleNamed(match, rules), persona, rules)
  if (kind === 'role') return persona.roles.includes(match)
  // A role belongs to no domain, as most do; whatever else is asked about does.
  if (kind === 'None') return match.includes('target.role.domain_id')
  const known = OWN[kind]
  if (known === undefined) throw new Error(`Check '${word}' is not known.`)
  return known(persona)
}

function ruleNamed(name: string, rules: Rules): string {
  const rule = rules[name]
  if (rule === undefined) throw new Error(`There is no rule ${name}.`)
  return rule
}

const OWN: Readonly<Record<string, (persona: Persona) => boolean>> = {
  user_id: () => true,
  project_id: ({scope}) => scope === 'project',
  domain_id: ({scope}) => scope === 'domain',
  'token.domain.id': ({scope}) => scope === 'domain',
  'token.project.domain.id': ({scope}) => scope === 'project',
  system_scope: ({scope}) => scope === 'system',
  is_admin: () => false,
  is_admin_project: () => true,
}

import type {CompletionTable} from '#completion/words'

/** The data alone, as shell assignments: cliff's `--shell none`. */
export const shellData = (table: CompletionTable): string =>
  [...table].map(([key, next]) => `  ${variable(key)}='${next.join(' ')}'\n`).join('')

/**
 * A bash completion function for the program `name`. It holds the whole table, so that pressing Tab starts no process.
 * Global options in front of the command are stepped over.
 */
export function bashScript(name: string, table: CompletionTable, takesValue: readonly string[]): string {
  const call = `_${name.replaceAll(/[^A-Za-z0-9_]/g, '_')}`
  return `${call}()
{
  local cur words cword i word key='cmds' next candidate
${shellData(table)}  words=("\${COMP_WORDS[@]}")
  cword=$COMP_CWORD
  cur=\${words[cword]}
  for ((i = 1; i < cword; i++)); do
    word=\${words[i]}
    case $word in
      ${takesValue.join('|')}) ((i++)); continue ;;
      -*) continue ;;
    esac
    candidate="\${key}_\${word//[^A-Za-z0-9]/_}"
    [ -n "\${!candidate}" ] || break
    key=$candidate
  done
  next=\${!key}
  if [ -z "$next" ] || { [[ $next == -* ]] && [[ $cur != -* ]]; }; then
    COMPREPLY=($(compgen -f -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$next" -- "$cur"))
  fi
}
complete -o filenames -F ${call} ${name}
`
}

const variable = (key: string) =>
  ['cmds', ...(key === '' ? [] : key.split(' '))].join('_').replaceAll(/[^A-Za-z0-9_]/g, '_')

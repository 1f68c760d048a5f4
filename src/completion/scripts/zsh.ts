import {identifier} from '#completion/scripts/identifier'

/** With what each candidate is beside it; quoting is zsh's. */
export const zshCompletion = (program: string): string => `# Completion of ${program} in zsh.
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_${identifier(program)}_completion() {
  local -a lines described
  local line value
  lines=("\${(@f)$(${program} __complete zsh "\${(Q)PREFIX}" "\${(@Q)words[1,CURRENT-1]}" 2>/dev/null)}")
  if [[ $lines[1] == files ]]; then
    _files
    return
  fi
  for line in "\${(@)lines[2,-1]}"; do
    value="\${line%%$'\\t'*}"
    value=\${value//\\\\/\\\\\\\\}
    if [[ $line == *$'\\t'* ]]; then
      described+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    else
      described+=("\${value//:/\\\\:}")
    fi
  done
  # Unsorted: the order is that of use.
  _describe -V -t ${program} ${program} described
}
compdef _${identifier(program)}_completion ${program}
`

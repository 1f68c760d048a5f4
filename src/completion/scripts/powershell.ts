/** The word at the cursor has an x in front: PowerShell loses empty arguments on their way to a program. */
export const powershellCompletion = (program: string): string => `# Completion of ${program} in PowerShell.
Register-ArgumentCompleter -Native -CommandName '${program}' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
    if ($null -ne $_.Value) { $_.Value } else { $_.Extent.Text }
  })
  $lines = @(& '${program}' __complete powershell "x$wordToComplete" @before 2>$null)
  foreach ($line in ($lines | Select-Object -Skip 1)) {
    $value, $summary = $line -split "\`t", 2
    if (-not $summary) { $summary = $value }
    $text = if ($value -match '^[\\w+=:./-]+$') { $value } else { "'" + ($value -replace "'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $summary)
  }
}
`

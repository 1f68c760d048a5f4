/** A workflow that echoes its input. */
export const greeting = (name: string): string => `version: '2.0'
${name}:
  tags: [greeting]
  input: [{who: world}]
  output: {text: <% $.text %>}
  tasks:
    say:
      action: std.echo output=<% $.who %>
      publish: {text: <% task().result %>}
`

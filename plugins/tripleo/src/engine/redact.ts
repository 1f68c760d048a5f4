/** Text of Mistral without credentials: a failed expression reports its context, token and catalog included. */
export const redact = (text: string): string =>
  text
    .replace(/, data=\{[\s\S]*$/, '')
    .replace(/((?:x-)?auth[-_]token['"]?\s*[:=]\s*u?['"]?)[^\s'",}]+/gi, '$1***')
    .replace(/\bgAAAA[\w-]{20,}={0,2}/g, '***')

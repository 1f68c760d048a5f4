/** Names of the inputs of a workflow in Mistral's text of them: `container, timeout=240, options={"a": [1, 2]}`. */
export function declaredInputs(declared: string): string[] {
  let text = declared.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(/[[{(][^[\]{}()]*[\]})]/g, '')
  }
  return text.split(',').flatMap((one) => one.split('=')[0]?.trim() || [])
}

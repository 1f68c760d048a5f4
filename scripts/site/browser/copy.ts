// A button on every block of code that copies it.
for (const pre of document.querySelectorAll('main pre')) {
  const place = document.createElement('div')
  place.className = 'block'
  pre.replaceWith(place)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(`${pre.textContent ?? ''}\n`)
      button.textContent = 'Copied'
    } catch {
      // A browser may refuse the clipboard to a page that was opened from the disk.
      button.textContent = 'Not allowed'
    }
  })
  place.append(pre, button)
}

export {}

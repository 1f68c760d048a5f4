export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface Shell {
  title: string
  /** HTML of the page's own part. */
  main: string
  /** How one comes from the page to the root of the site: '' or '../'. */
  root: string
  version: string
}

/** What every page has: navigation, search, text. It can be read without scripts; search and copying need one. */
export const shell = ({title, main, root, version}: Shell): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
<a class="skip" href="#site-text">Skip to content</a>
<header>
<a class="home" href="${root}index.html">osc</a>
<form id="site-search" role="search" data-root="${root}" hidden>
<input type="search" id="site-words" aria-label="Search" aria-controls="site-hits" placeholder="Search ( / )" autocomplete="off" spellcheck="false">
</form>
<nav aria-label="Sections">
<a href="${root}index.html#install">Install</a>
<a href="${root}index.html#guides">Guides</a>
<a href="${root}index.html#commands">Commands</a>
<a href="${root}index.html#topics">Topics</a>
</nav>
</header>
<div id="site-hits" role="region" aria-label="Search results" aria-live="polite" hidden></div>
<main id="site-text" tabindex="-1">
${main}
</main>
<footer>osc ${escapeHtml(version)}</footer>
<script src="${root}search-index.js" defer></script>
<script src="${root}search.js" defer></script>
</body>
</html>
`

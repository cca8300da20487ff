// The document is told which renderers have drawn.
addEventListener('guatu-draw', ({ renderer }) => document.documentElement.classList.add(renderer));

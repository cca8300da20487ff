// The document is told which renderers have drawn, in their order.
addEventListener('guatu-draw', ({ renderer }) => (document.documentElement.className += ` ${renderer}`));

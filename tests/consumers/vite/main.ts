import '@guatu/map/define/all';

addEventListener('guatu-draw', ({ renderer }) => (document.documentElement.className += ` ${renderer}`));

/**
 * A script of its own, for browsers that cannot read the modules of this build: `<script src="too-old.js"></script>`. Where
 * no map has come to life when the page is loaded, each one without a picture inside says why: the browser is too old, or a
 * part of the script did not come, as after a publication while an old copy of it is kept somewhere. No module, and nothing
 * that Chromium 49 has not.
 */
let missing = false;

// a script that is not to be had is told to its tag, and one that cannot be read to the window
addEventListener(
  'error',
  (event) => {
    const tag = event.target;
    if (tag instanceof HTMLScriptElement && tag.type === 'module') missing = true;
  },
  true,
);

addEventListener('load', () => {
  if ('customElements' in window && customElements.get('guatu-map')) return;
  const maps = document.getElementsByTagName('guatu-map');
  for (let index = 0; index < maps.length; index += 1) say(maps[index]);
});

function say(map: Element | undefined): void {
  if (!map || map.querySelector('img, [slot=fallback]')) return;
  const sentence = document.createElement('p');
  sentence.textContent = missing
    ? '有一部分程序没有取到，请重新载入网页。A part of the script did not come: load the page again.'
    : '此浏览器太旧，无法显示地图；请用 Chromium 80 或更新的浏览器。This browser is too old for the map; Chromium 80 or newer shows it.';
  map.appendChild(sentence);
}

/**
 * A script of its own, for browsers that cannot read the modules of this build: `<script src="too-old.js"></script>`. Where
 * no map has come to life when the page is loaded, each one without a picture inside says so. No module, and nothing that
 * Chromium 49 has not.
 */
addEventListener('load', () => {
  if ('customElements' in window && customElements.get('guatu-map')) return;
  const maps = document.getElementsByTagName('guatu-map');
  for (let index = 0; index < maps.length; index += 1) say(maps[index]);
});

function say(map: Element | undefined): void {
  if (!map || map.querySelector('img, [slot=fallback]')) return;
  const sentence = document.createElement('p');
  sentence.textContent =
    '此浏览器太旧，无法显示地图；请用 Chromium 80 或更新的浏览器。This browser is too old for the map; Chromium 80 or newer shows it.';
  map.appendChild(sentence);
}

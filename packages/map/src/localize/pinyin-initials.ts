/** The first characters of each initial in the pinyin order of simplified Chinese; i, u and v begin no syllable. */
const FIRST_OF_INITIAL = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const INITIALS = 'abcdefghjklmnopqrstwxyz';

const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/**
 * The pinyin initials of a name, for finding it from a Latin keyboard: `下二坝村` is `xebc`. Characters with several
 * readings count with the one they are sorted by. Latin letters and digits stay; other signs are left out.
 *
 * Method: where a character stands between the first characters of each initial, as the collation of the Unicode CLDR
 * orders them. A browser without that collation answers nothing useful, and the name itself still finds the area.
 */
export function writeInitials(name: string): string {
  let initials = '';
  for (const character of name) {
    if (/[a-z0-9]/i.test(character)) initials += character.toLowerCase();
    else if (/\p{Script=Han}/u.test(character)) initials += initialOf(character);
  }
  return initials;
}

function initialOf(character: string): string {
  const after = Array.from(FIRST_OF_INITIAL).findIndex((first) => pinyin.compare(character, first) < 0);
  return INITIALS.charAt((after < 0 ? INITIALS.length : after) - 1);
}

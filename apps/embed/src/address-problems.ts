/** Why something of an address was left out, in both languages. */
export interface AddressProblem {
  readonly zh: string;
  readonly en: string;
}

/** Something from outside, as it is shown: short, and quoted as both languages have it. */
export interface Quoted {
  readonly zh: string;
  readonly en: string;
}

/** Most characters of what was asked for that are shown. */
const MOST_SHOWN = 80;

export function quote(text: string): Quoted {
  const short = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
  return { zh: `“${short}”`, en: `"${short}"` };
}

/** What can be wrong with an address, by what is wrong. */
export const PROBLEMS = {
  imprint: (name: string) => ({
    zh: `${name}：不从地址读取，由网页的主办者写在页面里，未采用`,
    en: `${name}: not taken from an address; whoever hosts this page writes it into it, left out`,
  }),
  unknown: (name: Quoted) => ({ zh: `${name.zh}：没有这一项，未采用`, en: `${name.en}: unknown, left out` }),
  tooLong: (name: string, most: number) => ({
    zh: `${name}：超过${most}个字符，未采用`,
    en: `${name}: longer than ${most} characters, left out`,
  }),
  notOneOf: (name: string, known: readonly string[], { zh, en }: Quoted) => ({
    zh: `${name}：应为${known.join('、')}之一，实为${zh}`,
    en: `${name}: expected one of ${known.join(', ')}, got ${en}`,
  }),
  noSwitch: (name: string, { zh, en }: Quoted) => ({
    zh: `${name}：应为0或1，实为${zh}`,
    en: `${name}: expected 0 or 1, got ${en}`,
  }),
  tooMany: (names: readonly string[], count: number, most: number) => ({
    zh: `${names.join('、')}：共${count}个文件，超过${most}个，均未读取`,
    en: `${names.join(', ')}: ${count} files, more than ${most}, none is read`,
  }),
  onlyOne: (name: string) => ({
    zh: `${name}：只读取一个文件，其余未采用`,
    en: `${name}: one file is read, the others are left out`,
  }),
  longAddress: (name: string, length: number) => ({
    zh: `${name}：地址有${length}个字符，未采用`,
    en: `${name}: an address of ${length} characters, left out`,
  }),
  noAddress: (name: string, { zh, en }: Quoted) => ({
    zh: `${name}：${zh}不是地址，未采用`,
    en: `${name}: ${en} is no address, left out`,
  }),
  notOnTheWeb: (name: string, { zh, en }: Quoted) => ({
    zh: `${name}：${zh}不是网址，未采用`,
    en: `${name}: ${en} is not on the web, left out`,
  }),
  withPassword: (name: string, { zh, en }: Quoted) => ({
    zh: `${name}：${zh}带有用户名或密码，未采用`,
    en: `${name}: ${en} with a name or password, left out`,
  }),
  otherOrigin: (name: string, { zh, en }: Quoted) => ({
    zh: `${name}：${zh}不是本页的来源，也不在本页允许之列，未采用`,
    en: `${name}: ${en} is not this page's origin nor one it allows, left out`,
  }),
  noOrigin: (name: string, { zh, en }: Quoted) => ({
    zh: `${name}：应为 https://www.example.gov.cn 这样的来源，实为${zh}`,
    en: `${name}: expected an origin like https://www.example.gov.cn, got ${en}`,
  }),
} as const satisfies Readonly<Record<string, (...given: never[]) => AddressProblem>>;

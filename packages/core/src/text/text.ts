/** Languages every text of a plan and every explanation is written in. */
export type Locale = 'zh' | 'en';

/** One text in both languages. */
export type Text = Readonly<Record<Locale, string>>;

/** Languages every text of a plan and every explanation is written in. */
export type Locale = 'zh' | 'en';

/** One text in both languages. */
export type Text = Readonly<Record<Locale, string>>;

/** A text as it is written: in both languages, or in one. */
export type TextInput = { readonly zh: string; readonly en?: string } | { readonly en: string; readonly zh?: string };

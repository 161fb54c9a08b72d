/** The forms of a counted thing by CLDR's categories; `#` stands for the number, which a form may leave out. */
export type CountForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Counts things in words of a language: 2 as `2 поста` in Russian, as `שני פוסטים` in Hebrew. */
export function counterIn(locale: string): (count: number, forms: CountForms) => string {
  const rules = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale)
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count))
}
